// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace gatehouse {

// What can go wrong with a request in the gateway itself. What each becomes for the client is one table in
// local_reply.cpp.
enum class ProxyError : std::uint8_t {
    BadRequest,
    UnknownEncoding,
    UnsupportedVersion,
    ExpectationFailed,
    UriTooLong,
    HeadTooLarge,
    BodyTooLarge,
    MethodNotAllowed,
    RequestTimeout,
    NoRoute,
    HttpsRequired,
    NoService,
    NameResolution,
    NoTarget,
    NoTargetLeft, // for another try
    UnsupportedUpstream,
    UpstreamInvalid, // refused, reset, or an answer that is none
    UpstreamTimeout,
    Internal,
};

} // namespace gatehouse
