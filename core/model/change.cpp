// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/change.h"

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

Change Change::inverted() const
{
    Change result{text, {}, wholesale};
    for (auto it = edits.rbegin(); it != edits.rend(); ++it)
        result.edits << Edit{it->table, it->id, it->after, it->before};
    return result;
}

void Change::applyTo(Config &config) const
{
    for (const Edit &edit : edits) {
        if (edit.after)
            config.put(edit.table, *edit.after);
        else
            config.remove(edit.table, edit.id);
    }
}

Change difference(const Config &from, const Config &to, const QString &text)
{
    Change change{text, {}};
    QStringList tables = from.tables() + to.tables();
    tables.removeDuplicates();
    const auto isSame = [&](const QString &table) { return from.table(table).isSameAs(to.table(table)); };
    tables.erase(std::remove_if(tables.begin(), tables.end(), isSame), tables.end());
    for (const QString &table : std::as_const(tables)) {
        for (const QJsonObject &row : from.rows(table)) {
            const QString id = row.value("id"_L1).toString();
            const std::optional<QJsonObject> after = to.find(table, id);
            if (after != row)
                change.edits << Edit{table, id, row, after};
        }
    }
    for (const QString &table : std::as_const(tables)) {
        for (const QJsonObject &row : to.rows(table)) {
            const QString id = row.value("id"_L1).toString();
            if (!from.table(table).contains(id))
                change.edits << Edit{table, id, std::nullopt, row};
        }
    }
    return change;
}

Config withTimesOf(const Config &known, const Config &read)
{
    Config result = read;
    const QStringList tables = read.tables();
    for (const QString &table : tables) {
        const QList<QJsonObject> rows = read.rows(table);
        for (const QJsonObject &row : rows) {
            const auto before = known.find(table, row.value("id"_L1).toString());
            if (!before || *before == row)
                continue;
            QJsonObject timed = row;
            timed.insert(u"created_at"_s, before->value("created_at"_L1));
            QJsonObject unchanged = timed;
            unchanged.insert(u"updated_at"_s, before->value("updated_at"_L1));
            result.put(table, unchanged == *before ? unchanged : timed);
        }
    }
    return result;
}

} // namespace gatehouse
