// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/explain_credentials.h"

#include "app/terminal/consumer_credentials.h"
#include "core/inspect/effective_plugins.h"
#include "core/inspect/match_report.h"
#include "core/plugins/jwt/jwt_token.h"
#include "core/plugins/jwt/token_mint.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qint64 tokenLifetime = 60; // seconds: it is used at once

// The route the request will take; nothing when none fits.
std::optional<QJsonObject> routeFor(const ExplainRequest &request, const Config &config)
{
    const QString scheme = request.endpoint.tls ? u"https://"_s : u"http://"_s;
    TestRequest asked{QString::fromUtf8(request.method),
                      scheme + QString::fromUtf8(request.authority) + QString::fromUtf8(request.target)};
    for (const RequestField &field : request.fields)
        asked.headers.append({QString::fromUtf8(field.name), QString::fromUtf8(field.value)});
    const Result<EvaluationOrder> order = EvaluationOrder::of(config);
    return order ? config.find(u"routes"_s, testMatch(*order, asked).routeId) : std::nullopt;
}

// What one plugin needs of one consumer.
struct Need {
    ExplainRequest &request;
    QJsonObject plugin; // its configuration
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
        const char *name;
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
    const EffectivePlugins plugins(config);
    for (const auto &[name, table, use] : authentication) {
        if (const auto plugin = plugins.instance(QLatin1String(name), route->value("id"_L1).toString(), {})) {
            const Table &credentials = config.table(QLatin1String(table));
            notes << use({request, plugin->value("config"_L1).toObject(),
                          credentials.rowsWhere(u"consumer"_s, found->value("id"_L1).toString()), consumer,
                          nowSeconds});
        }
    }
    if (notes.isEmpty())
        notes << u"no plugin on the route %1 asks who the client is"_s.arg(route->value("name"_L1).toString());
    return notes;
}

} // namespace gatehouse
