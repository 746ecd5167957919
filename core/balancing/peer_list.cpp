// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/peer_list.h"

#include <algorithm>

namespace gatehouse {

namespace {

TargetPlan planFor(const Peer &peer, const net::Address &address, const std::string &headerHost, bool tls)
{
    return {peer.host, address.port(), address, upstreamHost(headerHost, address.port(), tls)};
}

// The name of the target, unless the upstream overrides it or wants the name of the SRV record instead.
const std::string &
headerHost(const UpstreamSettings &settings, const UpstreamTarget &target, const std::string &srvName)
{
    if (!settings.hostHeader.empty())
        return settings.hostHeader;
    return settings.usesSrvName && !srvName.empty() ? srvName : target.host;
}

class ListBuilder
{
public:
    ListBuilder(PeerList &list, HealthByPeer &known)
        : m_list(list)
        , m_known(known)
    {
    }

    void add(std::size_t index, const net::DnsEndpoint &endpoint)
    {
        const UpstreamSettings &settings = *m_list.settings;
        const UpstreamTarget &target = settings.targets[index];
        net::Address address = endpoint.address;
        address.setPort(endpoint.port != 0 ? endpoint.port : target.port);
        Peer peer;
        peer.ip = address.ip();
        peer.host = target.host;
        peer.target = index;
        peer.weight = endpoint.weight != 0 ? endpoint.weight : target.weight;
        const std::string &host = headerHost(settings, target, endpoint.name);
        peer.plans = {planFor(peer, address, host, false), planFor(peer, address, host, true)};
        peer.health = healthOf(peer);
        m_list.totalWeight += peer.weight;
        m_list.peers.push_back(std::move(peer));
    }

    [[nodiscard]] HealthByPeer takeHealth() { return std::move(m_used); }

private:
    std::shared_ptr<PeerHealth> healthOf(const Peer &peer)
    {
        const std::string key = peer.host + ' ' + peer.ip + ' ' + std::to_string(peer.port());
        std::shared_ptr<PeerHealth> &health = m_used[key];
        if (const auto known = m_known.find(key); !health && known != m_known.end())
            health = known->second;
        if (!health)
            health = std::make_shared<PeerHealth>();
        return health;
    }

    PeerList &m_list;
    HealthByPeer &m_known;
    HealthByPeer m_used;
};

} // namespace

PeerList
makePeerList(const std::shared_ptr<const UpstreamSettings> &settings, const DnsAnswers &answers, HealthByPeer &health)
{
    PeerList list;
    list.settings = settings;
    list.answers.resize(settings->targets.size());
    ListBuilder builder(list, health);
    for (std::size_t i = 0; i < settings->targets.size(); ++i) {
        const UpstreamTarget &target = settings->targets[i];
        if (target.literal) {
            builder.add(i, {*target.literal, {}, 0, 0});
            continue;
        }
        const auto known = answers.find(target.host);
        if (known == answers.end()) {
            list.isWaiting = true;
            continue;
        }
        list.answers[i] = known->second;
        for (const net::DnsEndpoint &endpoint : known->second->endpoints)
            builder.add(i, endpoint);
    }
    health = builder.takeHealth();
    return list;
}

bool spreadsAlike(const PeerList &a, const PeerList &b)
{
    const auto isAlike = [](const Peer &one, const Peer &other) {
        return one.address() == other.address() && one.host == other.host && one.weight == other.weight &&
               one.plans[0].hostHeader == other.plans[0].hostHeader;
    };
    const UpstreamSettings &one = *a.settings;
    const UpstreamSettings &other = *b.settings;
    return one.algorithm == other.algorithm && one.ringSize == other.ringSize &&
           std::equal(a.peers.begin(), a.peers.end(), b.peers.begin(), b.peers.end(), isAlike);
}

} // namespace gatehouse
