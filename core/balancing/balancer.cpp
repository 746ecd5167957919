// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/balancer.h"

#include <chrono>
#include <cmath>
#include <random>
#include <utility>

namespace gatehouse {

namespace {

constexpr double decaySeconds = 10;
constexpr std::chrono::nanoseconds staleTtl = std::chrono::seconds(3600); // of a name's addresses, Kong's dns_stale_ttl

double secondsBetween(std::int64_t from, std::int64_t to) noexcept
{
    return to > from ? static_cast<double>(to - from) / 1e9 : 0;
}

// What the average has become when `sample` seconds are seen now (kong/runloop/balancer/latency.lua).
double decayed(const PeerLoad &load, double sample, std::int64_t now) noexcept
{
    const double weight = std::exp(-secondsBetween(load.latencyAt, now) / decaySeconds);
    return load.latency * weight + sample * (1 - weight);
}

} // namespace

void PeerLease::measure(std::int64_t startedAt, std::int64_t now) noexcept
{
    if (!m_set || list().settings->algorithm != Algorithm::Latency)
        return;
    PeerLoad &load = m_set->load(m_index);
    load.latency = decayed(load, secondsBetween(startedAt, now), now);
    load.latencyAt = now;
}

Balancer::Balancer(UpstreamPtr upstream)
    : m_upstream(std::move(upstream))
    , m_random(std::random_device()() | 1U)
{
    m_revision = m_upstream->revision();
    m_set = std::make_unique<PeerSet>(m_upstream->peers(), nullptr, random());
}

void Balancer::follow()
{
    const std::uint64_t revision = m_upstream->revision();
    if (revision == m_revision)
        return;
    m_revision = revision;
    m_healthRevision = 0;
    auto next = std::make_unique<PeerSet>(m_upstream->peers(), m_set.get(), random());
    if (m_set->users > 0)
        m_retired.push_back(std::move(m_set));
    m_set = std::move(next);
    std::erase_if(m_retired, [](const auto &set) { return set->users == 0; });
}

bool Balancer::isIdle() noexcept
{
    std::erase_if(m_retired, [](const auto &set) { return set->users == 0; });
    return m_retired.empty() && m_set->users == 0;
}

PeerChoice Balancer::choose(PeerLease &lease, std::string_view key, std::int64_t now)
{
    follow();
    lease.fail();
    const PeerList &list = m_set->list();
    const bool tooOld = list.settings->isHost && now - staleTtl.count() >= m_upstream->validUntil();
    if (tooOld || (list.totalWeight == 0 && (list.isWaiting || (list.settings->isHost && isOutdated(now)))))
        return PeerChoice::Waits;
    const std::uint32_t index = list.totalWeight == 0 ? HashRing::noPeer : pick(lease, key, now);
    if (index == HashRing::noPeer)
        return PeerChoice::None;
    lease.take(*m_set, index);
    return PeerChoice::Chosen;
}

// The threshold keeps only the last two from choosing, as in Kong: the other two give what is available.
std::uint32_t Balancer::pick(PeerLease &lease, std::string_view key, std::int64_t now)
{
    switch (m_set->list().settings->algorithm) {
    case Algorithm::RoundRobin:
        return nextOnWheel();
    case Algorithm::ConsistentHashing:
        return m_set->ring().find(m_set->ring().placeOf(key), [this](std::uint32_t i) { return m_set->isUsable(i); });
    case Algorithm::LeastConnections:
        return isHealthy() ? leastBusy(lease) : HashRing::noPeer;
    case Algorithm::Latency:
        break;
    }
    return isHealthy() ? fasterOfTwo(lease, now) : HashRing::noPeer;
}

std::uint32_t Balancer::nextOnWheel() noexcept
{
    const std::vector<std::uint32_t> &wheel = m_set->wheel();
    for (std::size_t tried = 0; tried < wheel.size(); ++tried) {
        m_position = m_position + 1 < wheel.size() ? m_position + 1 : 0;
        if (m_set->isUsable(wheel[m_position]))
            return wheel[m_position];
    }
    return HashRing::noPeer;
}

std::uint32_t Balancer::leastBusy(PeerLease &lease)
{
    const std::uint32_t best = leastBusyBut(lease);
    if (best != HashRing::noPeer)
        return best;
    lease.forgetFailures(); // all of them failed this request: they are tried again from the beginning
    return leastBusyBut(lease);
}

// Among equals the turn goes round, so that an idle upstream is used evenly.
std::uint32_t Balancer::leastBusyBut(const PeerLease &lease) const
{
    const std::uint32_t size = m_set->size();
    std::uint32_t best = HashRing::noPeer;
    double bestScore = 0;
    for (std::uint32_t step = 1; step <= size; ++step) {
        const auto index = static_cast<std::uint32_t>((m_position + step) % size);
        const Peer &peer = m_set->peer(index);
        PeerLoad &load = m_set->load(index);
        if (peer.weight == 0 || !m_set->isUsable(index) || lease.hasFailed(load))
            continue;
        const double score = (load.active + 1.0) / peer.weight;
        if (best == HashRing::noPeer || score < bestScore) {
            best = index;
            bestScore = score;
        }
    }
    return best;
}

std::uint32_t Balancer::fasterOfTwo(const PeerLease &lease, std::int64_t now)
{
    m_candidates.clear();
    std::uint32_t usable = 0;
    for (std::uint32_t i = 0; i < m_set->size(); ++i) {
        if (m_set->peer(i).weight == 0 || !m_set->isUsable(i))
            continue;
        ++usable;
        if (!lease.hasFailed(m_set->load(i)))
            m_candidates.push_back(i);
        else if (usable == 1)
            m_position = i;
    }
    if (m_candidates.empty()) // a single peer is asked again and again, several are not
        return usable == 1 ? static_cast<std::uint32_t>(m_position) : HashRing::noPeer;
    const auto score = [this, now](std::uint32_t i) { return decayed(m_set->load(i), 0, now) / m_set->peer(i).weight; };
    const std::size_t count = m_candidates.size();
    const std::size_t one = random() % count;
    if (count == 1)
        return m_candidates[one];
    const std::size_t other = (one + 1 + random() % (count - 1)) % count;
    return m_candidates[score(m_candidates[one]) <= score(m_candidates[other]) ? one : other];
}

bool Balancer::isHealthy()
{
    const std::uint64_t revision = m_upstream->healthRevision() + 1; // 0 stands for "not known yet"
    if (revision != m_healthRevision) {
        m_healthRevision = revision;
        m_isHealthy = isUpstreamHealthy(m_set->list());
    }
    return m_isHealthy;
}

// xorshift (Marsaglia 2003): where requests go is no secret.
std::uint32_t Balancer::random() noexcept
{
    m_random ^= m_random << 13U;
    m_random ^= m_random >> 17U;
    m_random ^= m_random << 5U;
    return m_random;
}

} // namespace gatehouse
