// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::routing {

class MatchScratch;

// Name of a group of a regular expression.
struct CaptureName {
    std::string name;
    std::uint32_t group = 0;
};

// A compiled regular expression of a route. Matching has a step limit: a text that would take too long does not match.
// Thread: any (immutable); each thread brings its MatchScratch. Lives in the Router.
class Pattern
{
public:
    // Of a route path, without its "~": "^" is put in front of the text as it is (kong/router/transform.lua), so
    // `~/a|/b` finds "/b" anywhere.
    static Result<Pattern> forPath(std::string_view source);
    // Of a header value, without its "~*". The source is lowered as the values are, so "\D" means "\d".
    static Result<Pattern> forHeader(std::string_view source);

    Pattern(Pattern &&) noexcept;
    Pattern &operator=(Pattern &&) noexcept;
    ~Pattern();

    // The subject is valid UTF-8. After a match the scratch holds the offsets of the groups.
    [[nodiscard]] bool search(std::string_view subject, MatchScratch &scratch) const noexcept;

    [[nodiscard]] const std::string &literalBegin() const noexcept { return m_literalBegin; }

    [[nodiscard]] std::uint32_t groupCount() const noexcept { return m_groupCount; }

    [[nodiscard]] const std::vector<CaptureName> &names() const noexcept { return m_names; }

private:
    struct Code;

    explicit Pattern(std::unique_ptr<Code> code);
    static Result<Pattern> compile(const std::string &source, std::string_view shown);
    void readNames();

    std::unique_ptr<Code> m_code;
    std::string m_literalBegin;
    std::vector<CaptureName> m_names;
    std::uint32_t m_groupCount = 0; // without the whole match
};

} // namespace gatehouse::routing
