// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/plugin_summary.h"

#include "core/plugins/plugin.h"
#include "ui/entities/entity_columns.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PluginSummary)
};

QString list(const QJsonObject &config, QLatin1StringView key)
{
    return config.value(key).toVariant().toStringList().join(u", "_s);
}

QString limits(const QJsonObject &config)
{
    static constexpr std::array<std::pair<const char *, const char *>, 6> periods{
        {{"second", QT_TRANSLATE_NOOP("PluginSummary", "%1 a second")},
         {"minute", QT_TRANSLATE_NOOP("PluginSummary", "%1 a minute")},
         {"hour", QT_TRANSLATE_NOOP("PluginSummary", "%1 an hour")},
         {"day", QT_TRANSLATE_NOOP("PluginSummary", "%1 a day")},
         {"month", QT_TRANSLATE_NOOP("PluginSummary", "%1 a month")},
         {"year", QT_TRANSLATE_NOOP("PluginSummary", "%1 a year")}}};
    QStringList parts;
    for (const auto &[key, text] : periods) {
        const QJsonValue limit = config.value(QLatin1String(key));
        if (limit.isDouble())
            parts << Words::tr(text).arg(limit.toDouble());
    }
    return Words::tr("%1, per %2").arg(parts.join(u", "_s), config.value("limit_by"_L1).toString());
}

QString groups(const QJsonObject &config)
{
    const QString allowed = list(config, "allow"_L1);
    return allowed.isEmpty() ? Words::tr("all but %1").arg(list(config, "deny"_L1)) : Words::tr("only %1").arg(allowed);
}

QString tokens(const QJsonObject &config)
{
    const QString checked = list(config, "claims_to_verify"_L1);
    const QString key = config.value("key_claim_name"_L1).toString();
    return checked.isEmpty() ? Words::tr("consumer by claim %1").arg(key)
                             : Words::tr("consumer by claim %1, checks %2").arg(key, checked);
}

} // namespace

QString pluginScope(const Config &config, const QJsonObject &plugin)
{
    static constexpr std::array<std::array<const char *, 3>, 3> scopes{
        {{"route", "routes", QT_TRANSLATE_NOOP("PluginSummary", "route %1")},
         {"service", "services", QT_TRANSLATE_NOOP("PluginSummary", "service %1")},
         {"consumer", "consumers", QT_TRANSLATE_NOOP("PluginSummary", "consumer %1")}}};
    QStringList parts;
    for (const auto &[field, table, text] : scopes) {
        const QString id = foreignId(plugin, QLatin1String(field));
        if (id.isEmpty())
            continue;
        const auto parent = config.find(QLatin1String(table), id);
        parts << Words::tr(text).arg(parent ? shownName(*parent) : id);
    }
    return parts.isEmpty() ? Words::tr("everything") : parts.join(u", "_s);
}

QString pluginInShort(const QJsonObject &plugin)
{
    const QString name = plugin.value("name"_L1).toString();
    const QJsonObject config = plugin.value("config"_L1).toObject();
    if (name == "rate-limiting"_L1)
        return limits(config);
    if (name == "acl"_L1)
        return groups(config);
    if (name == "jwt"_L1)
        return tokens(config);
    if (name == "key-auth"_L1)
        return Words::tr("key in %1").arg(list(config, "key_names"_L1));
    if (name == "file-log"_L1)
        return config.value("path"_L1).toString();
    if (name == "request-termination"_L1)
        return Words::tr("answers %1").arg(config.value("status_code"_L1).toInt());
    if (name == "cors"_L1) {
        const QString origins = list(config, "origins"_L1);
        return Words::tr("origins %1").arg(origins.isEmpty() ? u"*"_s : origins);
    }
    return {};
}

QString pluginState(const Config &, const QJsonObject &plugin)
{
    const QString name = plugin.value("name"_L1).toString();
    const auto executed = builtinPlugins();
    const bool runs =
        std::any_of(executed.begin(), executed.end(), [&name](const PluginType *type) { return type->name == name; });
    if (!runs)
        return Words::tr("kept, not executed here");
    return plugin.value("enabled"_L1).toBool(true) ? Words::tr("on") : Words::tr("off");
}

} // namespace gatehouse
