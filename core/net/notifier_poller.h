// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/poller.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <unordered_map>

namespace gatehouse::net {

// Poller on Qt's socket notifiers, for platforms without epoll and for threads that run Qt's own dispatcher.
// Thread: the one it was made on.
class NotifierPoller final : public QObject, public Poller
{
public:
    NotifierPoller();

    void add(int descriptor, Interest interest, ReadyListener *listener) override;
    void change(int descriptor, Interest interest, ReadyListener *listener) override;
    void remove(int descriptor, ReadyListener *listener) override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Watch {
        std::unique_ptr<QSocketNotifier> read;
        std::unique_ptr<QSocketNotifier> write;
    };

    std::unordered_map<int, Watch> m_watches;
};

} // namespace gatehouse::net
