// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_authority.h"

#include <QByteArray>
#include <QList>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

struct ssl_ctx_st;
struct ssl_st;

namespace gatehouse {

// A TLS server on a free port of 127.0.0.1, made with OpenSSL's blocking calls, that keeps what it saw of each
// connection. Thread: control; it serves each connection on a thread of its own.
class TlsUpstream
{
public:
    struct Seen {
        QByteArray serverName; // SNI; empty: none
        QByteArray protocol;   // ALPN
        QByteArray clientName; // common name of the client's certificate
        bool resumed = false;
        QList<QByteArray> requests; // heads and bodies as they came
    };

    // What happens after a request; the answer is sent as it is.
    struct Answer {
        QByteArray bytes;

        enum Then { Stay, Goodbye, Cut } then = Stay; // Goodbye: close_notify, Cut: only the end of TCP
    };

    struct Options {
        QByteArray clientAuthority; // PEM; a certificate of it is demanded
        bool onlyTls12 = false;
        bool silent = false; // accepts connections and never speaks
    };

    explicit TlsUpstream(const TestAuthority::Issued &identity, const QByteArray &chain = {});
    TlsUpstream(const TestAuthority::Issued &identity, const QByteArray &chain, const Options &options);
    ~TlsUpstream();

    // From now on this is the answer; gets the whole request, whose body has a Content-Length or is missing.
    void setAnswer(std::function<Answer(const QByteArray &request)> answer);

    [[nodiscard]] quint16 port() const { return m_port; }

    [[nodiscard]] QList<Seen> connections() const;

private:
    void listen();
    void accept();
    void serve(int descriptor);
    void exchange(ssl_st *session, qsizetype index);
    [[nodiscard]] qsizetype note(ssl_st *session);

    Options m_options;
    ssl_ctx_st *m_context = nullptr;
    std::function<Answer(const QByteArray &)> m_answer;
    mutable std::mutex m_mutex;
    QList<Seen> m_seen;
    std::vector<int> m_open;
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
    std::atomic<bool> m_stops = false;
    int m_listener = -1;
    quint16 m_port = 0;
};

} // namespace gatehouse
