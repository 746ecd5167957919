// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/upstream_directory.h"

namespace gatehouse {

ConfiguredUpstream UpstreamDirectory::prepare(UpstreamSettings settings)
{
    if (const UpstreamPtr running = find(settings.id)) {
        const std::shared_ptr<const UpstreamSettings> known = running->peers()->settings;
        return {running, *known == settings ? known : std::make_shared<const UpstreamSettings>(std::move(settings))};
    }
    UpstreamPtr &made = m_made[settings.id];
    if (!made)
        made = std::make_shared<Upstream>();
    return {made, std::make_shared<const UpstreamSettings>(std::move(settings))};
}

UpstreamPtr UpstreamDirectory::find(const std::string &id) const
{
    const auto found = m_running.find(id);
    return found == m_running.end() ? nullptr : found->second;
}

void UpstreamDirectory::adopt(const std::vector<ConfiguredUpstream> &upstreams)
{
    std::map<std::string, UpstreamPtr> running;
    for (const ConfiguredUpstream &one : upstreams) {
        one.upstream->configure(one.settings);
        running.emplace(one.settings->id, one.upstream);
    }
    m_running = std::move(running);
    m_made.clear();
}

std::vector<UpstreamPtr> UpstreamDirectory::all() const
{
    std::vector<UpstreamPtr> list;
    for (const auto &entry : m_running)
        list.push_back(entry.second);
    return list;
}

} // namespace gatehouse
