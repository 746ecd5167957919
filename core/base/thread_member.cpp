// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/thread_member.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

#include <future>
#include <memory>
#include <utility>

namespace gatehouse {

namespace {

class TaskEvent final : public QEvent
{
public:
    explicit TaskEvent(ThreadMember::Task task)
        : QEvent(type())
        , m_task(std::move(task))
    {
    }

    static Type type()
    {
        static const int registered = registerEventType();
        return static_cast<Type>(registered);
    }

    void run() const { m_task(); }

private:
    ThreadMember::Task m_task;
};

} // namespace

ThreadMember::ThreadMember(QObject *parent)
    : QObject(parent)
{
}

ThreadMember::~ThreadMember()
{
    static_cast<void>(m_given.load(std::memory_order_acquire));
    QCoreApplication::removePostedEvents(this);
}

void ThreadMember::post(Task task)
{
    auto event = std::make_unique<TaskEvent>(std::move(task));
    m_given.fetch_add(1, std::memory_order_release);
    QCoreApplication::postEvent(this, event.release());
}

void ThreadMember::call(const Task &task)
{
    Q_ASSERT(QThread::currentThread() != thread());
    const auto done = std::make_shared<std::promise<void>>();
    const std::future<void> isDone = done->get_future();
    post([&task, done] {
        task();
        done->set_value();
    });
    isDone.wait();
}

bool ThreadMember::event(QEvent *event)
{
    static_cast<void>(m_given.load(std::memory_order_acquire));
    if (event->type() != TaskEvent::type())
        return QObject::event(event);
    static_cast<const TaskEvent *>(event)->run();
    return true;
}

} // namespace gatehouse
