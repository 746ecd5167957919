// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_member.h"
#include "core/base/thread_ptr.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <array>
#include <memory>

class QHttpServer;

namespace gatehouse {

// Three small services that answer with what they received, so that the sample works with the cable out:
// users, orders and payments, each on a free port of 127.0.0.1.
// Thread: control to start and destroy; they serve on a thread of their own ("demo").
class SampleServices : public QObject
{
    Q_OBJECT
public:
    static constexpr std::array<const char *, 3> names{"user", "order", "payment"};

    explicit SampleServices(QObject *parent = nullptr);
    ~SampleServices() override;

    // False when no port could be had.
    [[nodiscard]] bool start();

    [[nodiscard]] quint16 port(std::size_t service) const { return m_ports[service]; }

private:
    std::array<quint16, 3> m_ports{};
    std::unique_ptr<ThreadMember> m_host; // lives on the thread and owns the servers
    ThreadPtr m_thread;
};

} // namespace gatehouse
