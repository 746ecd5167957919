// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_ring.h"

#include <QString>

#include <atomic>
#include <cstdint>

namespace gatehouse {

using LogFileId = std::uint32_t;

// Files that plugins write lines to. Thread: control. Lives as long as the program.
class LogFiles
{
public:
    virtual ~LogFiles() = default;
    // The id to commit lines for that path under; the same path always has the same id. With `reopen` the file is
    // opened anew for every batch, so that an external rotation takes effect.
    [[nodiscard]] virtual LogFileId idFor(const QString &path, bool reopen) = 0;
};

// Where a worker leaves its log lines for the log writer's thread. Never blocks: a full ring drops the line and counts.
// Thread: producer side on its worker only.
class LogSink
{
public:
    // Bytes. Half of it is always free for a burst, 50 ms of full load; what no burst has needed is never touched.
    static constexpr std::uint32_t ringSize = 16 * 1024 * 1024;

    explicit LogSink(std::atomic<std::uint32_t> &wakeUps)
        : m_ring(ringSize)
        , m_wakeUps(wakeUps)
    {
    }

    // Room for one line, or null when it must be dropped.
    [[nodiscard]] char *begin(std::uint32_t maxSize) noexcept { return m_ring.reserve(maxSize); }

    void commit(LogFileId file, std::uint32_t size) noexcept
    {
        m_ring.commit(size, file);
        // The writer sleeps on this value only when every ring was empty; while it is awake this is one load.
        if (m_wakeUps.load(std::memory_order_seq_cst) == 0) {
            m_wakeUps.store(1, std::memory_order_seq_cst);
            m_wakeUps.notify_one();
        }
    }

    [[nodiscard]] ByteRing &ring() noexcept { return m_ring; }

private:
    ByteRing m_ring;
    std::atomic<std::uint32_t> &m_wakeUps;
};

} // namespace gatehouse
