// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/jwt_token.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray toArray(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// Either alphabet is taken, padding is optional, anything else is refused.
bool decode(std::string_view part, QByteArray &decoded)
{
    QByteArray text = toArray(part);
    text.replace('+', '-').replace('/', '_');
    while (text.endsWith('='))
        text.chop(1);
    const auto result = QByteArray::fromBase64Encoding(text, base64Url | QByteArray::AbortOnBase64DecodingErrors);
    decoded = *result;
    return result.decodingStatus == QByteArray::Base64DecodingStatus::Ok && text.size() % 4 != 1;
}

bool decodeObject(std::string_view part, QJsonObject &object)
{
    QByteArray json;
    if (!decode(part, json))
        return false;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    object = document.object(); // empty for a list, which then has no "alg" or no claims
    return error.error == QJsonParseError::NoError;
}

} // namespace

const char *JwtToken::parse(std::string_view token)
{
    const std::size_t first = token.find('.');
    const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos)
        return "invalid JSON";
    signedText = token.substr(0, second);
    if (!decodeObject(token.substr(0, first), header) ||
        !decodeObject(token.substr(first + 1, second - first - 1), claims))
        return "invalid JSON";
    algorithm = findJwtAlgorithm(header.value("alg"_L1).toString().toStdString());
    if (!algorithm)
        return "invalid alg";
    if (!decode(token.substr(second + 1), signature))
        return "invalid signature";
    return nullptr;
}

Result<QByteArray> signToken(const QJsonObject &claims, const JwtAlgorithm &algorithm, const JwtKey &key)
{
    const QString name = QString::fromLatin1(algorithm.name.data(), static_cast<qsizetype>(algorithm.name.size()));
    const QJsonObject header{{u"typ"_s, u"JWT"_s}, {u"alg"_s, name}};
    const QByteArray text = QJsonDocument(header).toJson(QJsonDocument::Compact).toBase64(base64Url) + '.' +
                            QJsonDocument(claims).toJson(QJsonDocument::Compact).toBase64(base64Url);
    const Result<QByteArray> signature = key.sign(algorithm, text);
    if (!signature)
        return signature.error();
    return QByteArray(text + '.' + signature->toBase64(base64Url));
}

} // namespace gatehouse
