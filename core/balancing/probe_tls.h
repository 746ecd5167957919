// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/poller.h"
#include "core/net/tls_identity.h"

#include <memory>
#include <string>
#include <string_view>

struct ssl_ctx_st;
struct ssl_st;

namespace gatehouse {

// TLS of the probes of one upstream: what they have in common.
// Thread: balancing.
class ProbeTlsContext
{
public:
    enum class Verify : std::uint8_t { No, Yes };

    // An identity that cannot be used is reported and not shown.
    explicit ProbeTlsContext(Verify verify, const net::TlsIdentity &identity = {});
    ~ProbeTlsContext();
    ProbeTlsContext(const ProbeTlsContext &) = delete;
    ProbeTlsContext &operator=(const ProbeTlsContext &) = delete;

private:
    friend class ProbeTls;
    ssl_ctx_st *m_context;
    bool m_verifies;
};

// TLS of one probe on a connected descriptor.
// Thread: balancing. Ends before its descriptor is closed.
class ProbeTls
{
public:
    enum class State : std::uint8_t { Done, WantsRead, WantsWrite, Failed };

    // `serverName` is sent and, when verifying, has to be in the certificate; an address is not sent (RFC 6066 3).
    ProbeTls(const ProbeTlsContext &context, int descriptor, const std::string &serverName);
    ~ProbeTls();
    ProbeTls(const ProbeTls &) = delete;
    ProbeTls &operator=(const ProbeTls &) = delete;

    [[nodiscard]] State handshake() noexcept;
    [[nodiscard]] State write(std::string_view text) noexcept; // all of it, or later again
    [[nodiscard]] State read(char *into, std::size_t size, std::size_t &got) noexcept;

private:
    [[nodiscard]] State outcome(int result) noexcept;

    ssl_st *m_session;
};

} // namespace gatehouse
