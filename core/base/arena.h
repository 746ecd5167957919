// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <vector>

namespace gatehouse {

// Memory for one request: grows by bumping a pointer, is given back all at once by reset() and then reused, so that a
// warm worker allocates nothing. The first block is part of the object. Nothing placed here has its destructor run.
// Thread: worker. Lives in an Exchange.
class Arena
{
public:
    static constexpr std::size_t firstBlock = 8 * 1024;

    Arena() noexcept = default;
    Arena(const Arena &) = delete;
    Arena &operator=(const Arena &) = delete;

    // Uninitialised memory, aligned for any scalar.
    [[nodiscard]] char *allocate(std::size_t size)
    {
        const std::size_t aligned = (size + alignment - 1) & ~(alignment - 1);
        if (aligned > static_cast<std::size_t>(m_end - m_next))
            nextBlock(aligned);
        char *place = m_next;
        m_next += aligned;
        return place;
    }

    [[nodiscard]] std::string_view copy(std::string_view text)
    {
        char *place = allocate(text.size());
        text.copy(place, text.size());
        return {place, text.size()};
    }

    [[nodiscard]] std::string_view concat(std::initializer_list<std::string_view> parts)
    {
        std::size_t total = 0;
        for (const std::string_view part : parts)
            total += part.size();
        char *place = allocate(total);
        char *end = place;
        for (const std::string_view part : parts) {
            part.copy(end, part.size());
            end += part.size();
        }
        return {place, total};
    }

    // Forgets everything; frees what an unusually large request added.
    void reset() noexcept
    {
        m_more.clear();
        m_next = m_first.data();
        m_end = m_next + firstBlock;
        m_lastSize = firstBlock;
    }

private:
    static constexpr std::size_t alignment = alignof(std::max_align_t);

    void nextBlock(std::size_t needed)
    {
        m_lastSize = std::max(needed, m_lastSize * 2);
        m_more.emplace_back(new char[m_lastSize]);
        m_next = m_more.back().get();
        m_end = m_next + m_lastSize;
    }

    alignas(alignment) std::array<char, firstBlock> m_first; // not initialised
    std::vector<std::unique_ptr<char[]>> m_more;
    char *m_next = m_first.data();
    char *m_end = m_next + firstBlock;
    std::size_t m_lastSize = firstBlock;
};

} // namespace gatehouse
