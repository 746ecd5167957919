// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/unresolved_secrets.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace gatehouse {

Environment withStandIns(const Environment &environment)
{
    return [environment](const QString &name) {
        const std::optional<QString> value = environment(name);
        return value ? value : std::optional(placeholderText(name));
    };
}

QList<Problem> missingNames(const QByteArray &text, const Environment &known)
{
    QList<Problem> problems;
    const QStringList names = placeholderNames(text);
    for (const QString &name : names) {
        if (!known(name)) {
            problems.append({{}, QCoreApplication::translate("declarative", "%1 has no value.").arg(name)});
        }
    }
    return problems;
}

void UnresolvedSecrets::add(const Kept &kept, const Environment &known)
{
    for (const QList<Kept::Spelling> &row : kept.spellings) {
        for (const Kept::Spelling &spelling : row) {
            const bool isSpelled = spelling.written && spelling.written->kind == YamlNode::Kind::Verbatim;
            const QStringList names =
                isSpelled ? placeholderNames(spelling.written->scalar.toString().toUtf8()) : QStringList();
            for (const QString &name : names) {
                if (spelling.stored.isString() && !known(name)) {
                    m_nameOf.insert(spelling.stored.toString(), name);
                }
            }
        }
    }
}

QStringList UnresolvedSecrets::in(const Config &config) const
{
    QStringList names;
    if (m_nameOf.isEmpty()) {
        return names;
    }
    const QStringList tables = config.tables();
    for (const QString &table : tables) {
        const QList<QJsonObject> rows = config.rows(table);
        for (const QJsonObject &row : rows) {
            collect(row, names);
        }
    }
    names.removeDuplicates();
    names.sort();
    return names;
}

void UnresolvedSecrets::collect(const QJsonValue &value, QStringList &names) const
{
    if (value.isString()) {
        const auto name = m_nameOf.constFind(value.toString());
        if (name != m_nameOf.constEnd()) {
            names.append(*name);
        }
    } else if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items) {
            collect(item, names);
        }
    } else if (value.isObject()) {
        const QJsonObject fields = value.toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            collect(field.value(), names);
        }
    }
}

} // namespace gatehouse
