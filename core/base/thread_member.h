// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <cstdint>
#include <functional>

namespace gatehouse {

// An object that lives on some thread and is given tasks by other threads. Qt's invokeMethod() is as safe; but a thread
// sanitizer cannot see into Qt, and here it sees that a giver is done with a task before the taker begins.
// Thread: post() and call() any; the rest that of the object. For configuration and control, not for requests.
class ThreadMember : public QObject
{
    Q_OBJECT
public:
    using Task = std::function<void()>;

    explicit ThreadMember(QObject *parent = nullptr);
    ~ThreadMember() override; // drops what has not run

    // Runs soon, from the event loop.
    void post(Task task);
    // Has run when this returns. Not from the object's own thread, which would wait for itself.
    void call(const Task &task);

protected:
    bool event(QEvent *event) override;

private:
    std::atomic<std::uint32_t> m_given = 0; // tasks; released by who gives, acquired by who takes
};

} // namespace gatehouse
