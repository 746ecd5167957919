// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/node_facts.h"
#include "core/counters/traffic_counters.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace gatehouse {

// What the Admin API tells of this process.
// Thread: control. Lives as long as the gateway.
class NodeStatus final : public QObject, public NodeFacts
{
    Q_OBJECT
public:
    explicit NodeStatus(const TrafficCounters &counters, QObject *parent = nullptr);

    // What is running now; empty addresses while stopped.
    struct Running {
        QString proxyAddress;
        QString adminAddress;
        int workers = 0;
    };

    void setRunning(const Running &running) { m_running = running; }

    [[nodiscard]] QString nodeId() const override { return m_nodeId; }

    [[nodiscard]] QString hostName() const override;
    [[nodiscard]] qint64 processId() const override;

    [[nodiscard]] int workerCount() const override { return m_running.workers; }

    [[nodiscard]] ConnectionCounts connections() const override;
    [[nodiscard]] qint64 memoryBytes() const override;
    [[nodiscard]] QJsonObject settings() const override;

    [[nodiscard]] QString logLevel() const override { return m_logLevel; }

    void setLogLevel(const QString &level, std::chrono::seconds timeout) override;

    [[nodiscard]] std::optional<QByteArray> metrics() const override { return std::nullopt; }

private:
    void applyLogLevel(const QString &level);

    const TrafficCounters &m_counters;
    QString m_nodeId;
    QString m_logLevel;
    QString m_usualLogLevel;
    QTimer m_levelTimeout;
    Running m_running;
};

} // namespace gatehouse
