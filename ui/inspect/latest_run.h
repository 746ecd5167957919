// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace gatehouse {

// Calculations on a thread of their own, one at a time. Of several only the result of the last is delivered, so a
// person who types is never shown the answer to an older question. Thread: control; `make` runs on another one and
// brings copies of all it needs.
class LatestRun : public QObject
{
public:
    explicit LatestRun(QObject *parent = nullptr)
        : QObject(parent)
    {
        m_pool.setMaxThreadCount(1);
    }

    // take(*make()) on this thread, unless start() or cancel() is called before.
    template <class Make, class Take>
    void start(Make make, Take take)
    {
        cancel();
        const quint64 mine = m_generation;
        m_pool.start([this, mine, make, take] {
            if (mine != m_generation)
                return;
            const auto result = std::make_shared<decltype(make())>(make());
            QMetaObject::invokeMethod(
                this,
                [this, mine, take, result] {
                    if (mine == m_generation)
                        take(*result);
                },
                Qt::QueuedConnection);
        });
    }

    void cancel()
    {
        ++m_generation;
        m_pool.clear();
    }

private:
    std::atomic<quint64> m_generation = 0;
    QThreadPool m_pool; // ends before the rest: it waits for what is running
};

} // namespace gatehouse
