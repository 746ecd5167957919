// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/notifier_poller.h"

namespace gatehouse::net {

NotifierPoller::NotifierPoller()
{
    readClocks();
    startTimer(static_cast<int>(TimerWheel::tick / 1'000'000));
}

void NotifierPoller::add(int descriptor, Interest interest, ReadyListener *listener)
{
    Watch watch{std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read),
                std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Write)};
    connect(watch.read.get(), &QSocketNotifier::activated, this, [this, listener] {
        readClocks();
        listener->onReadable();
    });
    connect(watch.write.get(), &QSocketNotifier::activated, this, [this, listener] {
        readClocks();
        listener->onWritable();
    });
    m_watches.insert_or_assign(descriptor, std::move(watch));
    change(descriptor, interest, listener);
}

void NotifierPoller::change(int descriptor, Interest interest, ReadyListener *)
{
    const auto found = m_watches.find(descriptor);
    if (found == m_watches.end())
        return;
    const auto bits = static_cast<unsigned>(interest);
    found->second.read->setEnabled((bits & 1U) != 0);
    found->second.write->setEnabled((bits & 2U) != 0);
}

void NotifierPoller::remove(int descriptor, ReadyListener *)
{
    const auto found = m_watches.find(descriptor);
    if (found == m_watches.end())
        return;
    // The notifier may be delivering its signal right now.
    for (std::unique_ptr<QSocketNotifier> *notifier : {&found->second.read, &found->second.write}) {
        (*notifier)->setEnabled(false);
        (*notifier)->disconnect();
        notifier->release()->deleteLater();
    }
    m_watches.erase(found);
}

void NotifierPoller::timerEvent(QTimerEvent *)
{
    readClocks();
    m_timers.advance(m_now);
}

} // namespace gatehouse::net
