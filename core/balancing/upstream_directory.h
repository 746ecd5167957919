// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/upstream.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse {

using UpstreamPtr = std::shared_ptr<Upstream>;

// An upstream and what a configuration says of it.
struct ConfiguredUpstream {
    UpstreamPtr upstream;
    std::shared_ptr<const UpstreamSettings> settings;
};

// All upstreams by the id of their entity; what makes their state outlive a configuration.
// Thread: control. Lives as long as the gateway.
class UpstreamDirectory
{
public:
    // The upstream of these settings, made when there is none; it does not know them before adopt(). Settings that are
    // those it has stay the same object, so that nothing begins anew.
    [[nodiscard]] ConfiguredUpstream prepare(UpstreamSettings settings);
    // Null when there is none that is running.
    [[nodiscard]] UpstreamPtr find(const std::string &id) const;

    // A configuration begins to run: its upstreams are told, those it does not have are forgotten.
    void adopt(const std::vector<ConfiguredUpstream> &upstreams);

    [[nodiscard]] std::vector<UpstreamPtr> all() const;

private:
    std::map<std::string, UpstreamPtr> m_made; // not forgotten before the next adopt()
    std::map<std::string, UpstreamPtr> m_running;
};

} // namespace gatehouse
