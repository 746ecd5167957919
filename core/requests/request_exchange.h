// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/chunked_decoder.h"
#include "core/requests/prepared_request.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

class QSslSocket;

namespace gatehouse {

// What came back for a request.
struct RequestAnswer {
    int status = 0;
    QByteArray reason;
    QList<RequestField> fields; // without the trace
    QByteArray trace;           // X-Kong-Request-Debug-Output; null when there is none
    QByteArray body;            // its beginning, framing taken off
    qint64 bodySize = 0;        // all that came of it
    bool isIncomplete = false;  // the body broke off, or had no end in time
    double ms = 0;              // from the first octet sent to the last one received
    qint64 startedAt = 0;       // seconds since the Unix epoch
};

// How long is waited, and how much is kept.
struct ExchangeLimits {
    std::chrono::milliseconds connect{5000};
    std::chrono::milliseconds head{70000}; // longer than a service's default time-outs
    std::chrono::milliseconds body{60000};
    qint64 keptBody = 1024 * 1024; // bytes; the rest is counted
};

// Sends one request on a connection of its own and takes the answer. Nothing waits: exactly one of answered() and
// failed() follows send(), unless cancel() or another send() comes before. The certificate of a TLS port is verified
// unless it is on this machine. Thread: control, with an event loop.
class RequestExchange : public QObject
{
    Q_OBJECT
public:
    explicit RequestExchange(QObject *parent = nullptr);
    ~RequestExchange() override;

    void send(const PreparedRequest &request, const ExchangeLimits &limits = {});
    void cancel();

    [[nodiscard]] bool isRunning() const noexcept { return m_socket != nullptr; }

signals:
    void progressed(qint64 bodySize);
    void answered(const gatehouse::RequestAnswer &answer);
    void failed(const gatehouse::Error &error); // ErrorKind::Network

private:
    enum class BodyEnd { Head, Length, Chunked, Close };

    void open();
    void write();
    void read();
    [[nodiscard]] bool takeHead();
    void takeBody(QByteArray octets);
    void takeChunks(const QByteArray &octets);
    void keep(QByteArrayView data);
    void onClosed();
    void onTimeout();
    void finish();
    void fail(const QString &why);

    PreparedRequest m_request;
    ExchangeLimits m_limits;
    QSslSocket *m_socket = nullptr; // while it is under way
    QTimer m_deadline;
    QElapsedTimer m_since;
    QByteArray m_head; // received and not yet understood
    RequestAnswer m_answer;
    http::ChunkedDecoder m_chunks{http::Limits::forResponses()};
    BodyEnd m_bodyEnd = BodyEnd::Head;
    qint64 m_bodyLength = 0;
    bool m_hasHead = false;
};

} // namespace gatehouse
