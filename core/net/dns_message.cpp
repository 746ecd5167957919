// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/dns_message.h"

#include <algorithm>
#include <cstring>

#include <ares.h>

namespace gatehouse::net {

namespace {

constexpr std::size_t headerSize = 12;
constexpr std::uint16_t typeCname = 5;
constexpr std::uint16_t classInternet = 1;

// Walks a message; every step says whether there was enough of it.
class Cursor
{
public:
    explicit Cursor(std::span<const unsigned char> message) noexcept
        : m_message(message)
        , m_at(headerSize)
    {
    }

    [[nodiscard]] bool has(std::size_t bytes) const noexcept { return m_message.size() - m_at >= bytes; }

    [[nodiscard]] std::size_t at() const noexcept { return m_at; }

    [[nodiscard]] const unsigned char *here() const noexcept { return m_message.data() + m_at; }

    void skip(std::size_t bytes) noexcept { m_at += bytes; }

    [[nodiscard]] std::uint16_t two() noexcept
    {
        const auto value = static_cast<std::uint16_t>(m_message[m_at] << 8U | m_message[m_at + 1]);
        m_at += 2;
        return value;
    }

    [[nodiscard]] std::uint32_t four() noexcept
    {
        const std::uint32_t high = two();
        return high << 16U | two();
    }

    // Names may point back into the message (RFC 1035 4.1.4); the library follows them with its limits.
    [[nodiscard]] bool name(std::string *into)
    {
        char *text = nullptr;
        long size = 0;
        if (ares_expand_name(here(), m_message.data(), static_cast<int>(m_message.size()), &text, &size) !=
            ARES_SUCCESS)
            return false;
        if (into)
            *into = text;
        ares_free_string(text);
        m_at += static_cast<std::size_t>(size);
        return true;
    }

private:
    std::span<const unsigned char> m_message;
    std::size_t m_at;
};

Address addressOf(DnsType type, const unsigned char *bytes)
{
    sockaddr_storage storage{};
    if (type == DnsType::A) {
        auto &four = reinterpret_cast<sockaddr_in &>(storage);
        four.sin_family = AF_INET;
        std::memcpy(&four.sin_addr, bytes, sizeof four.sin_addr);
    } else {
        auto &six = reinterpret_cast<sockaddr_in6 &>(storage);
        six.sin6_family = AF_INET6;
        std::memcpy(&six.sin6_addr, bytes, sizeof six.sin6_addr);
    }
    return Address(storage);
}

bool readSrv(Cursor cursor, std::size_t size, DnsRecord &record)
{
    if (size < 7)
        return false;
    record.priority = cursor.two();
    record.weight = cursor.two();
    record.port = cursor.two();
    return cursor.name(&record.name);
}

bool readData(const Cursor &cursor, std::size_t size, DnsType type, DnsRecord &record)
{
    if (type == DnsType::Srv)
        return readSrv(cursor, size, record);
    if (size != (type == DnsType::A ? sizeof(in_addr) : sizeof(in6_addr)))
        return false;
    record.address = addressOf(type, cursor.here());
    return true;
}

// One resource record (RFC 1035 4.1.3); false: the message ends within it or its data is wrong.
bool readRecord(Cursor &cursor, DnsType wanted, DnsRecords &result, bool &isFirst)
{
    if (!cursor.name(nullptr) || !cursor.has(10))
        return false;
    const std::uint16_t type = cursor.two();
    const std::uint16_t recordClass = cursor.two();
    const std::uint32_t ttl = cursor.four();
    const std::uint16_t size = cursor.two();
    if (!cursor.has(size))
        return false;
    const bool isWanted = recordClass == classInternet && type == static_cast<std::uint16_t>(wanted);
    if (isWanted && !readData(cursor, size, wanted, result.records.emplace_back()))
        return false;
    if (isWanted || type == typeCname) {
        // RFC 2181 8: a TTL with its highest bit set counts as 0.
        const std::chrono::seconds life(ttl > 0x7fffffffU ? 0 : ttl);
        result.ttl = isFirst ? life : std::min(result.ttl, life);
        isFirst = false;
    }
    cursor.skip(size);
    return true;
}

} // namespace

std::optional<DnsRecords> parseDnsResponse(std::span<const unsigned char> message, DnsType type)
{
    if (message.size() < headerSize)
        return std::nullopt;
    const unsigned questions = message[4] << 8U | message[5];
    const unsigned answers = message[6] << 8U | message[7];
    Cursor cursor(message);
    for (unsigned i = 0; i < questions; ++i) {
        if (!cursor.name(nullptr) || !cursor.has(4))
            return std::nullopt;
        cursor.skip(4);
    }
    DnsRecords result;
    bool isFirst = true;
    for (unsigned i = 0; i < answers; ++i) {
        if (!readRecord(cursor, type, result, isFirst))
            return std::nullopt;
    }
    return result;
}

} // namespace gatehouse::net
