// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command.h"
#include "app/terminal/jwt_mint_options.h"
#include "app/terminal/secret_lookup.h"
#include "core/plugins/jwt/jwt_token.h"
#include "core/plugins/jwt/token_mint.h"
#include "core/plugins/jwt/token_times.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

void describeMint(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Makes a signed token and prints it, and nothing else, to standard output.\n"
        "With --config the credential of a consumer is taken from the file; otherwise name its key and give the "
        "secret\n"
        "on standard input or the private key in a file.\n\n"
        "  gatehousectl jwt mint --consumer mobile-app --config kong.yml --expires 5m\n"
        "  gatehousectl jwt mint --key mobile-key --secret-stdin < secret.txt\n"
        "  gatehousectl jwt mint --key mobile-key --private-key-file key.pem --alg RS256 --claim role=admin"_s);
    parser.addOptions({
        {u"key"_s, u"The key of the jwt credential, which the token names as its issuer."_s, u"ISS"_s},
        {u"consumer"_s, u"Username, custom id or id of the consumer whose credential is used."_s, u"NAME"_s},
        {u"config"_s, u"Declarative configuration (kong.yml) with the credential."_s, u"FILE"_s},
        {u"secret-stdin"_s, u"Read the secret from standard input."_s},
        {u"secret-is-base64"_s, u"The secret is base64url text, as with the plugin's option of that name."_s},
        {u"private-key-file"_s, u"PEM file with the private key; '-' is standard input."_s, u"FILE"_s},
        {u"alg"_s, u"HS256 ... HS512, RS*, PS*, ES* or EdDSA (the credential's, else HS256)."_s, u"ALG"_s},
        {u"expires"_s, u"How long the token is valid: 30s, 5m, 2h, 1d or never (5m)."_s, u"TIME"_s, u"5m"_s},
        {u"key-claim"_s, u"The claim that carries the key (iss)."_s, u"NAME"_s, u"iss"_s},
        {u"claim"_s, u"One more claim; the value is JSON or else text. May be repeated."_s, u"NAME=VALUE"_s},
    });
    parser.addOption(secretsFileOption());
}

int usageError(const QString &message)
{
    err() << "gatehousectl jwt mint: " << message << Qt::endl << "Try 'gatehousectl jwt mint --help'." << Qt::endl;
    return exitUsage;
}

// The whole of an argument or of standard input.
QByteArray tokenText(const QStringList &arguments)
{
    QByteArray text = arguments.value(0, u"-"_s).toUtf8();
    QFile input;
    if (text == "-")
        text = input.open(stdin, QIODevice::ReadOnly) ? input.readAll() : QByteArray();
    return pastedToken(text).token;
}

QJsonObject timesJson(const QJsonObject &claims, const QDateTime &now)
{
    QJsonObject times;
    for (const TokenTime &time : timesIn(claims, now)) {
        times.insert(
            time.claim,
            QJsonObject{{u"utc"_s, time.when.toUTC().toString(Qt::ISODate)},
                        {u"local"_s, time.when.toOffsetFromUtc(time.when.offsetFromUtc()).toString(Qt::ISODate)},
                        {u"meaning"_s, time.meaning}});
    }
    return times;
}

void printJson(const JwtToken &token, const char *wrong, const QDateTime &now)
{
    const QJsonObject result{
        {u"schema"_s, 1},
        {u"header"_s, token.header},
        {u"claims"_s, token.claims},
        {u"times"_s, timesJson(token.claims, now)},
        {u"signature_bytes"_s, token.signature.size()},
        {u"problem"_s, wrong ? QJsonValue(QString::fromLatin1(wrong)) : QJsonValue(QJsonValue::Null)}};
    out() << QJsonDocument(result).toJson() << Qt::flush;
}

QString valueText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

void printSection(const char *title, const QJsonObject &section, const QList<TokenTime> &times)
{
    out() << title << "\n";
    for (auto entry = section.begin(); entry != section.end(); ++entry) {
        out() << "  " << entry.key().leftJustified(8) << ' ' << valueText(entry.value()) << "\n";
        for (const TokenTime &time : times) {
            if (time.claim != entry.key())
                continue;
            out() << QString(11, u' ') << time.when.toString(u"yyyy-MM-dd HH:mm:ss t"_s) << " ("
                  << time.when.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) << " UTC), " << time.meaning << "\n";
        }
    }
}

void printText(const JwtToken &token, const QDateTime &now)
{
    printSection("Header", token.header, {});
    printSection("Claims", token.claims, timesIn(token.claims, now));
    out() << "Signature\n  " << token.signature.size() << " bytes, not verified" << Qt::endl;
}

} // namespace

int runJwtMint(const QStringList &arguments)
{
    QCommandLineParser parser;
    describeMint(parser);
    if (!parseArguments(parser, {u"jwt"_s, u"mint"_s}, arguments))
        return exitUsage;
    if (const QString problem = mintUsageProblem(parser); !problem.isEmpty())
        return usageError(problem);
    const Result<MintOrder> order = mintOrder(parser, QDateTime::currentSecsSinceEpoch());
    if (!order)
        return fail(order.error());
    const Result<QByteArray> token = signToken(order->claims, *order->algorithm, order->key);
    if (!token)
        return fail(token.error());
    out() << *token << Qt::endl;
    return exitOk;
}

int runJwtDecode(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Shows the header and the claims of a token. The signature is NOT verified."_s);
    parser.addPositionalArgument(u"TOKEN"_s, u"The token; '-' or nothing: standard input."_s, u"[TOKEN|-]"_s);
    parser.addOption({u"json"_s, u"Print JSON."_s});
    if (!parseArguments(parser, {u"jwt"_s, u"decode"_s}, arguments))
        return exitUsage;
    const QByteArray text = tokenText(parser.positionalArguments());
    const QDateTime now = QDateTime::currentDateTime();
    JwtToken token;
    const char *wrong = token.parse({text.constData(), static_cast<std::size_t>(text.size())});
    if (parser.isSet(u"json"_s))
        printJson(token, wrong, now);
    else if (!token.header.isEmpty())
        printText(token, now);
    if (wrong)
        err() << "Bad token; " << wrong << Qt::endl;
    return wrong ? exitFailure : exitOk;
}

} // namespace gatehouse
