// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/described_schemas.h"
#include "core/plugins/schema_parts.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

Field encrypted(Field field)
{
    field.encrypted = true;
    return field.vaultable();
}

std::optional<QString> sharedDictionary(const QJsonValue &value)
{
    if (value.toString() == "kong"_L1)
        return {};
    return QString();
}

std::optional<QString> namespaceProblem(const QJsonValue &value)
{
    const QStringList reserved{u"kong_acme:renew_config:"_s, u"kong_acme:renew_last_run"_s, u"kong_acme:cert_key:"_s};
    for (const QString &word : reserved) {
        if (value.toString().startsWith(word))
            return u"namespace can't be prefixed with reserved word: "_s + word;
    }
    return {};
}

Shorthand oldRedisName(const Field &field, const QStringList &path)
{
    const QString message = u"acme: config.storage_config.redis.%1 is deprecated, please use "
                            "config.storage_config.redis.%2 instead"_s;
    return renamed(field, path, message.arg(field.key, path.join(u'.')));
}

Field redisStorage()
{
    Field space = text(u"namespace"_s).need().by(QString()).minLength(0).checked(namespaceProblem);
    RecordSchema schema = *redis().record;
    schema.fields << record(u"extra_options"_s, {space, number(u"scan_count"_s).optional().by(10)});
    schema.shorthands = {
        oldRedisName(text(u"auth"_s).minLength(0), {u"password"_s}),
        oldRedisName(text(u"ssl_server_name"_s), {u"server_name"_s}),
        oldRedisName(text(u"namespace"_s).minLength(0), {u"extra_options"_s, u"namespace"_s}),
        oldRedisName(integer(u"scan_count"_s), {u"extra_options"_s, u"scan_count"_s}),
    };
    return record(u"redis"_s, schema);
}

QList<Field> remoteStorage()
{
    return {option(u"https"_s, false), host(u"host"_s),      port(u"port"_s),
            text(u"kv_path"_s),        number(u"timeout"_s), text(u"token"_s).vaultable()};
}

Field vaultStorage()
{
    return record(u"vault"_s,
                  remoteStorage() + QList<Field>{option(u"tls_verify"_s, true), text(u"tls_server_name"_s),
                                                 textOf(u"auth_method"_s, {u"token"_s, u"kubernetes"_s}, u"token"_s),
                                                 text(u"auth_path"_s), text(u"auth_role"_s), text(u"jwt_path"_s)});
}

Field storageConfig()
{
    return record(u"storage_config"_s, {record(u"shm"_s, {text(u"shm_name"_s).by(u"kong"_s).checked(sharedDictionary)}),
                                        record(u"kong"_s, QList<Field>{}), redisStorage(),
                                        record(u"consul"_s, remoteStorage()), vaultStorage()});
}

// Kong refuses some kinds of storage in modes Gatehouse does not have.
std::optional<QString> anyStorage(const QJsonObject &)
{
    return {};
}

QList<Field> acmeConfig()
{
    Field keySize = number(u"rsa_key_size"_s).by(4096);
    keySize.rules.oneOf = {2048, 3072, 4096};
    return {
        encrypted(text(u"account_email"_s).need().matching(u"%w*%p*@+%w*%.?%w*"_s)),
        record(u"account_key"_s, {text(u"key_id"_s).need(), text(u"key_set"_s)}).optional(),
        url(u"api_uri"_s).by(u"https://acme-v02.api.letsencrypt.org/directory"_s),
        option(u"tos_accepted"_s, false),
        encrypted(text(u"eab_kid"_s)),
        encrypted(text(u"eab_hmac_key"_s)).hidden(),
        textOf(u"cert_type"_s, {u"rsa"_s, u"ecc"_s}, u"rsa"_s),
        keySize,
        number(u"renew_threshold_days"_s).by(14),
        routeHosts(u"domains"_s),
        option(u"allow_any_domain"_s, false),
        number(u"fail_backoff_minutes"_s).by(5),
        textOf(u"storage"_s, {u"kong"_s, u"shm"_s, u"redis"_s, u"consul"_s, u"vault"_s}, u"shm"_s),
        storageConfig(),
        text(u"preferred_chain"_s),
        option(u"enable_ipv4_common_name"_s, true),
    };
}

} // namespace

PluginSchema acmePluginSchema()
{
    EntityCheck terms = checks::when(
        u"config.api_uri"_s,
        checks::isOneOf({u"https://acme-v02.api.letsencrypt.org"_s, u"https://acme-staging-v02.api.letsencrypt.org"_s}),
        u"config.tos_accepted"_s, checks::equals(true));
    terms.thenError = u"terms of service must be accepted, see https://letsencrypt.org/repository/"_s;
    const auto needsRedis = [](const QString &key) {
        return checks::when(u"config.storage"_s, checks::equals(u"redis"_s), u"config.storage_config.redis."_s + key,
                            checks::isRequired());
    };
    return plugin(
        u"acme"_s, 1705, {noConsumer(), noService(), noRoute(), httpProtocols(), config(acmeConfig())},
        {terms, needsRedis(u"host"_s), needsRedis(u"port"_s), checks::custom({u"config.storage"_s}, anyStorage)});
}

RecordSchema acmeStorageSchema()
{
    RecordSchema schema;
    schema.name = u"acme_storage"_s;
    schema.cacheKey = {u"key"_s};
    schema.hasTtl = true;
    schema.pluginOwned = true;
    schema.fields = {id(), text(u"key"_s).need().once().automatic(), text(u"value"_s).need().automatic().hidden(),
                     createdAt()};
    return schema;
}

} // namespace gatehouse
