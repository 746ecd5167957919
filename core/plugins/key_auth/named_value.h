// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace gatehouse {

// What one place of a request (headers, query, body) says under a name.
struct NamedValue {
    enum class Kind : std::uint8_t {
        Absent,
        NotText, // an argument without a value, a number in JSON, ...
        Text,
        Several, // the name is repeated, or its value is a list
    };

    Kind kind = Kind::Absent;
    std::string_view text;

    void take(Kind another, std::string_view value) noexcept
    {
        kind = kind == Kind::Absent ? another : Kind::Several;
        text = value;
    }
};

} // namespace gatehouse
