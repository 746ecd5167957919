// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/log_writer.h"

#include "core/base/logging.h"

#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <span>

#include <fcntl.h>
#include <unistd.h>

namespace gatehouse {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t linesTogether = 512; // written with one call at most
constexpr auto gathering = 2ms;            // lines of a burst that go into one write

// What is left of `lines` after so many bytes of them were written.
std::span<iovec> behind(std::span<iovec> lines, std::size_t written) noexcept
{
    while (!lines.empty() && written >= lines.front().iov_len) {
        written -= lines.front().iov_len;
        lines = lines.subspan(1);
    }
    if (!lines.empty()) {
        lines.front().iov_base = static_cast<char *>(lines.front().iov_base) + written;
        lines.front().iov_len -= written;
    }
    return lines;
}

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
    const auto take = [this](LogFileId id, std::string_view line) {
        m_files[id]->lines.push_back({const_cast<char *>(line.data()), line.size()});
    };
    if (m_reopenAll.exchange(false, std::memory_order_relaxed)) {
        for (const auto &file : m_files)
            close(*file);
    }
    for (const auto &sink : m_sinks)
        any |= sink->ring().drain(
            take, [this] { writeLines(); }, linesTogether);
    return any;
}

// Straight from the ring: the lines are not copied once more.
void LogWriter::writeLines()
{
    for (const auto &file : m_files) {
        if (!file->lines.empty())
            flush(*file);
    }
}

void LogWriter::flush(File &file)
{
    if (file.descriptor < 0)
        open(file);
    std::span<iovec> rest = file.lines;
    while (file.descriptor >= 0 && !rest.empty()) {
        const ssize_t written = ::writev(file.descriptor, rest.data(), static_cast<int>(rest.size()));
        if (written > 0) {
            rest = behind(rest, static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            if (errno != file.lastError)
                qCWarning(lcProxy, "Cannot write to %s: %s. Lines are lost.", file.path.c_str(),
                          qUtf8Printable(qt_error_string(errno)));
            file.lastError = errno;
            break;
        }
    }
    file.lines.clear();
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
