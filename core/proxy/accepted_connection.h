// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/address.h"

#include <cstdint>

namespace gatehouse {

// A connection on its way from the acceptor to a worker. Whoever takes it owns the descriptor.
struct AcceptedConnection {
    int descriptor = -1;
    net::Address peer;
    std::uint16_t listenPort = 0;
    bool tls = false; // it came to the TLS port
};

} // namespace gatehouse
