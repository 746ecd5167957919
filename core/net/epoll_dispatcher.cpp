// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/epoll_dispatcher.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <sys/eventfd.h>

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace gatehouse::net {

namespace {

constexpr std::int64_t nsPerMs = 1'000'000;

} // namespace

// Qt's notifiers of one descriptor; there may be one for reading and one for writing.
class EpollDispatcher::NotifierWatch final : public ReadyListener
{
public:
    QSocketNotifier *read = nullptr;
    QSocketNotifier *write = nullptr;

    void onReadable() override { activate(read); }

    void onWritable() override { activate(write); }

    [[nodiscard]] Interest interest() const noexcept { return static_cast<Interest>((read ? 1 : 0) | (write ? 2 : 0)); }

private:
    static void activate(QSocketNotifier *notifier)
    {
        if (!notifier)
            return;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &event);
    }
};

EpollDispatcher::EpollDispatcher()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeDescriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_epoll < 0 || m_wakeDescriptor < 0)
        qFatal("Cannot create an epoll descriptor: %s", strerror(errno)); // NOLINT(concurrency-mt-unsafe)
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = nullptr;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeDescriptor, &event);
    readClocks();
}

EpollDispatcher::~EpollDispatcher()
{
    qDeleteAll(m_notifiers);
    close(m_wakeDescriptor);
    close(m_epoll);
}

void EpollDispatcher::update(int operation, int descriptor, Interest interest, ReadyListener *listener)
{
    epoll_event event{};
    const auto bits = static_cast<unsigned>(interest);
    event.events = ((bits & 1U) ? unsigned(EPOLLIN) : 0U) | ((bits & 2U) ? unsigned(EPOLLOUT) : 0U);
    event.data.ptr = listener;
    if (epoll_ctl(m_epoll, operation, descriptor, &event) != 0)
        qCWarning(lcProxy, "epoll_ctl(%d) failed on descriptor %d: errno %d", operation, descriptor, errno);
}

void EpollDispatcher::add(int descriptor, Interest interest, ReadyListener *listener)
{
    update(EPOLL_CTL_ADD, descriptor, interest, listener);
}

void EpollDispatcher::change(int descriptor, Interest interest, ReadyListener *listener)
{
    update(EPOLL_CTL_MOD, descriptor, interest, listener);
}

void EpollDispatcher::remove(int descriptor, ReadyListener *listener)
{
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    // The listener may be destroyed after this: events of it still waiting in this batch must not reach it.
    for (int i = m_next; i < m_count; ++i) {
        if (m_ready[static_cast<std::size_t>(i)].data.ptr == listener)
            m_ready[static_cast<std::size_t>(i)].events = 0;
    }
}

int EpollDispatcher::sleepTime() const noexcept
{
    std::int64_t wait = m_timers.untilNextTick(m_now).count();
    for (const QtTimer &timer : m_qtTimers) {
        const std::int64_t left = std::max<std::int64_t>(timer.due - m_now, 0);
        if (wait < 0 || left < wait)
            wait = left;
    }
    return wait < 0 ? -1 : static_cast<int>((wait + nsPerMs - 1) / nsPerMs);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted.store(false, std::memory_order_relaxed);
    emit awake();
    if (m_woken.exchange(false, std::memory_order_acq_rel))
        QCoreApplication::sendPostedEvents();
    if (m_interrupted.load(std::memory_order_relaxed))
        return false;

    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_woken.load(std::memory_order_acquire);
    const int timeout = mayWait ? sleepTime() : 0;
    if (timeout != 0)
        emit aboutToBlock();
    const int count = epoll_wait(m_epoll, m_ready.data(), batch, timeout);
    readClocks();
    dispatch(std::max(count, 0));
    m_timers.advance(m_now);
    runQtTimers();
    return count > 0;
}

void EpollDispatcher::dispatch(int count)
{
    m_count = count;
    for (m_next = 0; m_next < m_count;) {
        const epoll_event event = m_ready[static_cast<std::size_t>(m_next++)];
        if (event.events == 0)
            continue;
        if (!event.data.ptr) {
            eventfd_t ignored = 0;
            eventfd_read(m_wakeDescriptor, &ignored);
            continue;
        }
        auto *listener = static_cast<ReadyListener *>(event.data.ptr);
        const bool failed = (event.events & (unsigned(EPOLLERR) | unsigned(EPOLLHUP))) != 0;
        // Writing first: what was waiting to be sent goes out before more is taken in. The listener may remove itself,
        // which clears a second entry made for it here.
        if ((event.events & unsigned(EPOLLOUT)) != 0) {
            if ((event.events & unsigned(EPOLLIN)) != 0 || failed) {
                m_ready[static_cast<std::size_t>(--m_next)] = event;
                m_ready[static_cast<std::size_t>(m_next)].events = EPOLLIN;
            }
            listener->onWritable();
        } else {
            listener->onReadable();
        }
    }
    m_count = m_next = 0;
}

void EpollDispatcher::runQtTimers()
{
    for (std::size_t i = 0; i < m_qtTimers.size(); ++i) {
        QtTimer &timer = m_qtTimers[i];
        if (timer.due > m_now)
            continue;
        timer.due = m_now + std::max<qint64>(timer.interval, 1) * nsPerMs;
        QTimerEvent event(timer.id);
        QCoreApplication::sendEvent(timer.object, &event); // may register or remove timers
    }
}

EpollDispatcher::NotifierWatch &EpollDispatcher::watchFor(int descriptor)
{
    NotifierWatch *&watch = m_notifiers[descriptor];
    if (!watch) {
        watch = new NotifierWatch;
        add(descriptor, Interest::None, watch);
    }
    return *watch;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    NotifierWatch &watch = watchFor(descriptor);
    (notifier->type() == QSocketNotifier::Write ? watch.write : watch.read) = notifier;
    change(descriptor, watch.interest(), &watch);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    NotifierWatch *watch = m_notifiers.value(descriptor);
    if (!watch)
        return;
    (notifier->type() == QSocketNotifier::Write ? watch->write : watch->read) = nullptr;
    if (watch->interest() != Interest::None) {
        change(descriptor, watch->interest(), watch);
        return;
    }
    remove(descriptor, watch);
    m_notifiers.remove(descriptor);
    delete watch;
}

void EpollDispatcher::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    readClocks();
    m_qtTimers.push_back({id, interval, type, object, m_now + interval * nsPerMs});
}

bool EpollDispatcher::unregisterTimer(int id)
{
    return std::erase_if(m_qtTimers, [id](const QtTimer &timer) { return timer.id == id; }) > 0;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return std::erase_if(m_qtTimers, [object](const QtTimer &timer) { return timer.object == object; }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> found;
    for (const QtTimer &timer : m_qtTimers) {
        if (timer.object == object)
            found.append(TimerInfo(timer.id, static_cast<int>(timer.interval), timer.type));
    }
    return found;
}

int EpollDispatcher::remainingTime(int id)
{
    for (const QtTimer &timer : m_qtTimers) {
        if (timer.id == id)
            return static_cast<int>(std::max<std::int64_t>(timer.due - m_now, 0) / nsPerMs);
    }
    return -1;
}

void EpollDispatcher::wakeUp()
{
    if (!m_woken.exchange(true, std::memory_order_acq_rel))
        eventfd_write(m_wakeDescriptor, 1);
}

void EpollDispatcher::interrupt()
{
    m_interrupted.store(true, std::memory_order_relaxed);
    wakeUp();
}

} // namespace gatehouse::net
