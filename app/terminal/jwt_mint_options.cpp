// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/jwt_mint_options.h"

#include "app/terminal/secret_lookup.h"
#include "core/base/clock.h"
#include "core/declarative/declarative_loader.h"
#include "core/plugins/described/bundled_schemas.h"
#include "core/plugins/jwt/jwt_algorithm.h"
#include "core/plugins/jwt/token_mint.h"
#include "core/requests/consumer_credentials.h"

#include <QCommandLineParser>
#include <QFile>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qint64 never = -1;

// Seconds of "30s", "5m", "2h", "1d"; `never`; nothing when it is none of them.
std::optional<qint64> duration(const QString &text)
{
    if (text == "never"_L1)
        return never;
    static constexpr std::pair<char16_t, qint64> units[] = {{u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86400}};
    qint64 factor = 1;
    QString number = text;
    for (const auto &[letter, seconds] : units) {
        if (!text.endsWith(QChar(letter)))
            continue;
        factor = seconds;
        number.chop(1);
    }
    bool isNumber = false;
    const qint64 count = number.toInt(&isNumber);
    if (!isNumber || count < 0)
        return std::nullopt;
    return count * factor;
}

Result<QByteArray> readAll(const QString &name)
{
    QFile file(name);
    const bool isOpen = name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Error{ErrorKind::Io, u"Cannot read %1: %2"_s.arg(name, file.errorString())};
    return file.readAll();
}

// The credential with that key, else the first one of the consumer.
Result<QJsonObject> credentialIn(const Config &config, const QCommandLineParser &options)
{
    const Table &credentials = config.table(u"jwt_secrets"_s);
    if (options.isSet(u"key"_s)) {
        if (const auto found = credentials.findBy(u"key"_s, options.value(u"key"_s)))
            return *found;
        return Error{ErrorKind::NotFound, u"No jwt credential has the key '%1'."_s.arg(options.value(u"key"_s))};
    }
    const QString name = options.value(u"consumer"_s);
    const auto consumer = consumerNamed(config, name);
    if (!consumer)
        return Error{ErrorKind::NotFound, u"There is no consumer '%1'."_s.arg(name)};
    const auto rows = credentials.rowsWhere(u"consumer"_s, consumer->value("id"_L1).toString());
    if (rows.isEmpty())
        return Error{ErrorKind::NotFound, u"The consumer '%1' has no jwt credential."_s.arg(name)};
    return rows.first();
}

// Empty when no file was named: then --key says all there is to know.
Result<QJsonObject> credentialFor(const QCommandLineParser &options)
{
    if (!options.isSet(u"config"_s))
        return QJsonObject{{u"key"_s, options.value(u"key"_s)}};
    const Result<QByteArray> text = readAll(options.value(u"config"_s));
    if (!text)
        return text.error();
    SecretLookup lookup;
    const Result<Environment> environment =
        environmentFor(lookup, options.value(u"config"_s), *text, options.value(u"secrets-file"_s));
    if (!environment)
        return environment.error();
    const auto registry = makeSchemaRegistry();
    const SystemClock clock;
    const Result<OpenedFile> file = DeclarativeLoader(*registry, clock).open(*text, *environment);
    if (!file)
        return file.error();
    return credentialIn(file->config, options);
}

Result<JwtKey> keyFor(const QCommandLineParser &options, const JwtAlgorithm &algorithm, const QString &storedSecret)
{
    if (options.isSet(u"private-key-file"_s)) {
        const Result<QByteArray> pem = readAll(options.value(u"private-key-file"_s));
        if (!pem)
            return pem.error();
        const Result<JwtKey> key = JwtKey::fromPem(*pem);
        if (key)
            return key;
        return Error{ErrorKind::Invalid, u"The file holds no private key in PEM form without a passphrase."_s};
    }
    if (algorithm.family != JwtFamily::Hmac) {
        return Error{ErrorKind::Invalid, u"%1 needs the private key: give --private-key-file."_s.arg(QLatin1String(
                                             algorithm.name.data(), static_cast<qsizetype>(algorithm.name.size())))};
    }
    if (!options.isSet(u"secret-stdin"_s))
        return keyFromSecret(storedSecret.toUtf8(), options.isSet(u"secret-is-base64"_s));
    Result<QByteArray> secret = readAll(u"-"_s);
    if (!secret)
        return secret.error();
    while (secret->endsWith('\n') || secret->endsWith('\r'))
        secret->chop(1); // what an editor or echo puts behind it
    return keyFromSecret(*secret, options.isSet(u"secret-is-base64"_s));
}

QJsonObject claimsFrom(const QCommandLineParser &options, const QString &key, qint64 nowSeconds)
{
    ClaimsWish wish{options.value(u"key-claim"_s), key, {}, {}};
    if (const qint64 lifetime = *duration(options.value(u"expires"_s)); lifetime != never)
        wish.lifetime = lifetime;
    const QStringList given = options.values(u"claim"_s);
    for (const QString &claim : given) {
        const qsizetype equals = claim.indexOf(u'=');
        wish.extra.insert(claim.first(equals), claimValue(claim.sliced(equals + 1)));
    }
    return claimsFor(wish, nowSeconds);
}

} // namespace

QString mintUsageProblem(const QCommandLineParser &options)
{
    const bool hasConfig = options.isSet(u"config"_s);
    const bool hasSecret = options.isSet(u"secret-stdin"_s);
    const bool hasKeyFile = options.isSet(u"private-key-file"_s);
    if (!options.positionalArguments().isEmpty())
        return u"unexpected '%1'"_s.arg(options.positionalArguments().first());
    if (options.isSet(u"key"_s) == options.isSet(u"consumer"_s))
        return u"give --key or --consumer"_s;
    if (options.isSet(u"consumer"_s) && !hasConfig)
        return u"--consumer needs --config, where the consumer's credential stands"_s;
    if (hasSecret && hasKeyFile)
        return u"give --secret-stdin or --private-key-file, not both"_s;
    if (!hasConfig && !hasSecret && !hasKeyFile)
        return u"give --secret-stdin, --private-key-file or --config"_s;
    if (options.isSet(u"alg"_s) && !findJwtAlgorithm(options.value(u"alg"_s).toStdString()))
        return u"'%1' is no algorithm of a token"_s.arg(options.value(u"alg"_s));
    if (!duration(options.value(u"expires"_s)))
        return u"--expires takes 30s, 5m, 2h, 1d or never"_s;
    const QStringList claims = options.values(u"claim"_s);
    for (const QString &claim : claims) {
        if (claim.indexOf(u'=') < 1)
            return u"--claim takes NAME=VALUE, not '%1'"_s.arg(claim);
    }
    return {};
}

Result<MintOrder> mintOrder(const QCommandLineParser &options, qint64 nowSeconds)
{
    const Result<QJsonObject> credential = credentialFor(options);
    if (!credential)
        return credential.error();
    const QString name =
        options.isSet(u"alg"_s) ? options.value(u"alg"_s) : credential->value("algorithm"_L1).toString(u"HS256"_s);
    const JwtAlgorithm *algorithm = findJwtAlgorithm(name.toStdString());
    if (!algorithm)
        return Error{ErrorKind::Invalid, u"The credential names no algorithm of a token."_s};
    const Result<JwtKey> key = keyFor(options, *algorithm, credential->value("secret"_L1).toString());
    if (!key)
        return key.error();
    return MintOrder{claimsFrom(options, credential->value("key"_L1).toString(), nowSeconds), algorithm, *key};
}

} // namespace gatehouse
