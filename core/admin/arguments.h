// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/admin_message.h"
#include "core/schema/schema_registry.h"

#include <QStringList>

#include <optional>

namespace gatehouse {

// What stands behind the "?" of a request: names with one or more values; a name without "=" has the value "true".
// Thread: control (a value).
class QueryArguments
{
public:
    QueryArguments() = default;
    explicit QueryArguments(QByteArrayView query);

    [[nodiscard]] bool contains(const QString &name) const { return m_values.contains(name); }

    // The first value; null when the name is missing.
    [[nodiscard]] QString value(const QString &name) const;

    [[nodiscard]] QStringList names() const { return m_values.keys(); }

    [[nodiscard]] QueryArguments without(const QString &name) const;

    [[nodiscard]] qsizetype count() const noexcept { return m_count; }

private:
    QHash<QString, QStringList> m_values;
    qsizetype m_count = 0;
};

enum class BodyKind { None, Json, Form, Yaml, Unsupported };

// By the Content-Type header, letter by letter as Kong compares it.
BodyKind bodyKindOf(const AdminRequest &request);

// The body of a request as an object (kong/api/arguments.lua); nothing when it cannot be read.
struct DecodedBody {
    QJsonObject fields;
    bool isForm = false; // every value is a text, see infer()
};

std::optional<DecodedBody> decodeBody(const AdminRequest &request, BodyKind kind);

// Gives the texts of a form the types their schema asks for; what does not fit stays a text and fails validation.
QJsonObject infer(const QJsonObject &form, const RecordSchema &schema, const SchemaRegistry &registry);

// Percent decoding of one path segment.
QString decodedSegment(QByteArrayView segment);

constexpr qsizetype largestArgumentCount = 1000;

} // namespace gatehouse
