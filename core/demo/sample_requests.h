// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/sample_configuration.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace gatehouse {

// A token for a consumer of the sample, valid for a day.
[[nodiscard]] QByteArray sampleToken(const QString &key, const QString &secret);

// The first requests of the running sample, one for each kind of outcome: 200, 401, 403, and 429 after as many payments
// as are allowed. They are sent one after the other. Thread: control.
class SampleRequests : public QObject
{
    Q_OBJECT
public:
    explicit SampleRequests(const SampleConfiguration &sample, QObject *parent = nullptr);

    // `proxyAddress` is "127.0.0.1:8000".
    void send(const QString &proxyAddress);

signals:
    void finished();

private:
    struct Request {
        QString path;
        QByteArray token; // empty: none
    };

    void sendNext();

    QNetworkAccessManager m_network;
    QList<Request> m_requests;
    qsizetype m_next = 0;
    QString m_proxyAddress;
};

} // namespace gatehouse
