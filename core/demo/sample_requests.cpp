// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/sample_requests.h"

#include "core/plugins/jwt/jwt_token.h"

#include <QDateTime>
#include <QNetworkReply>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qint64 tokenLifetime = 24 * 60 * 60;        // seconds
constexpr int paymentsAllowed = 20;                   // a minute, by the sample's configuration
constexpr int mostPayments = 2 * paymentsAllowed + 1; // a new minute may begin among them

} // namespace

QByteArray sampleToken(const QString &key, const QString &secret)
{
    const QJsonObject claims{{u"iss"_s, key}, {u"exp"_s, QDateTime::currentSecsSinceEpoch() + tokenLifetime}};
    const Result<QByteArray> token = signToken(claims, *findJwtAlgorithm("HS256"), JwtKey::fromSecret(secret.toUtf8()));
    return token ? *token : QByteArray();
}

SampleRequests::SampleRequests(const SampleConfiguration &sample, QObject *parent)
    : QObject(parent)
{
    const QByteArray mobile = sampleToken(sample.mobileKey, sample.mobileSecret);
    const QByteArray web = sampleToken(sample.webKey, sample.webSecret);
    m_requests = {{u"/users"_s, mobile}, {u"/orders"_s, {}}, {u"/payments"_s, web}};
    for (int i = 0; i < mostPayments; ++i)
        m_requests << Request{u"/payments/%1"_s.arg(i + 1), mobile};
}

void SampleRequests::send(const QString &proxyAddress)
{
    m_proxyAddress = proxyAddress;
    m_next = 0;
    sendNext();
}

void SampleRequests::sendNext()
{
    if (m_next == m_requests.size()) {
        emit finished();
        return;
    }
    const Request &next = m_requests[m_next++];
    QNetworkRequest request(QUrl(u"http://"_s + m_proxyAddress + next.path));
    if (!next.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + next.token);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 429)
            m_next = m_requests.size(); // that was the last kind of outcome
        sendNext();
    });
}

} // namespace gatehouse
