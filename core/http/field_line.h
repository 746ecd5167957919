// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/limits.h"
#include "core/http/message.h"

#include <optional>

namespace gatehouse::http {

// The rules for fields that requests and responses share. Thread: any (pure functions).

// Reads one field line (RFC 9112 5) that LineScanner found free of control characters. Folding, an empty name and
// whitespace around the name are refused. Returns the reason for a refusal, or null.
[[nodiscard]] const char *parseFieldLine(std::string_view line, Field &field) noexcept;

// 1*DIGIT below 2^63 and nothing else (RFC 9110 8.6); general integer parsers accept signs and spaces.
[[nodiscard]] std::optional<std::uint64_t> parseContentLength(std::string_view value) noexcept;

// What all Connection lines of a message ask for (RFC 9110 7.6.1).
struct ConnectionOptions {
    bool close = false;
    bool keepAlive = false;
    bool upgrade = false;
    bool tooMany = false;
};

// Reads every Connection line and marks the fields that they name.
[[nodiscard]] ConnectionOptions readConnection(FieldList &fields, const Limits &limits) noexcept;

} // namespace gatehouse::http
