// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/poller.h"

#include "core/net/notifier_poller.h"
#ifdef Q_OS_LINUX
#include "core/net/epoll_dispatcher.h"
#endif

#include <QAbstractEventDispatcher>

namespace gatehouse::net {

std::int64_t Poller::instant() noexcept
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

void Poller::readClocks() noexcept
{
    using namespace std::chrono;
    m_now = instant();
    m_nowWall = duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
}

std::unique_ptr<QAbstractEventDispatcher> makeWorkerDispatcher()
{
#ifdef Q_OS_LINUX
    return std::make_unique<EpollDispatcher>();
#else
    return nullptr;
#endif
}

std::unique_ptr<Poller, void (*)(Poller *)> pollerOfThisThread()
{
#ifdef Q_OS_LINUX
    // dynamic_cast: the dispatcher has no meta-object of its own, its thread owns it.
    if (auto *dispatcher = dynamic_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()))
        return {dispatcher, [](Poller *) {}};
#endif
    return {new NotifierPoller, [](Poller *poller) { delete poller; }};
}

} // namespace gatehouse::net
