// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace gatehouse {

// Ring of variable-length records for one producer thread and one consumer thread; never blocks, never allocates after
// construction. A record is contiguous, so the producer formats straight into it.
class ByteRing
{
public:
    // `capacity` bytes, a power of two.
    explicit ByteRing(std::uint32_t capacity)
        : m_bytes(new char[capacity])
        , m_capacity(capacity)
    {
    }

    // Producer: room for one record of at most `size` bytes, or null when the ring is full (the drop is counted).
    [[nodiscard]] char *reserve(std::uint32_t size) noexcept
    {
        const std::uint32_t needed = align(size) + headerSize;
        const std::uint64_t tail = m_tail.load(std::memory_order_relaxed);
        const auto offset = static_cast<std::uint32_t>(tail & (m_capacity - 1));
        const std::uint32_t untilEnd = m_capacity - offset;
        const std::uint64_t head = m_head.load(std::memory_order_acquire);
        // An empty ring starts over at its beginning: while the consumer keeps up, half of the memory is never touched.
        // Not earlier than half way: until the consumer has passed the skipped part, only what lies before it is free.
        const bool startsOver = head == tail && offset >= m_capacity / 2;
        const std::uint32_t skipped = needed > untilEnd || startsOver ? untilEnd : 0;
        if (needed > m_capacity || tail + skipped + needed - head > m_capacity) {
            m_dropped.fetch_add(1, std::memory_order_relaxed);
            return nullptr;
        }
        if (skipped != 0) {
            writeHeader(offset, {skipMark, 0});
            m_tail.store(tail + skipped, std::memory_order_release);
        }
        return m_bytes.get() + ((tail + skipped) & (m_capacity - 1)) + headerSize;
    }

    // Producer: publishes the record begun by the last reserve(); `size` may be smaller than was reserved.
    void commit(std::uint32_t size, std::uint32_t tag) noexcept
    {
        const std::uint64_t tail = m_tail.load(std::memory_order_relaxed);
        writeHeader(static_cast<std::uint32_t>(tail & (m_capacity - 1)), {size, tag});
        m_tail.store(tail + headerSize + align(size), std::memory_order_release);
    }

    // Consumer: calls take(tag, bytes) for every record published so far. Returns whether there were any.
    template <class Take>
    bool drain(Take take)
    {
        return drain(
            take, [] {}, 1);
    }

    // The same for a consumer that uses records together: their bytes stay until `used()`, which is called after every
    // `together` of them and after the last.
    template <class Take, class Used>
    bool drain(Take take, Used used, std::size_t together)
    {
        std::uint64_t head = m_head.load(std::memory_order_relaxed);
        const std::uint64_t tail = m_tail.load(std::memory_order_acquire);
        const bool any = head != tail;
        for (std::size_t held = 0; head != tail;) {
            head = takeOne(head, take);
            if (++held < together && head != tail)
                continue;
            used();
            m_head.store(head, std::memory_order_release);
            held = 0;
        }
        return any;
    }

    [[nodiscard]] bool isEmpty() const noexcept
    {
        return m_head.load(std::memory_order_acquire) == m_tail.load(std::memory_order_acquire);
    }

    [[nodiscard]] std::uint64_t dropped() const noexcept { return m_dropped.load(std::memory_order_relaxed); }

private:
    struct Header {
        std::uint32_t size;
        std::uint32_t tag;
    };

    static constexpr std::uint32_t headerSize = sizeof(Header);
    static constexpr std::uint32_t skipMark = 0xffffffff; // the rest up to the end of the ring is unused

    // Returns the position behind the record or the skipped part at `head`.
    template <class Take>
    std::uint64_t takeOne(std::uint64_t head, Take &take)
    {
        const auto offset = static_cast<std::uint32_t>(head & (m_capacity - 1));
        Header header;
        std::memcpy(&header, m_bytes.get() + offset, headerSize);
        if (header.size == skipMark)
            return head + m_capacity - offset;
        take(header.tag, std::string_view(m_bytes.get() + offset + headerSize, header.size));
        return head + headerSize + align(header.size);
    }

    static constexpr std::uint32_t align(std::uint32_t size) noexcept { return (size + 7U) & ~7U; }

    void writeHeader(std::uint32_t offset, Header header) noexcept
    {
        std::memcpy(m_bytes.get() + offset, &header, headerSize);
    }

    std::unique_ptr<char[]> m_bytes;
    const std::uint32_t m_capacity;
    alignas(64) std::atomic<std::uint64_t> m_head = 0;
    alignas(64) std::atomic<std::uint64_t> m_tail = 0;
    std::atomic<std::uint64_t> m_dropped = 0;
};

} // namespace gatehouse
