// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <vector>

namespace gatehouse {

// Memory for one request: grows by bumping a pointer, is given back all at once by reset() and then reused, so that a
// warm worker allocates nothing. Nothing placed here has its destructor run.
// Thread: worker. Lives in an Exchange.
class Arena
{
public:
    explicit Arena(std::size_t firstBlock = 8 * 1024) { addBlock(firstBlock); }

    // Uninitialised memory, aligned for any scalar.
    [[nodiscard]] char *allocate(std::size_t size)
    {
        const std::size_t aligned = (size + alignment - 1) & ~(alignment - 1);
        if (m_used + aligned > m_blocks[m_current].size)
            nextBlock(aligned);
        char *place = m_blocks[m_current].bytes.get() + m_used;
        m_used += aligned;
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

    // Forgets everything; keeps the first block, frees what an unusually large request added.
    void reset() noexcept
    {
        m_blocks.resize(1);
        m_current = 0;
        m_used = 0;
    }

private:
    static constexpr std::size_t alignment = alignof(std::max_align_t);

    struct Block {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
    };

    void addBlock(std::size_t size) { m_blocks.push_back({std::unique_ptr<char[]>(new char[size]), size}); }

    void nextBlock(std::size_t needed)
    {
        const std::size_t doubled = m_blocks[m_current].size * 2;
        addBlock(needed > doubled ? needed : doubled);
        m_current = m_blocks.size() - 1;
        m_used = 0;
    }

    std::vector<Block> m_blocks;
    std::size_t m_current = 0;
    std::size_t m_used = 0;
};

} // namespace gatehouse
