// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/out_queue.h"

namespace gatehouse {

void OutQueue::push(std::string_view part) noexcept
{
    if (!part.empty())
        m_parts[m_count++] = {const_cast<char *>(part.data()), part.size()}; // iovec has no const form
}

void OutQueue::pushChunk(std::string_view data) noexcept
{
    if (data.empty())
        return;
    std::array<char, http::longestChunkHeader> &header = m_chunkHeaders[m_count];
    push({header.data(), http::writeChunkHeader(header.data(), data.size())});
    push(data);
    push("\r\n");
}

OutQueue::Flush OutQueue::flush(net::StreamSocket &socket, std::uint64_t &sent) noexcept
{
    while (m_first < m_count) {
        const net::IoResult result = socket.write({m_parts.data() + m_first, m_count - m_first});
        if (result.state == net::IoResult::State::WouldBlock)
            return Flush::Blocked;
        if (result.state != net::IoResult::State::Ok)
            return Flush::Failed;
        sent += result.bytes;
        std::size_t left = result.bytes;
        while (m_first < m_count && left >= m_parts[m_first].iov_len)
            left -= m_parts[m_first++].iov_len;
        if (m_first == m_count)
            break;
        m_parts[m_first].iov_base = static_cast<char *>(m_parts[m_first].iov_base) + left;
        m_parts[m_first].iov_len -= left; // a short write: the socket is full, or a TLS record was
    }
    clear();
    return Flush::Done;
}

} // namespace gatehouse
