// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_member.h"
#include "core/base/thread_ptr.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUdpSocket>

#include <mutex>
#include <string>

namespace gatehouse {

// A DNS server on a free port of 127.0.0.1 that knows the records a test gives it.
// Thread: control; it serves on a thread of its own.
class DnsServer
{
public:
    DnsServer();
    ~DnsServer();
    DnsServer(const DnsServer &) = delete;
    DnsServer &operator=(const DnsServer &) = delete;

    void setAddresses(const QByteArray &name, const QList<QByteArray> &addresses, quint32 ttl = 300);

    struct Srv {
        QByteArray host;
        quint16 port = 0;
        quint16 weight = 0;
        quint16 priority = 0;
    };

    void setSrv(const QByteArray &name, const QList<Srv> &records, quint32 ttl = 300);
    // Every answer is this code from now on (RFC 1035 4.1.1, RCODE); 0: as the records say.
    void setFailure(int code);
    // Takes questions and says nothing.
    void setSilent(bool silent);

    [[nodiscard]] std::string address() const; // "127.0.0.1:port"
    // How often a name was asked for, all types together.
    [[nodiscard]] int questions(const QByteArray &name) const;

private:
    struct Records {
        QList<QByteArray> data; // as they stand in a message
        quint32 ttl = 0;
    };

    void onDatagram();
    [[nodiscard]] QByteArray answerTo(const QByteArray &question);
    static QByteArray encodedName(const QByteArray &name);

    mutable std::mutex m_mutex;
    QHash<std::pair<QByteArray, int>, Records> m_records; // by name and type
    QHash<QByteArray, int> m_questions;
    int m_failure = 0;
    bool m_silent = false;
    quint16 m_port = 0;
    ThreadMember m_host; // lives on m_thread and owns the socket
    ThreadPtr m_thread{new LoopThread};
    QUdpSocket *m_socket = nullptr;
};

} // namespace gatehouse
