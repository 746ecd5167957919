// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/address.h"
#include "core/net/tls_client_context.h"

#include <memory>
#include <string>
#include <string_view>

namespace gatehouse {

// Whom a connection leads to. Requests share a connection only when all of it is the same: over TLS also the name that
// is asked for, what its certificate must prove, and the certificate that is shown to it.
// Thread: worker. A view: lives as long as the snapshot and the request it was made from.
struct UpstreamPeer {
    net::Address address;
    const std::shared_ptr<const net::TlsClientContext> *tls = nullptr; // null: plain
    std::string_view name;                                             // for TLS: without port or brackets
};

// The same as an owned value. Thread: worker.
struct UpstreamKey {
    net::Address address;
    net::TlsDigest tls{}; // zeros: plain
    std::string name;

    UpstreamKey() = default;

    explicit UpstreamKey(const UpstreamPeer &peer)
        : address(peer.address)
        , tls(peer.tls ? (*peer.tls)->digest() : net::TlsDigest{})
        , name(peer.name)
    {
    }
};

// Lets a map of keys be searched for a peer without making a key first.
struct UpstreamKeyHash {
    using is_transparent = void;

    std::size_t operator()(const UpstreamKey &key) const noexcept { return hash(key.address, key.name); }

    std::size_t operator()(const UpstreamPeer &peer) const noexcept { return hash(peer.address, peer.name); }

private:
    static std::size_t hash(const net::Address &address, std::string_view name) noexcept
    {
        const std::string_view bytes(reinterpret_cast<const char *>(address.data()), address.size());
        const std::size_t ofAddress = std::hash<std::string_view>()(bytes);
        return name.empty() ? ofAddress : ofAddress * 31 + std::hash<std::string_view>()(name);
    }
};

struct UpstreamKeyEqual {
    using is_transparent = void;

    bool operator()(const UpstreamKey &a, const UpstreamKey &b) const noexcept
    {
        return a.address == b.address && a.tls == b.tls && a.name == b.name;
    }

    bool operator()(const UpstreamPeer &peer, const UpstreamKey &key) const noexcept { return operator()(key, peer); }

    bool operator()(const UpstreamKey &key, const UpstreamPeer &peer) const noexcept
    {
        const bool sameTls = peer.tls ? (*peer.tls)->digest() == key.tls : key.tls == net::TlsDigest{};
        return key.address == peer.address && key.name == peer.name && sameTls;
    }
};

} // namespace gatehouse
