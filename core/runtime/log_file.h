// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/uio.h>

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse {

// A file that log lines are appended to, opened when the first line comes. Only a regular file is written to, and none
// by way of a link (CWE-59), but for /dev/stdout and /dev/stderr. What fails is told once, until it works again.
// Thread: log-writer, but for what says otherwise. Lives as long as its LogWriter.
class LogFile
{
public:
    explicit LogFile(std::string path)
        : m_path(std::move(path))
    {
    }

    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;
    ~LogFile();

    // From now on it is opened anew for every batch. Thread: any.
    void reopenAlways() noexcept { m_reopens.store(true, std::memory_order_relaxed); }

    // It is opened anew for the next batch; when that fails, the open one goes on being used.
    void reopen() noexcept { m_isStale = true; }

    void add(std::string_view line) { m_lines.push_back({const_cast<char *>(line.data()), line.size()}); }

    // Writes what was added, whose bytes must still be there; returns how many lines were lost.
    std::size_t flush();

private:
    void open();
    void close() noexcept;
    void complain(const char *action, int error);

    std::string m_path;
    std::atomic<bool> m_reopens = false;
    bool m_isStale = false;
    int m_descriptor = -1;
    int m_lastError = 0; // that was told
    std::vector<iovec> m_lines;
};

} // namespace gatehouse
