// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/signal_watch.h"

#include <sys/socket.h>

#include <csignal>

#include <unistd.h>

namespace gatehouse {

namespace {

constexpr std::array handled{SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGUSR1, SIGTTIN, SIGTTOU};

int signalSocket = -1; // what the handler may touch: async-signal-safe

void onSignal(int number, siginfo_t *info, void *)
{
    const bool isJobControl =
        (number == SIGTTIN || number == SIGTTOU) && info->si_code != SI_USER && info->si_code != SI_QUEUE;
    if (isJobControl) {
        kill(getpid(), SIGSTOP);
        return;
    }
    const char byte = static_cast<char>(number);
    [[maybe_unused]] const ssize_t written = write(signalSocket, &byte, 1);
}

} // namespace

SignalWatch::SignalWatch(QObject *parent)
    : QObject(parent)
{
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, m_sockets.data()) != 0)
        qFatal("Cannot make a socket pair.");
    signalSocket = m_sockets[0];
    m_notifier = std::make_unique<QSocketNotifier>(m_sockets[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatch::onReadable);

    struct sigaction action {
    };

    action.sa_sigaction = onSignal; // NOLINT: the C interface is a union
    action.sa_flags = SA_RESTART | SA_SIGINFO;
    for (const int number : handled)
        sigaction(number, &action, nullptr);
}

SignalWatch::~SignalWatch()
{
    for (const int number : handled)
        std::signal(number, SIG_DFL);
    m_notifier.reset();
    close(m_sockets[0]);
    close(m_sockets[1]);
}

void SignalWatch::onReadable()
{
    char number = 0;
    while (read(m_sockets[1], &number, 1) == 1) {
        if (number == SIGHUP)
            emit hangup();
        else if (number == SIGUSR1)
            emit reopenLogs();
        else if (number == SIGTTIN)
            emit moreWorkers();
        else if (number == SIGTTOU)
            emit fewerWorkers();
        else
            emit terminated();
    }
}

} // namespace gatehouse
