// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/blocking_client.h"

#include "core/http/response_parser.h"

#include <QDeadlineTimer>
#include <QSslSocket>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse {

namespace {

constexpr auto connectPatience = 5s;
constexpr auto headPatience = 70s; // longer than a service's default time-outs
constexpr auto bodyPatience = 2s;  // only for the rest of an answer that may never end
constexpr qsizetype longestBody = 64 * 1024 * 1024;

int remaining(const QDeadlineTimer &deadline)
{
    return static_cast<int>(deadline.remainingTime());
}

Error failure(const Endpoint &endpoint, const QString &problem)
{
    const QString text = u"No answer from %1:%2: %3"_s.arg(endpoint.host, QString::number(endpoint.port), problem);
    return Error{ErrorKind::Network, text};
}

bool open(QSslSocket &socket, const Endpoint &endpoint)
{
    const auto patience = static_cast<int>(std::chrono::milliseconds(connectPatience).count());
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (!endpoint.tls) {
        socket.connectToHost(endpoint.host, endpoint.port);
        return socket.waitForConnected(patience);
    }
    socket.connectToHostEncrypted(endpoint.host, endpoint.port);
    return socket.waitForEncrypted(patience);
}

http::Limits generousLimits()
{
    http::Limits limits = http::Limits::forResponses();
    limits.fieldLine = 1024 * 1024; // a trace is a long field
    limits.head = 2 * limits.fieldLine;
    return limits;
}

// As announced; otherwise the body ends with the connection.
qsizetype bodySizeOf(const http::ResponseHead &head)
{
    if (head.framing == http::Framing::None || head.status == 101)
        return 0;
    const bool isKnown = head.framing == http::Framing::Length;
    return isKnown ? static_cast<qsizetype>(std::min<std::uint64_t>(head.contentLength, longestBody)) : longestBody;
}

// What one answer has come to.
struct Receiving {
    PlainAnswer answer;
    QByteArray bytes; // the head, then the body
    qsizetype bodySize = 0;
};

// The final answer's head is taken from the front, interim ones before it (RFC 9110 15.2).
http::ParseStatus parseHead(Receiving &receiving, bool isHead)
{
    for (;;) {
        http::ResponseParser parser(generousLimits());
        http::ResponseHead head;
        const QByteArray &bytes = receiving.bytes;
        const auto status = parser.parse({bytes.constData(), static_cast<std::size_t>(bytes.size())}, head, isHead);
        if (status != http::ParseStatus::Done)
            return status;
        receiving.answer.status = head.status;
        if (const http::Field *trace = head.fields.find("X-Kong-Request-Debug-Output"))
            receiving.answer.trace = QByteArray(trace->value.data(), static_cast<qsizetype>(trace->value.size()));
        receiving.bodySize = bodySizeOf(head);
        receiving.bytes.remove(0, static_cast<qsizetype>(parser.headSize()));
        if (head.status >= 200 || head.status == 101)
            return http::ParseStatus::Done;
    }
}

} // namespace

Result<PlainAnswer> exchange(const Endpoint &endpoint, const QByteArray &request)
{
    QSslSocket socket;
    if (!open(socket, endpoint))
        return failure(endpoint, socket.errorString());
    socket.write(request);
    Receiving receiving;
    const bool isHead = request.startsWith("HEAD ");
    const QDeadlineTimer headDeadline(headPatience);
    auto status = http::ParseStatus::NeedMore;
    while (status == http::ParseStatus::NeedMore) {
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(remaining(headDeadline)))
            return failure(endpoint, socket.errorString());
        receiving.bytes += socket.readAll();
        status = parseHead(receiving, isHead);
    }
    if (status == http::ParseStatus::Failed)
        return failure(endpoint, u"this is not HTTP"_s);
    const QDeadlineTimer bodyDeadline(bodyPatience);
    while (receiving.bytes.size() < receiving.bodySize && socket.waitForReadyRead(remaining(bodyDeadline)))
        receiving.bytes += socket.readAll();
    receiving.answer.body = receiving.bytes + socket.readAll();
    return receiving.answer;
}

} // namespace gatehouse
