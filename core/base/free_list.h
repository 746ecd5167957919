// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace gatehouse {

// Objects that were used and wait to be used again, so that a warm worker allocates nothing. What a burst added and
// nobody needs any more is destroyed bit by bit by shrink().
// Thread: one.
template <class T>
class FreeList
{
public:
    static constexpr std::size_t kept = 16;    // stay for ever
    static constexpr std::size_t atOnce = 512; // destroyed by one shrink(): about a millisecond of the system's time

    [[nodiscard]] bool isEmpty() const noexcept { return m_free.empty(); }

    [[nodiscard]] std::size_t size() const noexcept { return m_free.size(); }

    // The one given last: its memory is the warmest.
    [[nodiscard]] T take() noexcept
    {
        T last = std::move(m_free.back());
        m_free.pop_back();
        m_unneeded = std::min(m_unneeded, m_free.size());
        return last;
    }

    void give(T object) { m_free.push_back(std::move(object)); }

    // To be called from time to time: destroys what was not needed since the last call.
    void shrink() noexcept
    {
        const std::size_t surplus = m_free.size() > kept ? m_free.size() - kept : 0;
        const std::size_t count = std::min({m_unneeded, surplus, atOnce});
        m_free.erase(m_free.begin(), m_free.begin() + static_cast<std::ptrdiff_t>(count));
        m_unneeded = m_free.size();
    }

    [[nodiscard]] bool mayShrink() const noexcept { return m_free.size() > kept; }

private:
    std::vector<T> m_free;
    std::size_t m_unneeded = 0; // the fewest that were free since the last shrink()
};

} // namespace gatehouse
