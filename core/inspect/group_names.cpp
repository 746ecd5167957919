// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/group_names.h"

#include "core/base/edit_distance.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

QMap<QString, int> groupNames(const Config &config)
{
    QMap<QString, int> names;
    for (const QJsonObject &row : config.rows(u"acls"_s))
        names.insert(row.value("group"_L1).toString(), 0);
    for (const QJsonObject &row : config.rows(u"plugins"_s)) {
        if (row.value("name"_L1) != "acl"_L1 || !row.value("enabled"_L1).toBool(true))
            continue;
        const QJsonObject rules = row.value("config"_L1).toObject();
        for (const auto list : {"allow"_L1, "deny"_L1}) {
            const QStringList groups = rules.value(list).toVariant().toStringList();
            for (const QString &group : groups)
                ++names[group];
        }
    }
    return names;
}

QString nearestName(const QString &name, const QStringList &known)
{
    QString nearest;
    qsizetype least = qMax<qsizetype>(1, name.size() / 3) + 1; // further away it is another word
    for (const QString &each : known) {
        const qsizetype letters = editDistance(name.toLower(), each.toLower());
        if (each != name && letters < least) {
            least = letters;
            nearest = each;
        }
    }
    return nearest;
}

} // namespace gatehouse
