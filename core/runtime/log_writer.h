// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/warning_budget.h"
#include "core/plugins/log_sink.h"
#include "core/runtime/log_file.h"

#include <QHash>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace gatehouse {

// Writes what workers logged: one thread takes the lines out of all rings and writes each file's share with one call.
// A file that cannot be opened costs its lines and one message, never a request.
// Thread: control, except writing, which has its own thread ("log-writer"). Lives as long as the gateway runs.
class LogWriter final : public LogFiles
{
public:
    LogWriter();
    ~LogWriter() override; // writes what is left

    [[nodiscard]] LogFileId idFor(const QString &path, bool reopen) override;
    // The sink of that worker, the same for whoever has its number later; lives as long as the writer.
    [[nodiscard]] LogSink *sink(std::size_t worker);

    // Opens all files anew with the next batch (after a rotation); one that cannot be opened is used on.
    void reopenAll() noexcept { m_reopenAll.store(true, std::memory_order_relaxed); }

    // Lines that were lost because a ring was full or a file did not take them.
    [[nodiscard]] std::uint64_t dropped() const;

private:
    void run();
    bool collect();
    void writeLines();
    void reportDropped();

    // Guards the lists, not the lines: taken when a configuration is compiled and once per batch, never by a worker.
    mutable std::mutex m_mutex;
    std::vector<std::unique_ptr<LogFile>> m_files;
    QHash<QString, LogFileId> m_ids;
    std::vector<std::unique_ptr<LogSink>> m_sinks;
    std::atomic<std::uint32_t> m_wakeUps = 0;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_reopenAll = false;
    std::uint64_t m_unwritten = 0; // lines that files did not take
    std::uint64_t m_reported = 0;  // of dropped()
    WarningBudget m_warnings;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace gatehouse
