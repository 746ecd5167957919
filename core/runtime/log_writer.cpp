// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/log_writer.h"

#include "core/base/logging.h"

#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace gatehouse {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t batchSize = 256 * 1024; // bytes written with one call at most, roughly
constexpr auto gathering = 2ms;               // lines of a burst that go into one write

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
    for (const auto &file : m_files)
        close(*file);
}

LogFileId LogWriter::idFor(const QString &path, bool reopen)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_ids.constFind(path);
    if (known != m_ids.constEnd()) {
        m_files[*known]->reopens = m_files[*known]->reopens || reopen;
        return *known;
    }
    auto file = std::make_unique<File>();
    file->path = path.toStdString();
    file->reopens = reopen;
    m_files.push_back(std::move(file));
    const auto id = static_cast<LogFileId>(m_files.size() - 1);
    m_ids.insert(path, id);
    return id;
}

LogSink *LogWriter::addSink()
{
    const std::lock_guard lock(m_mutex);
    return m_sinks.emplace_back(std::make_unique<LogSink>(m_wakeUps)).get();
}

std::uint64_t LogWriter::dropped() const
{
    const std::lock_guard lock(m_mutex);
    std::uint64_t sum = 0;
    for (const auto &sink : m_sinks)
        sum += sink->ring().dropped();
    return sum;
}

void LogWriter::run()
{
    for (;;) {
        if (collect()) {
            std::this_thread::sleep_for(gathering);
            continue;
        }
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
    for (const auto &sink : m_sinks) {
        any |= sink->ring().drain([this](LogFileId id, std::string_view line) {
            File &file = *m_files[id];
            file.pending.append(line);
            if (file.pending.size() >= batchSize)
                flush(file);
        });
    }
    const bool reopen = m_reopenAll.exchange(false, std::memory_order_relaxed);
    for (const auto &file : m_files) {
        if (reopen)
            close(*file);
        if (!file->pending.empty())
            flush(*file);
    }
    return any;
}

void LogWriter::flush(File &file)
{
    if (file.descriptor < 0)
        open(file);
    std::string_view rest = file.pending;
    while (file.descriptor >= 0 && !rest.empty()) {
        const ssize_t written = ::write(file.descriptor, rest.data(), rest.size());
        if (written > 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            if (errno != file.lastError)
                qCWarning(lcProxy, "Cannot write to %s: %s. Lines are lost.", file.path.c_str(),
                          qUtf8Printable(qt_error_string(errno)));
            file.lastError = errno;
            break;
        }
    }
    file.pending.clear();
    if (file.reopens)
        close(file);
}

void LogWriter::open(File &file)
{
    // O_NONBLOCK: opening a FIFO without a reader must fail instead of hanging the log of every other file.
    const int descriptor =
        ::open(file.path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0644);
    if (descriptor < 0) {
        if (errno != file.lastError)
            qCWarning(lcProxy, "Cannot open %s: %s. Lines are lost.", file.path.c_str(),
                      qUtf8Printable(qt_error_string(errno)));
        file.lastError = errno;
        return;
    }
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
    file.descriptor = descriptor;
    file.lastError = 0;
}

void LogWriter::close(File &file)
{
    if (file.descriptor >= 0)
        ::close(file.descriptor);
    file.descriptor = -1;
}

} // namespace gatehouse
