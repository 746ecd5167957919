// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_member.h"
#include "core/base/thread_ptr.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <mutex>

namespace gatehouse {

// One request as an upstream received it.
struct ReceivedRequest {
    QByteArray head; // request line and fields, without the empty line
    QByteArray body; // framing taken off
    int connection = 0;

    [[nodiscard]] QByteArray requestLine() const { return head.left(head.indexOf("\r\n")); }

    // Value of the first field of that name; null when there is none.
    [[nodiscard]] QByteArray field(const QByteArray &name) const;
    [[nodiscard]] int fieldCount(const QByteArray &name) const;
};

// An upstream on a free port of 127.0.0.1 that keeps what it receives and answers with raw bytes a test chose.
// Thread: control; it serves on a thread of its own.
class RecordingUpstream
{
public:
    // Raw bytes to send for a request; an empty answer closes the connection without one.
    using Answer = std::function<QByteArray(const ReceivedRequest &)>;

    RecordingUpstream();
    ~RecordingUpstream();

    void setAnswer(Answer answer);
    // After the answer the connection is closed.
    void setClosesAfterAnswer(bool closes);
    // Answers as soon as the head is there; the body is never read.
    void setAnswersHeads(bool answers);
    // Takes requests and says nothing.
    void setHoldsBack(bool holds);
    // Sends these bytes on every open connection, without a request.
    void sendUnasked(const QByteArray &bytes);
    void closeConnections();

    [[nodiscard]] quint16 port() const { return m_port; }

    // Copies: nothing is shared with the upstream's thread.
    [[nodiscard]] QList<ReceivedRequest> requests() const;
    [[nodiscard]] int connections() const;
    // Everything received, as it came, over all connections.
    [[nodiscard]] QByteArray rawBytes() const;

    static QByteArray ok(const QByteArray &body = "ok", const QByteArray &fields = {});

private:
    struct Connection {
        QByteArray buffer;
        int number = 0;
    };

    void onConnection();
    void onData(QTcpSocket *socket, Connection &connection);
    bool takeRequest(QByteArray &buffer, ReceivedRequest &request) const;
    static bool takeBody(QByteArray &buffer, qsizetype headEnd, ReceivedRequest &request);

    mutable std::mutex m_mutex;
    Answer m_answer;
    bool m_closes = false;
    bool m_answersHeads = false;
    bool m_holdsBack = false;
    QList<ReceivedRequest> m_requests;
    QByteArray m_raw;
    int m_connections = 0;
    quint16 m_port = 0;
    ThreadMember m_host; // lives on m_thread and owns the server
    ThreadPtr m_thread{new LoopThread};
    QTcpServer *m_server = nullptr;
};

} // namespace gatehouse
