// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <memory>

namespace gatehouse {

struct EndThread {
    void operator()(QThread *thread) const
    {
        thread->quit();
        thread->wait();
        delete thread;
    }
};

// A thread with an event loop that is ended and waited for when its owner goes.
using ThreadPtr = std::unique_ptr<QThread, EndThread>;

} // namespace gatehouse
