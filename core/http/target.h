// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gatehouse::http {

// The parts of a request-target (RFC 9112 3.2). Views point into the target that was parsed.
// Thread: any (plain value).
struct Target {
    std::string_view path;      // raw; empty for an absolute-form without path; "*" and an authority as they are
    std::string_view query;     // with its '?'; empty when there is none
    std::string_view authority; // of an absolute-form or of CONNECT
};

// Reads a target without spaces and control characters. Origin-form and absolute-form (http, https) are for every
// method but CONNECT, `*` for OPTIONS alone, an authority for CONNECT alone. Fragments, malformed percent escapes, %00
// and paths that climb above the root are refused. Returns the reason for a refusal, or null.
[[nodiscard]] const char *parseTarget(std::string_view target, std::string_view method, Target &out) noexcept;

} // namespace gatehouse::http
