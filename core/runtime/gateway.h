// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/admin_server.h"
#include "core/base/clock.h"
#include "core/counters/rate_counters.h"
#include "core/runtime/balancing.h"
#include "core/runtime/log_writer.h"
#include "core/runtime/node_status.h"
#include "core/runtime/project.h"
#include "core/runtime/proxy_server.h"
#include "core/runtime/publisher.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <optional>

namespace gatehouse {

struct GatewaySettings {
    ListenAddress proxy{QHostAddress(QHostAddress::LocalHost), 8000};
    std::optional<ListenAddress> proxyTls; // none: no TLS port
    ListenAddress admin{QHostAddress(QHostAddress::LocalHost), 8001};
    int workers = 0; // 0: one per core
    net::ResolverSettings dns = {};
    ProxySettings limits = {};
    std::chrono::milliseconds drainTimeout{10000}; // for requests under way when the gateway or a worker ends
    QString tlsFolder;                             // keeps the default certificate; empty: defaultIdentityFolder()
};

// The running gateway of a project: proxy, Admin API and log writer, started and stopped together. Every valid change
// of the configuration is running a moment later, one made by the Admin API before it is answered; an invalid one
// leaves the last good revision running.
// Thread: control. The project must outlive it. Counters survive a restart of the gateway.
class Gateway : public QObject
{
    Q_OBJECT
public:
    enum class State { Stopped, Running, Draining };

    Gateway(Project &project, const Clock &clock, QObject *parent = nullptr);
    ~Gateway() override;

    // Fails with the cause when a port is taken (ErrorKind::Io) or the configuration cannot be run
    // (ErrorKind::Invalid); nothing is left running then.
    Result<> start(const GatewaySettings &settings);
    // Stops accepting and lets requests under way finish; stopped() follows, at the latest after the drain timeout.
    void stop();
    void stopNow();
    // Changes the number of workers (0: one per core) without failing a request: those too many accept nothing more,
    // end with their connections and have the drain timeout for it. Fails while the gateway does not run and beyond
    // TrafficCounters::maxWorkers (ErrorKind::Invalid), and when the system has no descriptors (ErrorKind::Io).
    Result<> setWorkers(int workers);

    [[nodiscard]] int workers() const noexcept { return m_proxy ? m_proxy->workers().size() : 0; }

    [[nodiscard]] State state() const noexcept { return m_state; }

    // Whether edits made by hand run by themselves or are gathered for apply(). Kept over a restart, which applies all.
    void setApplyMode(ApplyMode mode);

    [[nodiscard]] ApplyMode applyMode() const noexcept { return m_applyMode; }

    Result<> apply();
    // What the configuration holds and the running revision does not; empty when the gateway is stopped.
    [[nodiscard]] Change pendingChange() const;
    // What is running; the configuration itself when nothing is.
    [[nodiscard]] const Config &runningConfig() const;

    [[nodiscard]] QString proxyAddress() const;
    [[nodiscard]] QString proxyTlsAddress() const; // empty: there is none
    [[nodiscard]] QString adminAddress() const;
    [[nodiscard]] std::uint64_t revision() const;
    // The next revision gets a higher number than this; numbers go on over a restart in any case.
    void continueAfter(std::uint64_t revision);
    // What the running configuration asks for and the gateway does not do.
    [[nodiscard]] QStringList warnings() const;
    [[nodiscard]] std::chrono::seconds uptime() const;

    [[nodiscard]] const TrafficCounters &traffic() const noexcept { return m_counters; }

    [[nodiscard]] RateCounters &limits() noexcept { return m_limits; }

    [[nodiscard]] LogWriter &logs() noexcept { return m_logs; }

    // What the balancers know of their targets.
    [[nodiscard]] UpstreamHealth &upstreams() noexcept { return m_balancing; }

    // Records finished requests and what happened to them while watched; drainTraffic() hands out what came in since
    // the last call: take(const TrafficRecord &, std::string_view trace), see TrafficFeed.
    void setTrafficWatched(bool watched);

    template <class Take>
    void drainTraffic(Take take)
    {
        if (m_proxy)
            m_proxy->workers().drainTraffic(take);
    }

    [[nodiscard]] std::uint64_t droppedTraffic() const;

signals:
    void started();
    void draining(); // stop() lets requests finish; stopped() follows
    void stopped();
    void published(quint64 revision);
    void rejected(const gatehouse::Error &error);
    void staged(); // an edit waits for apply()

private:
    Result<> prepareIdentity(const GatewaySettings &settings);
    Result<> startAdmin(const ListenAddress &listen);
    void tellStatus();
    void finishStop();

    Project &m_project;
    const Clock &m_clock;
    GatewaySettings m_settings;
    TrafficCounters m_counters;
    RateCounters m_limits;
    LogWriter m_logs;
    net::TlsIdentity m_defaultIdentity;
    Balancing m_balancing;
    net::TlsContexts m_tlsContexts;
    PlanCache m_plans;
    NodeStatus m_status{m_counters};
    AdminApi m_api;
    std::unique_ptr<Publisher> m_publisher;
    std::unique_ptr<ProxyServer> m_proxy;
    std::unique_ptr<AdminServer> m_admin;
    ListenAddress m_adminAddress;
    QTimer m_drainDeadline;
    QElapsedTimer m_since;
    State m_state = State::Stopped;
    std::uint64_t m_lastRevision = 0; // that any run has had
    ApplyMode m_applyMode = ApplyMode::Automatic;
    bool m_watched = false;
};

} // namespace gatehouse
