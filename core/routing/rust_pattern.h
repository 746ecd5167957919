// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::routing {

// A regular expression of the syntax Kong's router takes (the Rust regex crate), written for PCRE2 so that it matches
// the same texts. Thread: any (plain value).
struct RustPattern {
    std::string source;       // for PCRE2
    std::string literalBegin; // text every match at the start begins with; empty when there is none
    std::string problem;      // why the pattern is refused; empty when it is fine
};

// Refuses what the other engine does not know: look-around, back-references, conditions, verbs, possessive meaning.
[[nodiscard]] RustPattern translateRustPattern(std::string_view pattern);

// Only the text that every match begins with, for a pattern that begins with "^".
[[nodiscard]] std::string literalBegin(std::string_view pattern);

} // namespace gatehouse::routing
