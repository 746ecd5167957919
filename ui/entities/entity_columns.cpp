// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entity_columns.h"

#include "ui/entities/more_entity_kinds.h"
#include "ui/entities/plugin_summary.h"
#include "ui/inspect/service_url.h"
#include "ui/traffic/entity_traffic.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString value(const QJsonObject &row, QLatin1StringView key)
{
    return row.value(key).toVariant().toString();
}

QString list(const QJsonObject &row, QLatin1StringView key, const QString &separator = u", "_s)
{
    return row.value(key).toVariant().toStringList().join(separator);
}

QString children(const Config &config, const QString &table, const QString &field, const QJsonObject &row)
{
    const qsizetype count = config.table(table).rowsWhere(field, value(row, "id"_L1)).size();
    return count == 0 ? QString() : QString::number(count);
}

QString parentName(const Config &config, const QJsonObject &row, const QString &field, const QString &table)
{
    const QString id = foreignId(row, field);
    if (id.isEmpty())
        return {};
    const auto parent = config.find(table, id);
    return parent ? shownName(*parent) : id;
}

QString tags(const Config &, const QJsonObject &row)
{
    return list(row, "tags"_L1);
}

QString urlOf(const Config &, const QJsonObject &row)
{
    return serviceUrl(row);
}

QString routeMatch(const Config &, const QJsonObject &row)
{
    QStringList parts;
    for (const auto key : {"hosts"_L1, "paths"_L1, "snis"_L1}) {
        if (const QString text = list(row, key); !text.isEmpty())
            parts << text;
    }
    const QStringList headers = row.value("headers"_L1).toObject().keys();
    for (const QString &header : headers)
        parts << header + u": …"_s;
    return parts.join(u"  "_s);
}

QString routePlugins(const Config &config, const QJsonObject &row)
{
    QStringList names;
    const QList<QJsonObject> plugins = config.table(u"plugins"_s).rowsWhere(u"route"_s, value(row, "id"_L1));
    for (const QJsonObject &plugin : plugins)
        names << value(plugin, "name"_L1);
    return names.join(u", "_s);
}

QString credentials(const Config &config, const QJsonObject &row)
{
    static constexpr std::array<std::pair<const char *, const char *>, 5> kinds{{{"jwt_secrets", "jwt"},
                                                                                 {"keyauth_credentials", "key"},
                                                                                 {"basicauth_credentials", "basic"},
                                                                                 {"hmacauth_credentials", "hmac"},
                                                                                 {"oauth2_credentials", "oauth2"}}};
    QStringList parts;
    for (const auto &[table, word] : kinds) {
        const QString count = children(config, QLatin1String(table), u"consumer"_s, row);
        if (!count.isEmpty())
            parts << (count == u'1' ? QString::fromLatin1(word) : QString::fromLatin1(word) + u" ×"_s + count);
    }
    return parts.join(u", "_s);
}

QString groups(const Config &config, const QJsonObject &row)
{
    QStringList names;
    const QList<QJsonObject> rows = config.table(u"acls"_s).rowsWhere(u"consumer"_s, value(row, "id"_L1));
    for (const QJsonObject &acl : rows)
        names << value(acl, "group"_L1);
    return names.join(u", "_s);
}

QString onOff(const Config &, const QJsonObject &row)
{
    return row.value("enabled"_L1).toBool(true) ? QCoreApplication::translate("EntityColumns", "on")
                                                : QCoreApplication::translate("EntityColumns", "off");
}

EntityColumn requestsColumn()
{
    return {"requests", QT_TRANSLATE_NOOP("EntityColumns", "5 min"), nullptr, 8, TrafficFigure::Requests};
}

EntityColumn errorsColumn()
{
    return {"errors", QT_TRANSLATE_NOOP("EntityColumns", "Errors"), nullptr, 10, TrafficFigure::Errors};
}

EntityKindText services()
{
    return {
        EntityKind::Services,
        "services",
        "servicesPage",
        "services",
        QT_TRANSLATE_NOOP("EntityColumns", "Services"),
        QT_TRANSLATE_NOOP("EntityColumns",
                          "A service is an upstream that requests are passed on to. There is none yet."),
        {{"name", QT_TRANSLATE_NOOP("EntityColumns", "Name"),
          [](const Config &, const QJsonObject &row) { return shownName(row); }, 20},
         {"url", QT_TRANSLATE_NOOP("EntityColumns", "URL"), urlOf, 30},
         requestsColumn(),
         errorsColumn(),
         {"p95", QT_TRANSLATE_NOOP("EntityColumns", "p95 upstream"), nullptr, 12, TrafficFigure::UpstreamP95},
         {"routes", QT_TRANSLATE_NOOP("EntityColumns", "Routes"),
          [](const Config &config, const QJsonObject &row) { return children(config, u"routes"_s, u"service"_s, row); },
          8},
         {"plugins", QT_TRANSLATE_NOOP("EntityColumns", "Plugins"),
          [](const Config &config, const QJsonObject &row) {
              return children(config, u"plugins"_s, u"service"_s, row);
          },
          8},
         {"retries", QT_TRANSLATE_NOOP("EntityColumns", "Retries"),
          [](const Config &, const QJsonObject &row) { return value(row, "retries"_L1); }, 8},
         {"enabled", QT_TRANSLATE_NOOP("EntityColumns", "State"), onOff, 7},
         {"tags", QT_TRANSLATE_NOOP("EntityColumns", "Tags"), tags, 16}},
        {"routes", "plugins"},
        {{QT_TRANSLATE_NOOP("EntityColumns", "Routes"), {"routes"}, "service", true},
         {QT_TRANSLATE_NOOP("EntityColumns", "Plugins"), {"plugins"}, "service", true}}};
}

EntityKindText routes()
{
    return {EntityKind::Routes,
            "routes",
            "routesPage",
            "routes",
            QT_TRANSLATE_NOOP("EntityColumns", "Routes"),
            QT_TRANSLATE_NOOP("EntityColumns", "A route says which requests go to which service. There is none yet."),
            {{"name", QT_TRANSLATE_NOOP("EntityColumns", "Name"),
              [](const Config &, const QJsonObject &row) { return shownName(row); }, 20},
             {"method", QT_TRANSLATE_NOOP("EntityColumns", "Methods"),
              [](const Config &, const QJsonObject &row) {
                  const QString text = list(row, "methods"_L1, u" "_s);
                  return text.isEmpty() ? QCoreApplication::translate("EntityColumns", "any") : text;
              },
              10},
             {"match", QT_TRANSLATE_NOOP("EntityColumns", "Match"), routeMatch, 28},
             requestsColumn(),
             errorsColumn(),
             {"service", QT_TRANSLATE_NOOP("EntityColumns", "Service"),
              [](const Config &config, const QJsonObject &row) {
                  return parentName(config, row, u"service"_s, u"services"_s);
              },
              18},
             {"plugins", QT_TRANSLATE_NOOP("EntityColumns", "Own plugins"), routePlugins, 24},
             {"tags", QT_TRANSLATE_NOOP("EntityColumns", "Tags"), tags, 16},
             {"order", QT_TRANSLATE_NOOP("EntityColumns", "Evaluation order"), nullptr, 40}},
            {"services", "plugins"}};
}

EntityKindText consumers()
{
    return {
        EntityKind::Consumers,
        "consumers",
        "consumersPage",
        "consumers",
        QT_TRANSLATE_NOOP("EntityColumns", "Consumers"),
        QT_TRANSLATE_NOOP("EntityColumns", "A consumer is somebody who calls your services. There is none yet."),
        {{"username", QT_TRANSLATE_NOOP("EntityColumns", "Username"),
          [](const Config &, const QJsonObject &row) { return shownName(row); }, 22},
         {"custom_id", QT_TRANSLATE_NOOP("EntityColumns", "Custom ID"),
          [](const Config &, const QJsonObject &row) { return value(row, "custom_id"_L1); }, 14},
         {"seen", QT_TRANSLATE_NOOP("EntityColumns", "Last seen"), nullptr, 12, TrafficFigure::LastSeen},
         requestsColumn(),
         {"denied", QT_TRANSLATE_NOOP("EntityColumns", "Denied"), nullptr, 8, TrafficFigure::Denied},
         {"credentials", QT_TRANSLATE_NOOP("EntityColumns", "Credentials"), credentials, 18},
         {"group", QT_TRANSLATE_NOOP("EntityColumns", "Groups"), groups, 22},
         {"plugins", QT_TRANSLATE_NOOP("EntityColumns", "Plugins"),
          [](const Config &config, const QJsonObject &row) {
              return children(config, u"plugins"_s, u"consumer"_s, row);
          },
          8},
         {"tags", QT_TRANSLATE_NOOP("EntityColumns", "Tags"), tags, 16}},
        {"plugins", "acls", "jwt_secrets", "keyauth_credentials", "basicauth_credentials", "hmacauth_credentials",
         "oauth2_credentials"},
        {{QT_TRANSLATE_NOOP("EntityColumns", "Credentials"),
          {"jwt_secrets", "keyauth_credentials", "basicauth_credentials", "hmacauth_credentials", "oauth2_credentials"},
          "consumer"},
         {QT_TRANSLATE_NOOP("EntityColumns", "Groups"), {"acls"}, "consumer"},
         {QT_TRANSLATE_NOOP("EntityColumns", "Plugins"), {"plugins"}, "consumer", true}}};
}

EntityKindText plugins()
{
    return {EntityKind::Plugins,
            "plugins",
            "pluginsPage",
            "plugins",
            QT_TRANSLATE_NOOP("EntityColumns", "Plugins"),
            QT_TRANSLATE_NOOP("EntityColumns", "Plugins authenticate, limit and log requests. There is none yet."),
            {{"name", QT_TRANSLATE_NOOP("EntityColumns", "Plugin"),
              [](const Config &, const QJsonObject &row) { return value(row, "name"_L1); }, 18},
             {"scope", QT_TRANSLATE_NOOP("EntityColumns", "Applies to"), pluginScope, 30},
             {"short", QT_TRANSLATE_NOOP("EntityColumns", "In short"),
              [](const Config &, const QJsonObject &row) { return pluginInShort(row); }, 40},
             {"instance", QT_TRANSLATE_NOOP("EntityColumns", "Instance"),
              [](const Config &, const QJsonObject &row) { return value(row, "instance_name"_L1); }, 14},
             {"enabled", QT_TRANSLATE_NOOP("EntityColumns", "State"), pluginState, 20}},
            {"services", "routes", "consumers"}};
}

// In a project of several files every list can show where its rows stand.
EntityKindText withFile(EntityKindText kind)
{
    kind.columns.append({"file", QT_TRANSLATE_NOOP("EntityColumns", "File"), nullptr, 18});
    return kind;
}

} // namespace

const EntityKindText &entityKindText(EntityKind kind)
{
    static const std::array kinds{withFile(services()),
                                  withFile(routes()),
                                  withFile(consumers()),
                                  withFile(plugins()),
                                  withFile(entity_kinds::upstreams()),
                                  withFile(entity_kinds::certificates()),
                                  withFile(entity_kinds::caCertificates()),
                                  withFile(entity_kinds::keySets()),
                                  withFile(entity_kinds::keys()),
                                  withFile(entity_kinds::vaults())};
    return kinds[static_cast<std::size_t>(kind)];
}

QList<EntityKind> entityKinds()
{
    return {EntityKind::Services,  EntityKind::Routes,       EntityKind::Consumers,      EntityKind::Plugins,
            EntityKind::Upstreams, EntityKind::Certificates, EntityKind::CaCertificates, EntityKind::KeySets,
            EntityKind::Keys,      EntityKind::Vaults};
}

std::optional<EntityKind> kindOfTable(QStringView table)
{
    const QList<EntityKind> kinds = entityKinds();
    for (const EntityKind kind : kinds) {
        if (table == QLatin1String(entityKindText(kind).table))
            return kind;
    }
    return std::nullopt;
}

} // namespace gatehouse
