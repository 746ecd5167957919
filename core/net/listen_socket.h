// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/address.h"

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

    // On that address (port 0: any free one). What it accepts has TCP_NODELAY set. Fails when somebody else listens
    // there, whatever they allow others.
    [[nodiscard]] static Result<ListenSocket> open(const Address &address);

    // One more on the same address: the kernel deals new connections out among them.
    [[nodiscard]] Result<ListenSocket> sibling() const;

    // From now on new connections go to the first `count` of all siblings only, in the order in which they were opened;
    // the others keep what waits there. Does nothing where the system has no means for it.
    void shareAmong(std::uint32_t count) const;

    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

    [[nodiscard]] std::uint16_t port() const noexcept;

private:
    int m_descriptor = -1;
};

} // namespace gatehouse::net
