// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/node_facts.h"

namespace gatehouse {

// A node that does nothing, for tests of the Admin API. Thread: any one.
class FakeNodeFacts final : public NodeFacts
{
public:
    QString nodeId() const override { return QStringLiteral("4b1b701d-de2b-5588-9aa2-3b97061d9f52"); }

    QString hostName() const override { return QStringLiteral("test-host"); }

    qint64 processId() const override { return 42; }

    int workerCount() const override { return 1; }

    ConnectionCounts connections() const override { return {}; }

    qint64 memoryBytes() const override { return 5 * 1024 * 1024; }

    QJsonObject settings() const override { return {}; }

    QString logLevel() const override { return m_logLevel; }

    void setLogLevel(const QString &level, std::chrono::seconds) override { m_logLevel = level; }

    std::optional<QByteArray> metrics() const override { return std::nullopt; }

private:
    QString m_logLevel = QStringLiteral("notice");
};

} // namespace gatehouse
