// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/row_name.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

QString trafficName(const QJsonObject &row)
{
    for (const auto key : {"name"_L1, "username"_L1, "custom_id"_L1}) {
        if (const QString name = row.value(key).toString(); !name.isEmpty())
            return name;
    }
    return row.value("id"_L1).toString();
}

QString shownName(const QJsonObject &row)
{
    const QString name = trafficName(row);
    return name == row.value("id"_L1).toString() ? name.left(8) + u'…' : name;
}

} // namespace gatehouse
