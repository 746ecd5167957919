// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace gatehouse {

// One response as a client sees it.
struct RawResponse {
    int status = 0; // 0: none came
    QByteArray head;
    QByteArray body;       // framing taken off
    bool complete = false; // it ended as its framing says

    [[nodiscard]] QByteArray field(const QByteArray &name) const;
};

// A client that sends exactly the bytes a test gives it and waits for whole responses.
class RawClient
{
public:
    explicit RawClient(quint16 port);

    void send(const QByteArray &bytes);
    // The next response; `head`: the request was HEAD. Gives up after five seconds.
    RawResponse receive(bool head = false);

    RawResponse request(const QByteArray &bytes)
    {
        send(bytes);
        return receive();
    }

    // Whether the peer ends the connection within five seconds.
    [[nodiscard]] bool waitForClose();
    void closeWriting();
    // Breaks the connection off: the peer gets a RST.
    void reset();

    [[nodiscard]] QTcpSocket &socket() { return m_socket; }

private:
    bool readMore();
    bool readChunked(RawResponse &response);

    QTcpSocket m_socket;
    QByteArray m_buffer;
};

} // namespace gatehouse
