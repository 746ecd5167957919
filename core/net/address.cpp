// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/address.h"

#include <arpa/inet.h>

#include <array>
#include <charconv>
#include <cstring>

namespace gatehouse::net {

namespace {

const sockaddr_in &v4(const sockaddr_storage &storage) noexcept
{
    return reinterpret_cast<const sockaddr_in &>(storage);
}

const sockaddr_in6 &v6(const sockaddr_storage &storage) noexcept
{
    return reinterpret_cast<const sockaddr_in6 &>(storage);
}

// Not inet_ntop: it goes through printf, and every request writes the address of its upstream.
std::size_t writeDotted(const std::uint8_t *octets, char *out) noexcept
{
    char *end = out;
    for (int i = 0; i < 4; ++i) {
        if (i > 0)
            *end++ = '.';
        end = std::to_chars(end, end + 3, octets[i]).ptr;
    }
    return static_cast<std::size_t>(end - out);
}

} // namespace

std::optional<Address> Address::fromLiteral(std::string_view ip, std::uint16_t port) noexcept
{
    if (ip.size() > 2 && ip.front() == '[' && ip.back() == ']')
        ip = ip.substr(1, ip.size() - 2);
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (ip.size() >= text.size())
        return std::nullopt;
    std::memcpy(text.data(), ip.data(), ip.size());
    Address address;
    auto &four = reinterpret_cast<sockaddr_in &>(address.m_storage);
    auto &six = reinterpret_cast<sockaddr_in6 &>(address.m_storage);
    if (inet_pton(AF_INET, text.data(), &four.sin_addr) == 1)
        four.sin_family = AF_INET;
    else if (inet_pton(AF_INET6, text.data(), &six.sin6_addr) == 1)
        six.sin6_family = AF_INET6;
    else
        return std::nullopt;
    address.setPort(port);
    return address;
}

socklen_t Address::size() const noexcept
{
    return family() == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
}

std::uint16_t Address::port() const noexcept
{
    return ntohs(family() == AF_INET6 ? v6(m_storage).sin6_port : v4(m_storage).sin_port);
}

void Address::setPort(std::uint16_t port) noexcept
{
    if (family() == AF_INET6)
        reinterpret_cast<sockaddr_in6 &>(m_storage).sin6_port = htons(port);
    else
        reinterpret_cast<sockaddr_in &>(m_storage).sin_port = htons(port);
}

std::uint64_t Address::network() const noexcept
{
    constexpr std::uint64_t mapped = 0xffffULL << 32U;
    if (family() == AF_INET)
        return mapped | v4(m_storage).sin_addr.s_addr;
    const in6_addr &address = v6(m_storage).sin6_addr;
    if (IN6_IS_ADDR_V4MAPPED(&address)) {
        std::uint32_t four = 0;
        std::memcpy(&four, &address.s6_addr[12], sizeof four);
        return mapped | four;
    }
    std::uint64_t prefix = 0;
    std::memcpy(&prefix, address.s6_addr, sizeof prefix);
    return prefix;
}

std::size_t Address::writeIp(char *out) const noexcept
{
    if (family() == AF_INET)
        return writeDotted(reinterpret_cast<const std::uint8_t *>(&v4(m_storage).sin_addr), out);
    const in6_addr &address = v6(m_storage).sin6_addr;
    if (IN6_IS_ADDR_V4MAPPED(&address))
        return writeDotted(&address.s6_addr[12], out);
    inet_ntop(AF_INET6, &address, out, INET6_ADDRSTRLEN);
    return std::strlen(out);
}

std::string Address::ip() const
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    return {text.data(), writeIp(text.data())};
}

bool operator==(const Address &a, const Address &b) noexcept
{
    return a.family() == b.family() && std::memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace gatehouse::net
