// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/log_file.h"

#include "core/base/logging.h"

#include <QString>

#include <sys/stat.h>

#include <cerrno>
#include <span>

#include <fcntl.h>
#include <unistd.h>

namespace gatehouse {

namespace {

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

// A descriptor, or -1 and errno; EINVAL: it is no regular file.
int openForLines(const std::string &path)
{
    // What they are, not the names: a socket, as the journal gives, cannot be opened.
    if (path == "/dev/stdout" || path == "/dev/stderr")
        return fcntl(path == "/dev/stdout" ? STDOUT_FILENO : STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
    // O_NONBLOCK: opening a FIFO without a reader must fail instead of hanging the log of every other file.
    constexpr int flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW;
    const int descriptor = ::open(path.c_str(), flags, 0640);

    struct stat about {
    };

    if (descriptor < 0 || (fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode)))
        return descriptor;
    ::close(descriptor);
    errno = EINVAL;
    return -1;
}

} // namespace

LogFile::~LogFile()
{
    close();
}

std::size_t LogFile::flush()
{
    if (m_lines.empty())
        return 0;
    if (m_descriptor < 0 || m_isStale)
        open();
    std::span<iovec> rest = m_lines;
    while (m_descriptor >= 0 && !rest.empty()) {
        const ssize_t written = ::writev(m_descriptor, rest.data(), static_cast<int>(rest.size()));
        if (written > 0) {
            rest = behind(rest, static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            complain("write to", errno);
            break;
        }
    }
    const std::size_t lost = rest.size();
    m_lines.clear();
    m_isStale = m_isStale || m_reopens.load(std::memory_order_relaxed);
    return lost;
}

void LogFile::open()
{
    m_isStale = false;
    const int descriptor = openForLines(m_path);
    if (descriptor < 0) {
        complain("open", errno);
        return;
    }
    close();
    m_descriptor = descriptor;
    m_lastError = 0;
}

void LogFile::close() noexcept
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

void LogFile::complain(const char *action, int error)
{
    if (error == m_lastError)
        return;
    m_lastError = error;
    const QString problem = error == ELOOP    ? QStringLiteral("it is a link")
                            : error == EINVAL ? QStringLiteral("it is no regular file")
                                              : qt_error_string(error);
    qCWarning(lcProxy, "Cannot %s %s: %s.%s", action, m_path.c_str(), qUtf8Printable(problem),
              m_descriptor < 0 ? " Lines are lost." : "");
}

} // namespace gatehouse
