// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/request_credentials.h"

#include "core/inspect/effective_plugins.h"
#include "core/inspect/match_report.h"
#include "core/plugins/jwt/jwt_token.h"
#include "core/plugins/jwt/token_mint.h"
#include "core/requests/consumer_credentials.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Requests)
};

constexpr qint64 tokenLifetime = 5 * 60; // seconds

// The route the request will take; nothing when none fits.
std::optional<QJsonObject> routeFor(const PreparedRequest &request, const Config &config)
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
    PreparedRequest &request;
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
        return Words::tr("jwt: %1 has no jwt credential").arg(need.consumer);
    if (usable == need.credentials.end())
        return Words::tr("jwt: the private key of %1 is not in the configuration; make a token with 'gatehousectl jwt "
                         "mint' and give it in a header")
            .arg(need.consumer);
    const Result<QByteArray> token = tokenFor(need, *usable);
    if (!token)
        return u"jwt: "_s + token.error().message;
    const QByteArray headerName = need.plugin.value("header_names"_L1)[0].toString().toUtf8();
    const QByteArray argument = need.plugin.value("uri_param_names"_L1)[0].toString().toUtf8();
    if (headerName.isEmpty() && argument.isEmpty())
        return Words::tr("jwt: tokens are taken from cookies only; give one in a header");
    if (!headerName.isEmpty() && need.request.hasField(headerName))
        return Words::tr("jwt: the request has its own %1").arg(QString::fromUtf8(headerName));
    need.request.secrets << *token;
    if (headerName.isEmpty())
        need.request.addQueryArgument(argument, *token);
    else
        need.request.fields << RequestField{headerName, "Bearer " + *token};
    return Words::tr("jwt: a token of %1 with the key %2").arg(need.consumer, usable->value("key"_L1).toString());
}

QString useKey(const Need &need)
{
    if (need.credentials.isEmpty())
        return Words::tr("key-auth: %1 has no key").arg(need.consumer);
    const QByteArray key = need.credentials.first().value("key"_L1).toString().toUtf8();
    const QString name = need.plugin.value("key_names"_L1)[0].toString(u"apikey"_s);
    if (need.request.hasField(name.toUtf8()))
        return Words::tr("key-auth: the request has its own %1").arg(name);
    if (need.plugin.value("key_in_header"_L1).toBool(true)) {
        need.request.fields << RequestField{name.toUtf8(), key};
        need.request.secrets << key;
    } else if (need.plugin.value("key_in_query"_L1).toBool(true)) {
        need.request.addQueryArgument(name.toUtf8(), key);
        need.request.secrets << key.toPercentEncoding();
    } else {
        return Words::tr("key-auth: keys are taken from bodies only; give one in the body");
    }
    return Words::tr("key-auth: a key of %1 in %2").arg(need.consumer, name);
}

QString sayHashed(const Need &need)
{
    return Words::tr("basic-auth: only a hash of the password of %1 is kept; give the credentials in a header")
        .arg(need.consumer);
}

// Those of the consumer, or the chosen one among them.
QList<QJsonObject> candidates(const Table &credentials, const QString &consumerId, const QString &chosen)
{
    QList<QJsonObject> rows = credentials.rowsWhere(u"consumer"_s, consumerId);
    if (!chosen.isEmpty())
        rows.removeIf([&chosen](const QJsonObject &row) { return row.value("id"_L1) != chosen; });
    return rows;
}

} // namespace

Result<QStringList>
addCredentials(PreparedRequest &request, const Config &config, const CredentialChoice &choice, qint64 nowSeconds)
{
    static constexpr struct {
        const char *name;
        const char *table;
        QString (*use)(const Need &);
    } authentication[] = {{"jwt", "jwt_secrets", useToken},
                          {"key-auth", "keyauth_credentials", useKey},
                          {"basic-auth", "basicauth_credentials", sayHashed}};

    const auto found = consumerNamed(config, choice.consumer);
    if (!found)
        return Error{ErrorKind::NotFound, Words::tr("There is no consumer '%1'.").arg(choice.consumer)};
    const auto route = routeFor(request, config);
    if (!route)
        return QStringList{Words::tr("no route fits, so no credentials are needed")};
    QStringList notes;
    const EffectivePlugins plugins(config);
    for (const auto &[name, table, use] : authentication) {
        const QString consumerId = found->value("id"_L1).toString();
        const QList<QJsonObject> usable = candidates(config.table(QLatin1String(table)), consumerId, choice.credential);
        const auto plugin = plugins.instance(QLatin1String(name), route->value("id"_L1).toString(), {});
        if (plugin && (choice.credential.isEmpty() || !usable.isEmpty()))
            notes << use({request, plugin->value("config"_L1).toObject(), usable, choice.consumer, nowSeconds});
    }
    const QString routeName = route->value("name"_L1).toString();
    if (notes.isEmpty() && choice.credential.isEmpty())
        notes << Words::tr("no plugin on the route %1 asks who the client is").arg(routeName);
    else if (notes.isEmpty())
        notes << Words::tr("no plugin on the route %1 asks for this credential").arg(routeName);
    return notes;
}

} // namespace gatehouse
