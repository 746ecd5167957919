// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/thread_member.h"
#include "core/base/thread_ptr.h"
#include "core/net/poller.h"

#include <QAbstractEventDispatcher>
#include <QSocketNotifier>
#include <QTest>
#include <QTimer>

#include <sys/socket.h>

#include <array>
#include <functional>

#include <unistd.h>

namespace gatehouse::net {

// What Qt's own classes and the proxy's sockets need of the dispatcher, on a thread that runs it.
class TstEpollDispatcher : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void runsPostedCallsAndTimers();
    void tellsListenersOfReadiness();
    void forgetsARemovedListenerWithinTheSameBatch();
    void servesQtSocketNotifiers();

private:
    class Listener final : public ReadyListener
    {
    public:
        std::function<void()> readable;
        std::function<void()> writable;

        void onReadable() override { readable(); }

        void onWritable() override { writable(); }
    };

    void onThread(const std::function<void()> &work) { m_context->call(work); }

    ThreadPtr m_thread;
    std::unique_ptr<ThreadMember> m_context;
    std::array<int, 2> m_one{};
    std::array<int, 2> m_two{};
};

void TstEpollDispatcher::init()
{
    m_thread.reset(new LoopThread);
    if (auto dispatcher = makeWorkerDispatcher())
        m_thread->setEventDispatcher(dispatcher.release());
    m_context = std::make_unique<ThreadMember>();
    m_context->moveToThread(m_thread.get());
    m_thread->begin();
    QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, m_one.data()), 0);
    QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, m_two.data()), 0);
}

void TstEpollDispatcher::cleanup()
{
    m_thread.reset();
    m_context.reset();
    for (const int descriptor : {m_one[0], m_one[1], m_two[0], m_two[1]})
        close(descriptor);
}

void TstEpollDispatcher::runsPostedCallsAndTimers()
{
    std::atomic<int> ticks = 0;
    std::unique_ptr<QTimer> timer;
    onThread([&] {
        timer = std::make_unique<QTimer>();
        QObject::connect(timer.get(), &QTimer::timeout, timer.get(), [&ticks] { ++ticks; });
        timer->start(5);
    });
    QTRY_VERIFY(ticks >= 3);
    onThread([&] { timer.reset(); });
}

void TstEpollDispatcher::tellsListenersOfReadiness()
{
    std::atomic<bool> readable = false;
    std::atomic<bool> writable = false;
    Listener listener;
    onThread([&] {
        auto poller = pollerOfThisThread();
        listener.readable = [&] {
            char byte = 0;
            readable = ::read(m_one[0], &byte, 1) == 1;
        };
        listener.writable = [&] {
            writable = true;
            pollerOfThisThread()->change(m_one[0], Interest::Read, &listener);
        };
        poller->add(m_one[0], Interest::ReadWrite, &listener);
    });
    QTRY_VERIFY(writable);
    QCOMPARE(::write(m_one[1], "x", 1), 1);
    QTRY_VERIFY(readable);
    onThread([&] { pollerOfThisThread()->remove(m_one[0], &listener); });
}

void TstEpollDispatcher::forgetsARemovedListenerWithinTheSameBatch()
{
    std::atomic<int> calls = 0;
    Listener first;
    Listener second;
    // Whichever is told first removes the other: exactly one call may happen.
    first.readable = [&] {
        ++calls;
        pollerOfThisThread()->remove(m_two[0], &second);
        pollerOfThisThread()->remove(m_one[0], &first);
    };
    second.readable = first.readable;
    QCOMPARE(::write(m_one[1], "x", 1), 1);
    QCOMPARE(::write(m_two[1], "x", 1), 1);
    onThread([&] {
        pollerOfThisThread()->add(m_one[0], Interest::Read, &first);
        pollerOfThisThread()->add(m_two[0], Interest::Read, &second);
    });
    QTRY_COMPARE(calls, 1);
    onThread([] {});
    onThread([] {});
    QCOMPARE(calls, 1);
}

void TstEpollDispatcher::servesQtSocketNotifiers()
{
    std::atomic<bool> told = false;
    std::unique_ptr<QSocketNotifier> notifier;
    onThread([&] {
        notifier = std::make_unique<QSocketNotifier>(m_one[0], QSocketNotifier::Read);
        QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), [&] {
            notifier->setEnabled(false);
            told = true;
        });
    });
    QCOMPARE(::write(m_one[1], "x", 1), 1);
    QTRY_VERIFY(told);
    onThread([&] { notifier.reset(); });
}

} // namespace gatehouse::net

QTEST_GUILESS_MAIN(gatehouse::net::TstEpollDispatcher)
#include "tst_epoll_dispatcher.moc"
