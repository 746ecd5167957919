// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/compiled_route.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gatehouse::routing {

// Finds the few routes that can match a host and a path among thousands: routes are filed by host (exact, wildcard or
// none) and there by what their paths begin with. A route that matches is always among the candidates; a candidate
// still has to be tested.
// Thread: any (immutable). Lives in the Router.
class RouteIndex
{
public:
    // Routes in the order in which they are tried; candidates are positions in it.
    explicit RouteIndex(const std::vector<CompiledRoute> &routes);

    // Calls `visit(std::span<const std::uint32_t>)` for each list of candidates; each list is in ascending order.
    template <class Visit>
    void forEachList(std::string_view host, std::string_view path, Visit visit) const noexcept;

private:
    // The routes of one host; `lengths` are the different lengths of what their paths begin with, ascending.
    struct Node {
        std::vector<std::uint32_t> lengths;
        std::vector<std::uint32_t> anyPath;
    };

    // The routes of one node whose paths begin with one text.
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t node = 0;
        std::uint32_t text = 0; // offset into m_texts
        std::uint32_t length = 0;
        std::uint32_t firstCandidate = 0;
        std::uint32_t candidates = 0; // 0: the slot is free
    };

    struct TextHash {
        using is_transparent = void;

        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };

    using NodesByText = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;
    struct Filing; // what is known while the index is being built

    static constexpr std::uint32_t hostlessNode = 0;

    void fileRoute(const CompiledRoute &route, std::uint32_t position, Filing &filing);
    [[nodiscard]] std::vector<std::uint32_t> nodesFor(const CompiledRoute &route);
    [[nodiscard]] std::uint32_t nodeFor(const HostTest &host);
    void fillSlots(const Filing &filing);
    [[nodiscard]] static std::uint64_t seed(std::uint32_t node) noexcept;
    [[nodiscard]] static std::uint64_t extendHash(std::uint64_t hash, std::string_view text) noexcept;
    [[nodiscard]] const Slot *find(std::uint64_t hash, std::uint32_t node, std::string_view text) const noexcept;
    [[nodiscard]] static const std::uint32_t *lookUp(const NodesByText &nodes, std::string_view text) noexcept;

    template <class Visit>
    void visitNode(std::uint32_t node, std::string_view path, Visit &visit) const noexcept;
    template <class Visit>
    void visitWildcards(std::string_view host, std::string_view path, Visit &visit) const noexcept;

    std::vector<Node> m_nodes{1};
    NodesByText m_exact;
    NodesByText m_suffixes; // begin with "."
    NodesByText m_prefixes; // end with "."
    std::size_t m_longestSuffix = 0;
    std::size_t m_longestPrefix = 0;
    std::vector<Slot> m_slots; // open addressing; the size is a power of two
    std::vector<std::uint32_t> m_candidates;
    std::string m_texts;
};

template <class Visit>
void RouteIndex::forEachList(std::string_view host, std::string_view path, Visit visit) const noexcept
{
    if (!m_exact.empty()) {
        if (const std::uint32_t *node = lookUp(m_exact, host))
            visitNode(*node, path, visit);
    }
    if (m_longestSuffix + m_longestPrefix > 0)
        visitWildcards(host, path, visit);
    visitNode(hostlessNode, path, visit);
}

template <class Visit>
void RouteIndex::visitWildcards(std::string_view host, std::string_view path, Visit &visit) const noexcept
{
    for (std::size_t dot = host.find('.'); dot != std::string_view::npos; dot = host.find('.', dot + 1)) {
        const std::string_view suffix = host.substr(dot);
        const std::string_view prefix = host.substr(0, dot + 1);
        const std::uint32_t *node = suffix.size() > m_longestSuffix ? nullptr : lookUp(m_suffixes, suffix);
        if (node != nullptr)
            visitNode(*node, path, visit);
        node = prefix.size() > m_longestPrefix ? nullptr : lookUp(m_prefixes, prefix);
        if (node != nullptr)
            visitNode(*node, path, visit);
    }
}

template <class Visit>
void RouteIndex::visitNode(std::uint32_t node, std::string_view path, Visit &visit) const noexcept
{
    std::uint64_t hash = seed(node);
    std::size_t hashed = 0;
    for (const std::uint32_t length : m_nodes[node].lengths) {
        if (length > path.size())
            break;
        hash = extendHash(hash, path.substr(hashed, length - hashed));
        hashed = length;
        if (const Slot *slot = find(hash, node, path.substr(0, length)))
            visit(std::span(m_candidates).subspan(slot->firstCandidate, slot->candidates));
    }
    if (!m_nodes[node].anyPath.empty())
        visit(std::span<const std::uint32_t>(m_nodes[node].anyPath));
}

} // namespace gatehouse::routing
