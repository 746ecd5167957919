// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/consumer_credentials.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

std::optional<QJsonObject> consumerNamed(const Config &config, const QString &name)
{
    for (const QString &field : {u"username"_s, u"custom_id"_s, u"id"_s}) {
        if (const auto found = config.table(u"consumers"_s).findBy(field, name))
            return found;
    }
    return std::nullopt;
}

} // namespace gatehouse
