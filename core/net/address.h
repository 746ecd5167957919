// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::net {

// An IPv4 or IPv6 address with its port, as the system calls take it. Compares by value; usable as a pool key.
// Thread: any (value).
class Address
{
public:
    Address() = default;

    explicit Address(const sockaddr_storage &storage) noexcept
        : m_storage(storage)
    {
    }

    // A literal address ("127.0.0.1", "::1", "[::1]"); nothing for a name.
    static std::optional<Address> fromLiteral(std::string_view ip, std::uint16_t port) noexcept;

    [[nodiscard]] const sockaddr *data() const noexcept { return reinterpret_cast<const sockaddr *>(&m_storage); }

    [[nodiscard]] socklen_t size() const noexcept;

    [[nodiscard]] int family() const noexcept { return m_storage.ss_family; }

    [[nodiscard]] std::uint16_t port() const noexcept;
    void setPort(std::uint16_t port) noexcept;

    // Whom a client is counted as: its IPv4 address, or the first 64 bits of its IPv6 address, as one host has all of
    // the others (RFC 4291 2.5.4).
    [[nodiscard]] std::uint64_t network() const noexcept;

    // Text form of the address without port; IPv4-mapped IPv6 as plain IPv4. Returns its length; `out` has
    // INET6_ADDRSTRLEN bytes.
    std::size_t writeIp(char *out) const noexcept;
    [[nodiscard]] std::string ip() const;

    friend bool operator==(const Address &a, const Address &b) noexcept;

private:
    sockaddr_storage m_storage{};
};

} // namespace gatehouse::net
