// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/address.h"

#include <vector>

namespace gatehouse::net {

// A listening TCP descriptor, non-blocking; closed when destroyed.
// Thread: any, one at a time.
class ListenSocket
{
public:
    explicit ListenSocket(int descriptor) noexcept
        : m_descriptor(descriptor)
    {
    }

    ListenSocket(ListenSocket &&other) noexcept;
    ListenSocket &operator=(ListenSocket &&other) noexcept;
    ListenSocket(const ListenSocket &) = delete;
    ListenSocket &operator=(const ListenSocket &) = delete;
    ~ListenSocket();

    // So many on one address (port 0: any free one, the same for all), among which the kernel deals new connections
    // out. What they accept has TCP_NODELAY set. Fails when somebody else listens there, whatever they allow others.
    [[nodiscard]] static Result<std::vector<ListenSocket>> open(const Address &address, std::size_t count);

    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

    [[nodiscard]] std::uint16_t port() const noexcept;

private:
    int m_descriptor = -1;
};

} // namespace gatehouse::net
