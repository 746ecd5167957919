// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command.h"
#include "core/plugins/jwt/jwt_token.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

int runJwtMint(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"key"_s, u"The credential's key: the token's iss."_s, u"ISS"_s});
    if (!parseArguments(parser, {u"jwt"_s, u"mint"_s}, arguments))
        return exitUsage;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return exitFailure;
    const JwtKey key = JwtKey::fromSecret(input.readAll().trimmed());
    const Result<QByteArray> token = signToken({{u"iss"_s, parser.value(u"key"_s)}}, *findJwtAlgorithm("HS256"), key);
    if (!token)
        return fail(token.error());
    out() << *token << Qt::endl;
    return exitOk;
}

int runJwtDecode(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"TOKEN"_s, u"The token."_s);
    if (!parseArguments(parser, {u"jwt"_s, u"decode"_s}, arguments))
        return exitUsage;
    const QByteArray text = parser.positionalArguments().value(0).toUtf8();
    JwtToken token;
    if (const char *wrong = token.parse({text.constData(), static_cast<std::size_t>(text.size())})) {
        err() << "Bad token; " << wrong << Qt::endl;
        return exitFailure;
    }
    out() << QJsonDocument(token.header).toJson() << QJsonDocument(token.claims).toJson() << Qt::flush;
    return exitOk;
}

} // namespace gatehouse
