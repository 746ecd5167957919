// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/raw_client.h"

#include "tests/support/field_value.h"

#include <QHostAddress>
#include <QNetworkProxy>

#include <sys/socket.h>

namespace gatehouse {

namespace {

constexpr int patience = 5000; // ms

} // namespace

QByteArray RawResponse::field(const QByteArray &name) const
{
    return fieldValue(head, name);
}

RawClient::RawClient(quint16 port)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket.waitForConnected(patience);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patience)) {
    }
}

bool RawClient::readMore()
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience) && m_socket.bytesAvailable() == 0)
        return false;
    m_buffer += m_socket.readAll();
    return true;
}

RawResponse RawClient::receive(bool head)
{
    RawResponse response;
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!readMore())
            return response;
    }
    response.head = m_buffer.left(end);
    m_buffer.remove(0, end + 4);
    response.status = response.head.mid(9, 3).toInt();
    if (head || response.status < 200 || response.status == 204 || response.status == 304) {
        response.complete = true;
        return response;
    }
    if (response.field("transfer-encoding") == "chunked") {
        response.complete = readChunked(response);
        return response;
    }
    const QByteArray length = response.field("content-length");
    while (length.isNull() || m_buffer.size() < length.toLongLong()) {
        if (!readMore())
            break;
    }
    const qsizetype size = length.isNull() ? m_buffer.size() : length.toLongLong();
    response.complete = m_buffer.size() >= size;
    response.body = m_buffer.left(size);
    m_buffer.remove(0, size);
    return response;
}

bool RawClient::readChunked(RawResponse &response)
{
    for (;;) {
        qsizetype lineEnd = -1;
        while ((lineEnd = m_buffer.indexOf("\r\n")) < 0) {
            if (!readMore())
                return false;
        }
        const qsizetype size = m_buffer.left(lineEnd).toLongLong(nullptr, 16);
        while (m_buffer.size() < lineEnd + 2 + size + 2) {
            if (!readMore())
                return false;
        }
        response.body += m_buffer.mid(lineEnd + 2, size);
        m_buffer.remove(0, lineEnd + 2 + size + 2);
        if (size == 0)
            return true;
    }
}

bool RawClient::waitForClose()
{
    while (m_socket.state() == QAbstractSocket::ConnectedState) {
        if (!m_socket.waitForReadyRead(patience))
            break;
        m_buffer += m_socket.readAll();
    }
    return m_socket.state() != QAbstractSocket::ConnectedState;
}

void RawClient::reset()
{
    const linger atOnce{1, 0};
    ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_socket.abort();
}

void RawClient::closeWriting()
{
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
}

} // namespace gatehouse
