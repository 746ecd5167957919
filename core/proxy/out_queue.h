// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/chunked_decoder.h"
#include "core/net/stream_socket.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace gatehouse {

// Parts of a message waiting to be sent, as views: nothing is copied, and one system call takes them all. The bytes
// must stay where they are until flush() says Done. Thread: worker.
class OutQueue
{
public:
    enum class Flush : std::uint8_t { Done, Blocked, Failed };

    [[nodiscard]] bool isEmpty() const noexcept { return m_first == m_count; }

    // Room for one more chunk (its size line, its data, its CRLF) and for the last one.
    [[nodiscard]] bool hasRoom() const noexcept { return m_count + 4 <= m_parts.size(); }

    void push(std::string_view part) noexcept;
    void pushChunk(std::string_view data) noexcept;

    void clear() noexcept { m_first = m_count = 0; }

    // Sends as much as the socket takes; adds what went out to `sent`.
    Flush flush(net::StreamSocket &socket, std::uint64_t &sent) noexcept;

private:
    static constexpr std::size_t parts = 48;

    std::array<iovec, parts> m_parts;
    std::array<std::array<char, http::longestChunkHeader>, parts> m_chunkHeaders;
    std::size_t m_first = 0;
    std::size_t m_count = 0;
};

} // namespace gatehouse
