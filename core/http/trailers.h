// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::http {

// Trailer fields of a response that pass the gateway. Thread: any (pure functions).

// Whether a field must not come as a trailer (RFC 9110 6.5.1): framing, routing, authentication, request modifiers,
// response control, content format, and what concerns one connection only.
[[nodiscard]] bool isForbiddenInTrailers(std::string_view name) noexcept;

// Removes forbidden fields from a trailer section that ChunkedDecoder has checked: whole lines, each with its CRLF.
void removeForbiddenTrailers(std::string &section);

} // namespace gatehouse::http
