// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/upstream_health.h"
#include "core/balancing/upstream_watch.h"
#include "core/base/thread_ptr.h"
#include "core/snapshot/snapshot.h"

#include <memory>

namespace gatehouse {

// The upstreams of a gateway, and the thread that looks up their names and probes their targets while the gateway
// runs. What the Admin API sees and says of their health goes through here.
// Thread: control. Lives as long as its gateway; the state of upstreams survives a restart of it.
class Balancing : public UpstreamHealth
{
public:
    Balancing() = default;
    ~Balancing() override;

    void start(const net::ResolverSettings &settings);
    void stop(); // after the workers

    // Before workers see the snapshot.
    void adopt(const Snapshot &snapshot);

    [[nodiscard]] UpstreamDirectory &directory() noexcept { return m_directory; }

    [[nodiscard]] UpstreamWatch *watch() noexcept { return m_watch.get(); } // null while stopped

    [[nodiscard]] std::optional<TargetHealth> find(const QString &upstreamId, const QString &targetId) const override;
    bool mark(const QString &upstreamId, const QString &targetId, const QString &address, bool isHealthy) override;

private:
    UpstreamDirectory m_directory;
    ThreadPtr m_thread;
    std::unique_ptr<UpstreamWatch> m_watch; // lives on the thread
};

} // namespace gatehouse
