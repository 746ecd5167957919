// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/request_exchange.h"

#include "core/http/response_parser.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHostAddress>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Requests)
};

constexpr auto traceName = "X-Kong-Request-Debug-Output";

http::Limits generousLimits()
{
    http::Limits limits = http::Limits::forResponses();
    limits.fieldLine = 1024 * 1024; // a trace is a long field
    limits.head = 2 * limits.fieldLine;
    return limits;
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

void takeFields(const http::ResponseHead &head, RequestAnswer &answer)
{
    answer.status = head.status;
    answer.reason = bytesOf(head.reason);
    answer.fields.clear();
    for (const http::Field &field : head.fields) {
        if (http::equalsIgnoreCase(field.name, traceName))
            answer.trace = bytesOf(field.value);
        else
            answer.fields.append({bytesOf(field.name), bytesOf(field.value)});
    }
}

} // namespace

RequestExchange::RequestExchange(QObject *parent)
    : QObject(parent)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &RequestExchange::onTimeout);
}

RequestExchange::~RequestExchange()
{
    cancel();
}

void RequestExchange::cancel()
{
    m_deadline.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater(); // it may be what is calling
    m_socket = nullptr;
}

void RequestExchange::send(const PreparedRequest &request, const ExchangeLimits &limits)
{
    cancel();
    m_request = request;
    m_limits = limits;
    m_answer = {};
    m_head.clear();
    m_chunks.reset();
    m_hasHead = false;
    open();
}

void RequestExchange::open()
{
    m_socket = new QSslSocket(this);
    connect(m_socket, &QSslSocket::readyRead, this, &RequestExchange::read);
    connect(m_socket, &QSslSocket::errorOccurred, this, &RequestExchange::onClosed);
    connect(m_socket, &QSslSocket::disconnected, this, &RequestExchange::onClosed);
    m_deadline.start(m_limits.connect);
    const Endpoint &endpoint = m_request.endpoint;
    if (!endpoint.tls) {
        connect(m_socket, &QSslSocket::connected, this, &RequestExchange::write);
        m_socket->connectToHost(endpoint.host, endpoint.port);
        return;
    }
    if (isThisMachine(endpoint.host))
        m_socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    connect(m_socket, &QSslSocket::encrypted, this, &RequestExchange::write);
    m_socket->connectToHostEncrypted(endpoint.host, endpoint.port);
}

void RequestExchange::write()
{
    m_since.start();
    m_answer.startedAt = QDateTime::currentSecsSinceEpoch();
    m_deadline.start(m_limits.head);
    m_socket->write(m_request.bytes());
}

void RequestExchange::read()
{
    const QByteArray octets = m_socket->readAll();
    if (m_hasHead) {
        takeBody(octets);
        return;
    }
    m_head += octets;
    if (takeHead())
        takeBody(std::exchange(m_head, {}));
}

// The final answer's head is taken from the front, interim ones before it (RFC 9110 15.2). False: it is not there yet,
// or the exchange is over.
bool RequestExchange::takeHead()
{
    for (;;) {
        http::ResponseParser parser(generousLimits());
        http::ResponseHead head;
        const auto status = parser.parse(viewOf(m_head), head, m_request.method == "HEAD");
        if (status == http::ParseStatus::Failed)
            fail(Words::tr("this is not HTTP"));
        if (status != http::ParseStatus::Done)
            return false;
        takeFields(head, m_answer);
        m_head.remove(0, static_cast<qsizetype>(parser.headSize()));
        if (head.status < 200 && head.status != 101)
            continue;
        m_hasHead = true;
        m_deadline.start(m_limits.body);
        m_bodyLength = static_cast<qint64>(head.contentLength);
        m_bodyEnd = head.framing == http::Framing::Length       ? BodyEnd::Length
                    : head.framing == http::Framing::Chunked    ? BodyEnd::Chunked
                    : head.framing == http::Framing::UntilClose ? BodyEnd::Close
                                                                : BodyEnd::Head;
        if (head.status == 101)
            m_bodyEnd = BodyEnd::Head;
        return true;
    }
}

void RequestExchange::takeBody(QByteArray octets)
{
    if (m_bodyEnd == BodyEnd::Chunked) {
        takeChunks(octets);
        return;
    }
    if (m_bodyEnd == BodyEnd::Length)
        octets.truncate(static_cast<qsizetype>(std::min<qint64>(octets.size(), m_bodyLength - m_answer.bodySize)));
    if (m_bodyEnd != BodyEnd::Head)
        keep(octets);
    const bool isWhole =
        m_bodyEnd == BodyEnd::Head || (m_bodyEnd == BodyEnd::Length && m_answer.bodySize >= m_bodyLength);
    if (isWhole)
        finish();
}

void RequestExchange::takeChunks(const QByteArray &octets)
{
    std::string_view rest = viewOf(octets);
    while (!rest.empty()) {
        const http::ChunkedDecoder::Step step = m_chunks.next(rest);
        keep(QByteArrayView(step.data.data(), static_cast<qsizetype>(step.data.size())));
        rest.remove_prefix(step.consumed);
        if (step.state == http::ChunkedDecoder::State::Data)
            continue;
        m_answer.isIncomplete = step.state == http::ChunkedDecoder::State::Failed;
        if (step.state != http::ChunkedDecoder::State::NeedMore) {
            finish();
            return;
        }
    }
}

void RequestExchange::keep(QByteArrayView data)
{
    if (data.isEmpty())
        return;
    const qint64 room = std::clamp<qint64>(m_limits.keptBody - m_answer.body.size(), 0, data.size());
    m_answer.body.append(data.first(static_cast<qsizetype>(room)));
    m_answer.bodySize += data.size();
    emit progressed(m_answer.bodySize);
}

void RequestExchange::onClosed()
{
    if (m_socket->bytesAvailable() > 0)
        read();
    if (!m_socket)
        return;
    if (!m_hasHead) {
        fail(m_socket->errorString());
        return;
    }
    m_answer.isIncomplete = m_bodyEnd != BodyEnd::Close;
    finish();
}

void RequestExchange::onTimeout()
{
    if (!m_hasHead) {
        fail(Words::tr("it took too long"));
        return;
    }
    m_answer.isIncomplete = true;
    finish();
}

void RequestExchange::finish()
{
    m_answer.ms = static_cast<double>(m_since.nsecsElapsed()) / 1e6;
    cancel();
    emit answered(m_answer);
}

void RequestExchange::fail(const QString &why)
{
    const Endpoint endpoint = m_request.endpoint;
    cancel();
    emit failed({ErrorKind::Network,
                 Words::tr("No answer from %1:%2: %3").arg(endpoint.host, QString::number(endpoint.port), why)});
}

} // namespace gatehouse
