// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/explain_credentials.h"

#include "app/terminal/consumer_credentials.h"
#include "core/http/request_parser.h"
#include "core/plugins/jwt/jwt_token.h"
#include "core/routing/path_normalizer.h"
#include "core/routing/router.h"
#include "core/snapshot/entity_plans.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qint64 tokenLifetime = 60; // seconds: it is used at once

// The route the request will take; nothing when none fits.
std::optional<QJsonObject> routeFor(const ExplainRequest &request, const Config &config)
{
    QList<QJsonObject> routes;
    std::vector<routing::RouteRule> rules;
    for (const QJsonObject &route : config.rows(u"routes"_s)) {
        const auto service = config.find(u"services"_s, foreignId(route, u"service"_s));
        if (!isHttpRoute(route) || (service && !service->value("enabled"_L1).toBool(true)))
            continue;
        routes << route;
        rules.push_back(routeRule(route));
    }
    const Result<routing::Router> router = routing::Router::build(rules);
    const QByteArray bytes = request.bytes();
    http::RequestParser parser{http::Limits{}};
    http::RequestHead head;
    const auto parsed = parser.parse({bytes.constData(), static_cast<std::size_t>(bytes.size())}, head);
    if (!router || parsed != http::ParseStatus::Done)
        return std::nullopt;
    std::string normalized(head.path.size(), '\0');
    routing::RouteQuery query;
    query.method = head.method;
    query.host = head.host;
    query.path = routing::normalizePath(head.path, normalized.data());
    query.fields = &head.fields;
    query.tls = request.endpoint.tls;
    query.listenPort = request.endpoint.port;
    const std::string sni = request.endpoint.tls ? request.endpoint.host.toStdString() : std::string();
    query.sni = sni;
    routing::MatchScratch scratch;
    routing::RouteMatch match;
    return router->match(query, scratch, match) ? std::optional(routes[match.rule]) : std::nullopt;
}

// The configuration of that plugin for a request without a consumer yet: bound to route and service, route, service, or
// to nothing (kong/runloop/plugins_iterator.lua). Nothing when it does not run.
std::optional<QJsonObject> pluginConfig(const Config &config, const QString &name, const QJsonObject &route)
{
    std::optional<QJsonObject> best;
    int bestRank = -1;
    for (const QJsonObject &plugin : config.rows(u"plugins"_s)) {
        const QString routeId = foreignId(plugin, u"route"_s);
        const QString serviceId = foreignId(plugin, u"service"_s);
        const bool fits = plugin.value("name"_L1) == name && plugin.value("enabled"_L1).toBool(true) &&
                          foreignId(plugin, u"consumer"_s).isEmpty() &&
                          (routeId.isEmpty() || routeId == route.value("id"_L1).toString()) &&
                          (serviceId.isEmpty() || serviceId == foreignId(route, u"service"_s));
        const int rank = (routeId.isEmpty() ? 0 : 2) + (serviceId.isEmpty() ? 0 : 1);
        if (!fits || rank <= bestRank)
            continue;
        bestRank = rank;
        best = plugin.value("config"_L1).toObject();
    }
    return best;
}

// What one plugin needs of one consumer.
struct Need {
    ExplainRequest &request;
    const QJsonObject &plugin; // its configuration
    QList<QJsonObject> credentials;
    QString consumer;
    qint64 now;
};

Result<QByteArray> tokenFor(const Need &need, const QJsonObject &credential)
{
    const JwtAlgorithm *algorithm =
        findJwtAlgorithm(credential.value("algorithm"_L1).toString(u"HS256"_s).toStdString());
    const Result<JwtKey> key = keyFromSecret(credential.value("secret"_L1).toString().toUtf8(),
                                             need.plugin.value("secret_is_base64"_L1).toBool());
    if (!key)
        return key.error();
    const double longest = need.plugin.value("maximum_expiration"_L1).toDouble();
    const auto lifetime = longest > 0 ? std::min(tokenLifetime, static_cast<qint64>(longest)) : tokenLifetime;
    return signToken({{need.plugin.value("key_claim_name"_L1).toString(u"iss"_s), credential.value("key"_L1)},
                      {u"iat"_s, need.now},
                      {u"nbf"_s, need.now},
                      {u"exp"_s, need.now + lifetime}},
                     *algorithm, *key);
}

QString useToken(const Need &need)
{
    const auto usable = std::find_if(need.credentials.begin(), need.credentials.end(), [](const QJsonObject &row) {
        return row.value("algorithm"_L1).toString(u"HS256"_s).startsWith("HS"_L1);
    });
    if (need.credentials.isEmpty())
        return u"jwt: %1 has no jwt credential"_s.arg(need.consumer);
    if (usable == need.credentials.end())
        return u"jwt: the private key of %1 is not in the configuration; make a token with 'gatehousectl jwt mint' and "
               "give it with -H"_s.arg(need.consumer);
    const Result<QByteArray> token = tokenFor(need, *usable);
    if (!token)
        return u"jwt: "_s + token.error().message;
    const QByteArray headerName = need.plugin.value("header_names"_L1)[0].toString().toUtf8();
    const QByteArray argument = need.plugin.value("uri_param_names"_L1)[0].toString().toUtf8();
    if (headerName.isEmpty() && argument.isEmpty())
        return u"jwt: tokens are taken from cookies only; give one with -H"_s;
    if (headerName.isEmpty())
        need.request.addQueryArgument(argument, *token);
    else
        need.request.fields << RequestField{headerName, "Bearer " + *token};
    return u"jwt: a token of %1 with the key %2"_s.arg(need.consumer, usable->value("key"_L1).toString());
}

QString useKey(const Need &need)
{
    if (need.credentials.isEmpty())
        return u"key-auth: %1 has no key"_s.arg(need.consumer);
    const QByteArray key = need.credentials.first().value("key"_L1).toString().toUtf8();
    const QString name = need.plugin.value("key_names"_L1)[0].toString(u"apikey"_s);
    if (need.plugin.value("key_in_header"_L1).toBool(true))
        need.request.fields << RequestField{name.toUtf8(), key};
    else if (need.plugin.value("key_in_query"_L1).toBool(true))
        need.request.addQueryArgument(name.toUtf8(), key);
    else
        return u"key-auth: keys are taken from bodies only; give one with -d"_s;
    return u"key-auth: a key of %1 in %2"_s.arg(need.consumer, name);
}

QString sayHashed(const Need &need)
{
    return u"basic-auth: only a hash of the password of %1 is kept; give the credentials with -H"_s.arg(need.consumer);
}

} // namespace

Result<QStringList>
addCredentials(ExplainRequest &request, const Config &config, const QString &consumer, qint64 nowSeconds)
{
    static constexpr struct {
        const char *plugin;
        const char *table;
        QString (*use)(const Need &);
    } authentication[] = {{"jwt", "jwt_secrets", useToken},
                          {"key-auth", "keyauth_credentials", useKey},
                          {"basic-auth", "basicauth_credentials", sayHashed}};

    const auto found = consumerNamed(config, consumer);
    if (!found)
        return Error{ErrorKind::NotFound, u"There is no consumer '%1'."_s.arg(consumer)};
    const auto route = routeFor(request, config);
    if (!route)
        return QStringList{u"no route fits, so no credentials are needed"_s};
    QStringList notes;
    for (const auto &[plugin, table, use] : authentication) {
        if (const auto pluginRow = pluginConfig(config, QLatin1String(plugin), *route)) {
            const Table &credentials = config.table(QLatin1String(table));
            notes << use({request, *pluginRow, credentials.rowsWhere(u"consumer"_s, found->value("id"_L1).toString()),
                          consumer, nowSeconds});
        }
    }
    if (notes.isEmpty())
        notes << u"no plugin on the route %1 asks who the client is"_s.arg(route->value("name"_L1).toString());
    return notes;
}

} // namespace gatehouse
