// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/schema/schema_registry.h"

#include <QJsonObject>

namespace gatehouse {

class FieldLookup;

enum class Operation { Insert, Update, Upsert };

// How foreign fields are written: {"id": ...} objects, or the plain text of a declarative document's first pass.
enum class ForeignForm { Object, Text };

// Documents are held to the rules of a Kong without database.
enum class Source { Request, Document };

// A record with everything filled in, and why it could not be (empty when it could).
struct Prepared {
    QJsonObject record;
    QJsonObject errors; // Kong's error tree: field -> text | tree | list with null holes; "@entity" -> list of texts
};

// Kong's schema engine (kong/db/schema/init.lua): fills in records, validates them, and words what is wrong with them.
// Missing values are keys that are absent; explicit nulls are JSON nulls.
// Thread: any (holds references to the registry and the clock, which must outlive it).
class Validator
{
public:
    Validator(const SchemaRegistry &registry,
              const Clock &clock,
              ForeignForm form = ForeignForm::Object,
              Source source = Source::Request);

    // Shorthand fields, generated values and (not on update) defaults; sets lose their duplicates.
    [[nodiscard]] Prepared prepare(const RecordSchema &schema, const QJsonObject &input, Operation operation) const;

    // The errors of a prepared record. `input` is what the client sent, `stored` the row an update starts from.
    struct Context {
        Operation operation = Operation::Insert;
        const QJsonObject *input = nullptr;
        const QJsonObject *stored = nullptr;
    };

    [[nodiscard]] QJsonObject
    validate(const RecordSchema &schema, const QJsonObject &record, const Context &context) const;
    [[nodiscard]] QJsonObject validate(const RecordSchema &schema, const QJsonObject &record) const;

    // prepare + validate of a whole new record, as POST /schemas/<entity>/validate does.
    [[nodiscard]] Prepared check(const RecordSchema &schema, const QJsonObject &input) const;

    // One value against one field; an Undefined result means it is fine.
    [[nodiscard]] QJsonValue validateField(const Field &field, const QJsonValue &value) const;

    // Deep merge of records; lists, sets and maps of `top` replace those of `bottom`.
    [[nodiscard]] static QJsonObject
    merge(const RecordSchema &schema, const QJsonObject &top, const QJsonObject &bottom);

    // Write transformations (password hashes, digests); errors are texts of Kong's "transformation error".
    [[nodiscard]] static QJsonObject
    transform(const RecordSchema &schema, const QJsonObject &record, const QJsonObject &input);

    // A stored record as the Admin API prints it: every field present, nulls explicit, deprecated names mirrored.
    enum class Mirrors { Show, Hide };
    [[nodiscard]] static QJsonObject
    output(const RecordSchema &schema, const QJsonObject &record, Mirrors mirrors = Mirrors::Show);

private:
    [[nodiscard]] QJsonValue validateNested(const Field &field, const QJsonValue &value) const;
    [[nodiscard]] QJsonValue validateElements(const Field &element, const QJsonArray &values) const;
    [[nodiscard]] QJsonValue validateMap(const Field &field, const QJsonObject &map) const;
    [[nodiscard]] QJsonValue validateForeign(const Field &field, const QJsonValue &value) const;
    // What filling in put there is not validated again when the record as it was given is known.
    [[nodiscard]] QJsonObject
    validateFields(const FieldLookup &lookup, const QJsonObject &record, const QJsonObject *input) const;

    const SchemaRegistry &m_registry;
    const Clock &m_clock;
    ForeignForm m_form;
    Source m_source;
};

// `{vault://...}`: the whole text, not a part of it.
[[nodiscard]] bool isVaultReference(const QJsonValue &value);

// The value at a dotted path; Undefined when a step is missing.
[[nodiscard]] QJsonValue valueAt(const QJsonObject &record, QStringView dottedPath);

// False for null, missing, "", [] and {}.
[[nodiscard]] bool isNonEmpty(const QJsonValue &value);

} // namespace gatehouse
