// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace gatehouse::http {

// Fields the gateway itself must look at; the parsers classify each name once so that nothing later compares text.
enum class FieldId : std::uint8_t {
    Other,
    Accept,
    Authorization,
    Connection,
    ContentLength,
    ContentType,
    Cookie,
    Date,
    Expect,
    Host,
    KeepAlive,
    MaxForwards,
    Origin,
    ProxyAuthorization,
    Proxy,
    ProxyConnection,
    Server,
    Te,
    Trailer,
    TransferEncoding,
    Upgrade,
    Via,
    XForwardedFor,
    XForwardedHost,
    XForwardedPath,
    XForwardedPort,
    XForwardedPrefix,
    XForwardedProto,
    XKongRequestDebug,
    XKongRequestId,
    XRealIp,
};

// One field line. Views point into the buffer that was parsed: they die when that buffer is consumed or grows.
struct Field {
    std::string_view name;
    std::string_view value;
    FieldId id = FieldId::Other;
    bool nominated = false; // named by a Connection option (RFC 9110 7.6.1): never forwarded
};

// Fixed-size list of field lines, in order of arrival; never allocates.
class FieldList
{
public:
    static constexpr std::size_t capacity = 200;

    [[nodiscard]] bool push(const Field &field) noexcept
    {
        if (m_size == capacity)
            return false;
        m_fields[m_size++] = field;
        return true;
    }

    void clear() noexcept { m_size = 0; }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

    [[nodiscard]] const Field *begin() const noexcept { return m_fields.data(); }

    [[nodiscard]] const Field *end() const noexcept { return m_fields.data() + m_size; }

    [[nodiscard]] Field *begin() noexcept { return m_fields.data(); }

    [[nodiscard]] Field *end() noexcept { return m_fields.data() + m_size; }

    // First field of that id or name (names compare without case), or null.
    [[nodiscard]] const Field *find(FieldId id) const noexcept;
    [[nodiscard]] const Field *find(std::string_view name) const noexcept;

private:
    std::array<Field, capacity> m_fields;
    std::size_t m_size = 0;
};

// How the end of a body is found (RFC 9112 6).
enum class Framing : std::uint8_t { None, Length, Chunked, UntilClose };

// A request head that passed the strict checks of RequestParser.
struct RequestHead {
    std::string_view method;
    std::string_view target; // the request-target exactly as received
    std::string_view path;   // origin-form path of the target, raw, without query; "/" for an empty absolute-form path
    std::string_view query;  // from '?' to the end of the target, '?' included; empty when there is none
    std::string_view host;   // the one Host value; the authority of an absolute-form target wins (RFC 9112 3.2.2)
    std::string_view upgrade;
    FieldList fields;
    std::uint64_t contentLength = 0;
    Framing framing = Framing::None;
    std::uint8_t minorVersion = 1; // HTTP/1.<n>
    bool hasHost = false;
    bool keepAlive = true;          // the client's wish (RFC 9112 9.3)
    bool expectContinue = false;    // RFC 9110 10.1.1
    bool connectionUpgrade = false; // Connection lists "upgrade"
    bool acceptsTrailers = false;   // TE lists "trailers" (RFC 9110 10.1.4)
};

// A final or interim response head that passed the checks of ResponseParser.
struct ResponseHead {
    int status = 0;
    std::string_view reason;
    FieldList fields;
    std::uint64_t contentLength = 0;
    Framing framing = Framing::None;
    std::uint8_t minorVersion = 1;
    bool keepAlive = true; // the connection may be reused after this message
};

// ASCII comparison without case; the only one the HTTP grammar needs.
[[nodiscard]] bool equalsIgnoreCase(std::string_view a, std::string_view b) noexcept;

// The id of a field name, FieldId::Other when it is none of ours.
[[nodiscard]] FieldId fieldId(std::string_view name) noexcept;

} // namespace gatehouse::http
