// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <atomic>
#include <memory>

namespace gatehouse {

// A thread with an event loop. What it does lies between begin() and end() of its owner, also in the eyes of a thread
// sanitizer, which cannot see into QThread::start() and wait(). Thread: that of its owner.
class LoopThread final : public QThread
{
public:
    void begin()
    {
        start();
        m_hasBegun.wait(false, std::memory_order_acquire);
    }

    void end()
    {
        quit();
        m_mayEnd.store(true, std::memory_order_release);
        m_mayEnd.notify_one();
        wait();
        static_cast<void>(m_hasRun.load(std::memory_order_acquire));
    }

protected:
    void run() override
    {
        m_hasBegun.store(true, std::memory_order_release);
        m_hasBegun.notify_one();
        exec();
        m_mayEnd.wait(false, std::memory_order_acquire); // quit() is done with the event dispatcher
        m_hasRun.store(true, std::memory_order_release);
    }

private:
    std::atomic<bool> m_hasBegun = false;
    std::atomic<bool> m_mayEnd = false;
    std::atomic<bool> m_hasRun = false;
};

struct EndThread {
    void operator()(LoopThread *thread) const
    {
        thread->end();
        delete thread;
    }
};

// Ended and waited for when its owner goes.
using ThreadPtr = std::unique_ptr<LoopThread, EndThread>;

} // namespace gatehouse
