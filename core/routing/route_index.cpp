// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/route_index.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

namespace gatehouse::routing {

namespace {

// A route with more hosts times paths is filed without its hosts, so that the index cannot outgrow the configuration.
constexpr std::size_t mostFilings = 4096;

constexpr std::uint64_t fnvPrime = 0x100000001b3U;
constexpr std::uint64_t fnvOffset = 0xcbf29ce484222325U;

// FNV-1a leaves the low bits weak, which an open-addressing table would show.
std::size_t firstPlace(std::uint64_t hash, std::size_t places) noexcept
{
    return static_cast<std::size_t>((hash ^ (hash >> 32)) * 0x9e3779b97f4a7c15U >> 32) & (places - 1);
}

} // namespace

struct RouteIndex::Filing {
    using Place = std::pair<std::uint32_t, std::string>; // node, what the paths begin with
    std::map<Place, std::vector<std::uint32_t>> candidates;
    std::vector<std::set<std::uint32_t>> lengths; // by node
};

RouteIndex::RouteIndex(const std::vector<CompiledRoute> &routes)
{
    Filing filing;
    for (std::size_t position = 0; position < routes.size(); ++position)
        fileRoute(routes[position], static_cast<std::uint32_t>(position), filing);
    for (std::size_t node = 0; node < filing.lengths.size(); ++node)
        m_nodes[node].lengths.assign(filing.lengths[node].begin(), filing.lengths[node].end());
    fillSlots(filing);
}

void RouteIndex::fileRoute(const CompiledRoute &route, std::uint32_t position, Filing &filing)
{
    const std::vector<std::string> begins = route.pathBegins();
    const bool crowded = route.hosts().size() * std::max<std::size_t>(begins.size(), 1) > mostFilings;
    for (const std::uint32_t node : crowded ? std::vector<std::uint32_t>{hostlessNode} : nodesFor(route)) {
        if (begins.empty())
            m_nodes[node].anyPath.push_back(position);
        for (const std::string &begin : begins) {
            std::vector<std::uint32_t> &candidates = filing.candidates[{node, begin}];
            if (candidates.empty() || candidates.back() != position)
                candidates.push_back(position);
            filing.lengths.resize(m_nodes.size());
            filing.lengths[node].insert(static_cast<std::uint32_t>(begin.size()));
        }
    }
}

std::vector<std::uint32_t> RouteIndex::nodesFor(const CompiledRoute &route)
{
    if (route.hosts().empty())
        return {hostlessNode};
    std::vector<std::uint32_t> nodes;
    for (const HostTest &host : route.hosts()) {
        const std::uint32_t node = nodeFor(host);
        if (std::find(nodes.begin(), nodes.end(), node) == nodes.end())
            nodes.push_back(node);
    }
    return nodes;
}

std::uint32_t RouteIndex::nodeFor(const HostTest &host)
{
    NodesByText *nodes = &m_exact;
    if (host.kind == HostTest::Kind::Suffix) {
        if (host.text.substr(0, 1) != ".")
            return hostlessNode;
        nodes = &m_suffixes;
        m_longestSuffix = std::max(m_longestSuffix, host.text.size());
    } else if (host.kind == HostTest::Kind::Prefix) {
        if (host.text.empty() || host.text.back() != '.')
            return hostlessNode;
        nodes = &m_prefixes;
        m_longestPrefix = std::max(m_longestPrefix, host.text.size());
    }
    const auto [place, isNew] = nodes->try_emplace(host.text, static_cast<std::uint32_t>(m_nodes.size()));
    if (isNew)
        m_nodes.emplace_back();
    return place->second;
}

void RouteIndex::fillSlots(const Filing &filing)
{
    m_slots.resize(std::bit_ceil(filing.candidates.size() * 2 + 1));
    for (const auto &[place, candidates] : filing.candidates) {
        const auto &[node, text] = place;
        Slot slot;
        slot.hash = extendHash(seed(node), text);
        slot.node = node;
        slot.text = static_cast<std::uint32_t>(m_texts.size());
        slot.length = static_cast<std::uint32_t>(text.size());
        slot.firstCandidate = static_cast<std::uint32_t>(m_candidates.size());
        slot.candidates = static_cast<std::uint32_t>(candidates.size());
        m_texts += text;
        m_candidates.insert(m_candidates.end(), candidates.begin(), candidates.end());
        std::size_t at = firstPlace(slot.hash, m_slots.size());
        while (m_slots[at].candidates != 0)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = slot;
    }
}

std::uint64_t RouteIndex::seed(std::uint32_t node) noexcept
{
    return (fnvOffset ^ node) * fnvPrime;
}

std::uint64_t RouteIndex::extendHash(std::uint64_t hash, std::string_view text) noexcept
{
    for (const char c : text)
        hash = (hash ^ static_cast<std::uint8_t>(c)) * fnvPrime;
    return hash;
}

const RouteIndex::Slot *RouteIndex::find(std::uint64_t hash, std::uint32_t node, std::string_view text) const noexcept
{
    const std::string_view texts = m_texts;
    std::size_t at = firstPlace(hash, m_slots.size());
    for (; m_slots[at].candidates != 0; at = (at + 1) & (m_slots.size() - 1)) {
        const Slot &slot = m_slots[at];
        if (slot.hash == hash && slot.node == node && texts.substr(slot.text, slot.length) == text)
            return &slot;
    }
    return nullptr;
}

const std::uint32_t *RouteIndex::lookUp(const NodesByText &nodes, std::string_view text) noexcept
{
    const auto found = nodes.find(text);
    return found == nodes.end() ? nullptr : &found->second;
}

} // namespace gatehouse::routing
