// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/message.h"

#include "core/http/octets.h"

#include <algorithm>

namespace gatehouse::http {

namespace {

struct KnownField {
    std::string_view name; // lower case
    FieldId id;
};

// By length, so that most unknown names are ruled out by one look at the table of starts below.
constexpr std::array knownFields{
    KnownField{"te", FieldId::Te},
    KnownField{"via", FieldId::Via},
    KnownField{"date", FieldId::Date},
    KnownField{"host", FieldId::Host},
    KnownField{"proxy", FieldId::Proxy},
    KnownField{"accept", FieldId::Accept},
    KnownField{"cookie", FieldId::Cookie},
    KnownField{"expect", FieldId::Expect},
    KnownField{"origin", FieldId::Origin},
    KnownField{"server", FieldId::Server},
    KnownField{"trailer", FieldId::Trailer},
    KnownField{"upgrade", FieldId::Upgrade},
    KnownField{"x-real-ip", FieldId::XRealIp},
    KnownField{"connection", FieldId::Connection},
    KnownField{"keep-alive", FieldId::KeepAlive},
    KnownField{"content-type", FieldId::ContentType},
    KnownField{"max-forwards", FieldId::MaxForwards},
    KnownField{"authorization", FieldId::Authorization},
    KnownField{"content-length", FieldId::ContentLength},
    KnownField{"x-forwarded-for", FieldId::XForwardedFor},
    KnownField{"proxy-connection", FieldId::ProxyConnection},
    KnownField{"x-forwarded-host", FieldId::XForwardedHost},
    KnownField{"x-forwarded-path", FieldId::XForwardedPath},
    KnownField{"x-forwarded-port", FieldId::XForwardedPort},
    KnownField{"transfer-encoding", FieldId::TransferEncoding},
    KnownField{"x-forwarded-proto", FieldId::XForwardedProto},
    KnownField{"x-kong-request-id", FieldId::XKongRequestId},
    KnownField{"x-forwarded-prefix", FieldId::XForwardedPrefix},
    KnownField{"proxy-authorization", FieldId::ProxyAuthorization},
    KnownField{"x-kong-request-debug", FieldId::XKongRequestDebug},
};
static_assert(std::is_sorted(knownFields.begin(), knownFields.end(), [](const KnownField &a, const KnownField &b) {
    return a.name.size() < b.name.size();
}));
constexpr std::size_t longestName = knownFields.back().name.size();

// starts[n] is the first row whose name has n octets or more; the rows of length n end at starts[n + 1].
constexpr std::array<std::uint8_t, longestName + 2> makeStarts() noexcept
{
    std::array<std::uint8_t, longestName + 2> starts{};
    for (std::size_t length = 0; length < starts.size(); ++length) {
        std::uint8_t row = 0;
        while (row < knownFields.size() && knownFields[row].name.size() < length)
            ++row;
        starts[length] = row;
    }
    return starts;
}

constexpr auto starts = makeStarts();

} // namespace

bool equalsIgnoreCase(std::string_view a, std::string_view b) noexcept
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (octets::toLower(a[i]) != octets::toLower(b[i]))
            return false;
    }
    return true;
}

FieldId fieldId(std::string_view name) noexcept
{
    if (name.empty() || name.size() > longestName)
        return FieldId::Other;
    const char first = octets::toLower(name.front());
    for (std::size_t row = starts[name.size()]; row < starts[name.size() + 1]; ++row) {
        if (knownFields[row].name.front() == first && equalsIgnoreCase(knownFields[row].name, name))
            return knownFields[row].id;
    }
    return FieldId::Other;
}

const Field *FieldList::find(FieldId id) const noexcept
{
    for (const Field &field : *this) {
        if (field.id == id)
            return &field;
    }
    return nullptr;
}

const Field *FieldList::find(std::string_view name) const noexcept
{
    for (const Field &field : *this) {
        if (equalsIgnoreCase(field.name, name))
            return &field;
    }
    return nullptr;
}

} // namespace gatehouse::http
