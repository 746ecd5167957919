// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/yaml_tree.h"

#include <QJsonObject>
#include <QStringList>

namespace gatehouse {

// One thing of a document that no schema knows: a top-level key, a field, or (isRow) a whole row of an unknown plugin.
struct Unknown {
    QStringList path;
    QJsonValue value;
    bool isRow = false;
};

// Sorts the errors of a document: what is merely unknown is cut out of it and may be kept aside, the rest are errors.
// Cut-out rows leave a null behind, so that positions stay what they are. Thread: any.
class Keepable
{
public:
    // The document without what is unknown.
    [[nodiscard]] QJsonObject cut(const QJsonObject &document, const QJsonObject &errors);

    [[nodiscard]] const QList<Unknown> &unknown() const noexcept { return m_unknown; }

private:
    [[nodiscard]] QJsonValue cutValue(const QJsonValue &value, const QJsonValue &errors, const QStringList &path);
    [[nodiscard]] QJsonValue cutRecord(QJsonObject record, const QJsonObject &errors, const QStringList &path);

    QList<Unknown> m_unknown;
};

// An error tree as a list; the paths are those of the document.
QList<Problem> problemsOf(const QJsonObject &errors, const YamlTree &tree);

} // namespace gatehouse
