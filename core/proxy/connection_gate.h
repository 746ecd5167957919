// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/address.h"
#include "core/proxy/accepted_connection.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace gatehouse {

struct ProxySettings;

// How many connections one worker may have: in all, of one client, TLS handshakes in a second, and descriptors of the
// process, some of which are kept back for the Admin API, logs and name look-ups.
// Thread: worker. Lives in its WorkerContext.
class ConnectionGate
{
public:
    explicit ConnectionGate(const ProxySettings &settings);

    // Whether one more may be accepted now, beside `open` ones; what may not waits.
    [[nodiscard]] bool hasRoom(std::size_t open, bool tls, std::int64_t now) noexcept;
    // Counts an accepted one; false: its client has too many, and it must be closed.
    [[nodiscard]] bool enter(const AcceptedConnection &accepted, std::int64_t now);
    // The same for one that ended, by net::Address::network().
    void leave(std::uint64_t network) noexcept;

    // Whether a descriptor is one of those that are kept back: it must be closed, unless it was accepted.
    [[nodiscard]] bool isReserved(int descriptor) const noexcept { return descriptor >= m_ceiling; }

private:
    [[nodiscard]] bool mayShakeHands(std::int64_t now) noexcept;
    [[nodiscard]] bool hasDescriptors() noexcept;

    const ProxySettings &m_settings;
    std::unordered_map<std::uint64_t, std::uint32_t> m_byNetwork; // empty unless there is a limit
    std::int64_t m_window = 0;                                    // of handshakes
    std::uint32_t m_handshakes = 0;                               // in it
    int m_ceiling = 0;
    bool m_isTight = false; // the last one accepted got a reserved descriptor
};

} // namespace gatehouse
