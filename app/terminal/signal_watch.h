// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>
#include <memory>

namespace gatehouse {

// Unix signals as Qt signals: the handler only writes to a socket pair, the event loop does the rest. SIGTTIN and
// SIGTTOU from the terminal, to a program in the background, stop the program as ever.
// Thread: control. One per program.
class SignalWatch : public QObject
{
    Q_OBJECT
public:
    explicit SignalWatch(QObject *parent = nullptr);
    ~SignalWatch() override;

signals:
    void terminated();   // SIGTERM, SIGINT, SIGQUIT
    void hangup();       // SIGHUP: reload
    void reopenLogs();   // SIGUSR1
    void moreWorkers();  // SIGTTIN
    void fewerWorkers(); // SIGTTOU

private:
    void onReadable();

    std::array<int, 2> m_sockets{-1, -1};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace gatehouse
