// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace gatehouse::routing {

// What matching needs to write to. Memory is taken when the first regular expression is tried and then kept, so a
// router without any costs nothing here.
// Thread: one at a time; one per worker is enough. Outlives no Router and is outlived by none.
class MatchScratch
{
public:
    MatchScratch() noexcept;
    ~MatchScratch();
    MatchScratch(const MatchScratch &) = delete;
    MatchScratch &operator=(const MatchScratch &) = delete;

    struct Buffers;
    [[nodiscard]] Buffers &buffers();

    // Text of a group of the last match within `subject`; a group that took no part has a null pointer.
    [[nodiscard]] std::string_view group(std::size_t number, std::string_view subject) const noexcept;
    // ASCII lower case of a text, valid until the next call; empty when the text is longer than a field can be.
    [[nodiscard]] std::string_view lower(std::string_view text);

private:
    std::unique_ptr<Buffers> m_buffers;
};

} // namespace gatehouse::routing
