// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/log_writer.h"

#include "core/base/logging.h"

#include <chrono>

namespace gatehouse {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t linesTogether = 512; // written with one call at most
constexpr auto gathering = 2ms;            // lines of a burst that go into one write

} // namespace

LogWriter::LogWriter()
    : m_thread([this] { run(); })
{
}

LogWriter::~LogWriter()
{
    m_stopping.store(true, std::memory_order_seq_cst);
    m_wakeUps.store(1, std::memory_order_seq_cst);
    m_wakeUps.notify_one();
    m_thread.join();
}

LogFileId LogWriter::idFor(const QString &path, bool reopen)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_ids.constFind(path);
    if (known != m_ids.constEnd()) {
        if (reopen)
            m_files[*known]->reopenAlways();
        return *known;
    }
    m_files.push_back(std::make_unique<LogFile>(path.toStdString()));
    if (reopen)
        m_files.back()->reopenAlways();
    const auto id = static_cast<LogFileId>(m_files.size() - 1);
    m_ids.insert(path, id);
    return id;
}

LogSink *LogWriter::sink(std::size_t worker)
{
    const std::lock_guard lock(m_mutex);
    while (m_sinks.size() <= worker)
        m_sinks.push_back(std::make_unique<LogSink>(m_wakeUps));
    return m_sinks[worker].get();
}

std::uint64_t LogWriter::dropped() const
{
    const std::lock_guard lock(m_mutex);
    std::uint64_t sum = 0;
    for (const auto &sink : m_sinks)
        sum += sink->ring().dropped();
    return sum + m_unwritten;
}

void LogWriter::run()
{
    for (;;) {
        if (collect()) {
            std::this_thread::sleep_for(gathering);
            continue;
        }
        reportDropped();
        if (m_stopping.load(std::memory_order_seq_cst))
            return;
        // From here on a worker that logs says so; a line that came in between is seen by looking once more.
        m_wakeUps.store(0, std::memory_order_seq_cst);
        if (collect() || m_stopping.load(std::memory_order_seq_cst))
            m_wakeUps.store(1, std::memory_order_seq_cst);
        else
            m_wakeUps.wait(0, std::memory_order_seq_cst);
    }
}

bool LogWriter::collect()
{
    const std::lock_guard lock(m_mutex);
    bool any = false;
    const auto take = [this](LogFileId id, std::string_view line) { m_files[id]->add(line); };
    if (m_reopenAll.exchange(false, std::memory_order_relaxed)) {
        for (const auto &file : m_files)
            file->reopen();
    }
    for (const auto &sink : m_sinks)
        any |= sink->ring().drain(
            take, [this] { writeLines(); }, linesTogether);
    return any;
}

// Straight from the ring: the lines are not copied once more.
void LogWriter::writeLines()
{
    for (const auto &file : m_files)
        m_unwritten += file->flush();
}

void LogWriter::reportDropped()
{
    const std::uint64_t sum = dropped();
    if (sum == m_reported || !m_warnings.allows(std::chrono::steady_clock::now().time_since_epoch().count()))
        return;
    m_reported = sum;
    qCWarning(lcProxy, "%llu log lines were lost so far.", static_cast<unsigned long long>(sum));
}

} // namespace gatehouse
