// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tls_client_context.h"
#include "core/net/tls_context.h"

#include <cstdint>
#include <map>
#include <memory>

namespace gatehouse::net {

// The TLS contexts that are in use. Whoever asks for the same certificates, keys and options again gets the same
// context, so that a new configuration pays only for what is new in it, and sessions with upstreams stay valid.
// Thread: control. Owned by the gateway; what it hands out may outlive it.
class TlsContexts
{
public:
    // Both fail when a certificate or key cannot be used.
    [[nodiscard]] Result<TlsServerContext::Context> server(const TlsIdentity &identity);
    [[nodiscard]] Result<std::shared_ptr<const TlsClientContext>> client(const TlsClientSettings &settings);

    // How many had to be made so far.
    [[nodiscard]] std::uint64_t made() const noexcept { return m_made; }

private:
    template <class Context>
    using ByDigest = std::map<TlsDigest, std::weak_ptr<Context>>;

    template <class Context, class Make>
    Result<std::shared_ptr<Context>> findOrMake(ByDigest<Context> &known, const TlsDigest &digest, Make make);

    std::shared_ptr<TlsResumption> m_resumption = std::make_shared<TlsResumption>();
    ByDigest<ssl_ctx_st> m_servers;
    ByDigest<const TlsClientContext> m_clients;
    std::uint64_t m_made = 0;
};

} // namespace gatehouse::net
