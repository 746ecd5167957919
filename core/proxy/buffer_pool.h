// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/free_list.h"
#include "core/base/pages.h"

#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>

namespace gatehouse {

// Bytes received and not yet passed on: [begin, end) of a fixed block. What lies before `pin` is a message head that
// views still point into; rewinding never touches it.
struct Buffer {
    PageBlock bytes;
    std::size_t capacity = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t pin = 0;

    [[nodiscard]] bool isTaken() const noexcept { return bytes != nullptr; }

    [[nodiscard]] bool hasData() const noexcept { return begin != end; }

    [[nodiscard]] std::string_view view() const noexcept { return {bytes.get() + begin, end - begin}; }

    [[nodiscard]] std::size_t room() const noexcept { return capacity - end; }

    [[nodiscard]] char *space() noexcept { return bytes.get() + end; }

    void consume(std::size_t count) noexcept { begin += count; }

    void rewind() noexcept { begin = end = pin; }

    // What is left becomes the beginning: nothing points into what lay before it any more.
    void moveToFront() noexcept
    {
        std::memmove(bytes.get(), bytes.get() + begin, end - begin);
        end -= begin;
        begin = pin = 0;
    }
};

// Blocks for one worker, kept for reuse so that a warm worker allocates nothing and idle connections hold none.
// Thread: worker.
class BufferPool
{
public:
    static constexpr std::size_t regular = 16 * 1024; // a request head with a small body, most responses
    static constexpr std::size_t large = 64 * 1024;   // streaming; also the longest response head

    void take(Buffer &buffer, std::size_t capacity)
    {
        FreeList<PageBlock> &free = freeList(capacity);
        buffer.bytes = free.isEmpty() ? makePageBlock(capacity) : free.take();
        buffer.capacity = capacity;
        buffer.begin = buffer.end = buffer.pin = 0;
    }

    void give(Buffer &buffer)
    {
        if (!buffer.isTaken())
            return;
        freeList(buffer.capacity).give(std::move(buffer.bytes));
        buffer.capacity = buffer.begin = buffer.end = buffer.pin = 0;
    }

    // Exchanges a regular block for a large one, keeping the content.
    void enlarge(Buffer &buffer)
    {
        Buffer bigger;
        take(bigger, large);
        std::memcpy(bigger.bytes.get(), buffer.bytes.get(), buffer.end);
        bigger.begin = buffer.begin;
        bigger.end = buffer.end;
        bigger.pin = buffer.pin;
        give(buffer);
        buffer = std::move(bigger);
    }

    void shrink() noexcept
    {
        m_regular.shrink();
        m_large.shrink();
    }

    [[nodiscard]] bool mayShrink() const noexcept { return m_regular.mayShrink() || m_large.mayShrink(); }

private:
    FreeList<PageBlock> &freeList(std::size_t capacity) noexcept { return capacity == regular ? m_regular : m_large; }

    FreeList<PageBlock> m_regular;
    FreeList<PageBlock> m_large;
};

} // namespace gatehouse
