// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QString>

namespace gatehouse {

// A client of a TLS port that trusts anybody and sends exactly the bytes a test gives it.
class TlsClient
{
public:
    explicit TlsClient(quint16 port,
                       const QString &name = QStringLiteral("gw.test"),
                       QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setProtocol(protocol);
        configuration.setAllowedNextProtocols({"h2", "http/1.1"});
        m_socket.setSslConfiguration(configuration);
        m_socket.setPeerVerifyName(name);
        m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port, name);
        m_isEncrypted = m_socket.waitForEncrypted(patience);
    }

    [[nodiscard]] bool isEncrypted() const { return m_isEncrypted; }

    [[nodiscard]] QSslSocket &socket() { return m_socket; }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patience)) {
        }
    }

    // Everything up to this size, or up to the end.
    QByteArray receive(qsizetype size)
    {
        QByteArray bytes = m_socket.readAll();
        while (bytes.size() < size && m_socket.waitForReadyRead(patience))
            bytes += m_socket.readAll();
        return bytes;
    }

private:
    static constexpr int patience = 5000; // ms

    QSslSocket m_socket;
    bool m_isEncrypted = false;
};

} // namespace gatehouse
