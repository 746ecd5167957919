// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace gatehouse {

// Connections of the proxy since the start, and what they are doing now.
struct ConnectionCounts {
    qint64 active = 0;
    qint64 reading = 0;
    qint64 writing = 0;
    qint64 waiting = 0;
    qint64 accepted = 0;
    qint64 handled = 0;
    qint64 requests = 0;
};

// What the Admin API tells about the process it runs in; the runtime implements it.
// Thread: control. Lives longer than the AdminApi.
class NodeFacts
{
public:
    virtual ~NodeFacts() = default;

    [[nodiscard]] virtual QString nodeId() const = 0; // uuid, the same for the life of the process
    [[nodiscard]] virtual QString hostName() const = 0;
    [[nodiscard]] virtual qint64 processId() const = 0;
    [[nodiscard]] virtual int workerCount() const = 0;
    [[nodiscard]] virtual ConnectionCounts connections() const = 0;
    [[nodiscard]] virtual qint64 memoryBytes() const = 0;
    [[nodiscard]] virtual QJsonObject settings() const = 0; // without secrets, for GET /
    [[nodiscard]] virtual QString logLevel() const = 0;     // "notice"
    // The level returns to what it was after the timeout; 0 = never.
    virtual void setLogLevel(const QString &level, std::chrono::seconds timeout) = 0;
    // The body of GET /metrics; nothing when the runtime keeps no metrics.
    [[nodiscard]] virtual std::optional<QByteArray> metrics() const = 0;
};

} // namespace gatehouse
