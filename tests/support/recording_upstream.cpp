// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recording_upstream.h"

#include "tests/support/field_value.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace gatehouse {

QByteArray ReceivedRequest::field(const QByteArray &name) const
{
    return fieldValue(head, name);
}

int ReceivedRequest::fieldCount(const QByteArray &name) const
{
    int count = 0;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines)
        count += line.left(line.indexOf(':')).compare(name, Qt::CaseInsensitive) == 0 ? 1 : 0;
    return count;
}

RecordingUpstream::RecordingUpstream()
    : m_answer([](const ReceivedRequest &) { return ok(); })
{
    m_host.moveToThread(m_thread.get());
    m_thread->begin();
    m_host.call([this] {
        m_server = new QTcpServer(&m_host);
        m_server->setProxy(QNetworkProxy::NoProxy);
        m_server->listen(QHostAddress::LocalHost, 0);
        m_port = m_server->serverPort();
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] { onConnection(); });
    });
}

RecordingUpstream::~RecordingUpstream()
{
    m_host.call([this] { delete m_server; });
}

void RecordingUpstream::setAnswer(Answer answer)
{
    const std::lock_guard lock(m_mutex);
    m_answer = std::move(answer);
}

void RecordingUpstream::setClosesAfterAnswer(bool closes)
{
    const std::lock_guard lock(m_mutex);
    m_closes = closes;
}

void RecordingUpstream::setAnswersHeads(bool answers)
{
    const std::lock_guard lock(m_mutex);
    m_answersHeads = answers;
}

void RecordingUpstream::setHoldsBack(bool holds)
{
    const std::lock_guard lock(m_mutex);
    m_holdsBack = holds;
}

void RecordingUpstream::sendUnasked(const QByteArray &bytes)
{
    m_host.call([this, &bytes] {
        const auto sockets = m_server->findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets) {
            socket->write(bytes);
            socket->flush();
        }
    });
}

void RecordingUpstream::closeConnections()
{
    m_host.call([this] {
        const auto sockets = m_server->findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets)
            socket->disconnectFromHost();
    });
}

QList<ReceivedRequest> RecordingUpstream::requests() const
{
    const std::lock_guard lock(m_mutex);
    return {m_requests.begin(), m_requests.end()};
}

int RecordingUpstream::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections;
}

QByteArray RecordingUpstream::rawBytes() const
{
    const std::lock_guard lock(m_mutex);
    return {m_raw.constData(), m_raw.size()};
}

QByteArray RecordingUpstream::ok(const QByteArray &body, const QByteArray &fields)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + fields + "\r\n" + body;
}

void RecordingUpstream::onConnection()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        auto connection = std::make_shared<Connection>();
        {
            const std::lock_guard lock(m_mutex);
            connection->number = ++m_connections;
        }
        QObject::connect(socket, &QTcpSocket::readyRead, socket,
                         [this, socket, connection] { onData(socket, *connection); });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void RecordingUpstream::onData(QTcpSocket *socket, Connection &connection)
{
    const QByteArray data = socket->readAll();
    connection.buffer += data;
    const std::lock_guard lock(m_mutex);
    m_raw += data;
    ReceivedRequest request;
    request.connection = connection.number;
    while (takeRequest(connection.buffer, request)) {
        m_requests.append(request);
        if (m_holdsBack)
            continue;
        const QByteArray answer = m_answer(request);
        socket->write(answer);
        if (answer.isEmpty() || m_closes) {
            socket->disconnectFromHost();
            return;
        }
    }
}

bool RecordingUpstream::takeRequest(QByteArray &buffer, ReceivedRequest &request) const
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    request.head = buffer.left(end);
    if (m_answersHeads) {
        buffer.remove(0, end + 4);
        return true;
    }
    return takeBody(buffer, end + 4, request);
}

bool RecordingUpstream::takeBody(QByteArray &buffer, qsizetype headEnd, ReceivedRequest &request)
{
    request.body.clear();
    if (request.field("transfer-encoding") != "chunked") {
        const qsizetype size = request.field("content-length").toLongLong();
        if (buffer.size() < headEnd + size)
            return false;
        request.body = buffer.mid(headEnd, size);
        buffer.remove(0, headEnd + size);
        return true;
    }
    QList<std::pair<qsizetype, qsizetype>> chunks; // where, how long
    qsizetype at = headEnd;
    for (;;) {
        const qsizetype lineEnd = buffer.indexOf("\r\n", at);
        if (lineEnd < 0)
            return false;
        const qsizetype size = buffer.mid(at, lineEnd - at).toLongLong(nullptr, 16);
        if (buffer.size() < lineEnd + 2 + size + 2)
            return false;
        chunks.append({lineEnd + 2, size});
        at = lineEnd + 2 + size + 2;
        if (size == 0)
            break;
    }
    for (const auto &[begin, size] : std::as_const(chunks))
        request.body += buffer.mid(begin, size);
    buffer.remove(0, at);
    return true;
}

} // namespace gatehouse
