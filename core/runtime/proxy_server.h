// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/runtime/worker_pool.h"

#include <QHostAddress>
#include <QObject>

#include <optional>

namespace gatehouse {

struct ListenAddress {
    QHostAddress host = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0; // 0: any free one

    // "127.0.0.1:8000", "[::1]:8000", "0.0.0.0:8000"
    static std::optional<ListenAddress> parse(const QString &text);
    [[nodiscard]] QString toString() const;
};

// The proxy ports, plain and TLS, and the workers that listen on them.
// Thread: control. Destroying it ends every connection; drain() first to let them finish.
class ProxyServer : public QObject
{
    Q_OBJECT
public:
    explicit ProxyServer(const WorkerPool::Services &services, QObject *parent = nullptr);

    // Fails when the address is in use or not ours; the message names it.
    struct Listen {
        ListenAddress plain;
        std::optional<ListenAddress> tls;
    };

    Result<> start(const Listen &listen, int workers, const SnapshotPtr &snapshot);

    // Changes the number of workers while they run; see WorkerPool::resize().
    Result<> setWorkers(int workers, const SnapshotPtr &snapshot) { return m_pool.resize(workers, snapshot); }

    void publish(const SnapshotPtr &snapshot) { m_pool.publish(snapshot); }

    // Stops accepting and lets requests under way finish; drained() follows.
    void drain() { m_pool.drain(); }

    [[nodiscard]] const ListenAddress &address() const noexcept { return m_address.plain; }

    [[nodiscard]] const std::optional<ListenAddress> &tlsAddress() const noexcept { return m_address.tls; }

    [[nodiscard]] WorkerPool &workers() noexcept { return m_pool; }

signals:
    void drained();

private:
    static Result<WorkerListener> listenOn(const ListenAddress &listen, bool tls);

    WorkerPool m_pool;
    Listen m_address;
};

} // namespace gatehouse
