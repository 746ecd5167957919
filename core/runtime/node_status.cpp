// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/node_status.h"

#include "core/base/uuid.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSysInfo>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse {

NodeStatus::NodeStatus(const TrafficCounters &counters, QObject *parent)
    : QObject(parent)
    , m_counters(counters)
    , m_nodeId(randomUuid())
    , m_logLevel(u"notice"_s)
    , m_usualLogLevel(m_logLevel)
{
    m_levelTimeout.setSingleShot(true);
    connect(&m_levelTimeout, &QTimer::timeout, this, [this] { applyLogLevel(m_usualLogLevel); });
}

QString NodeStatus::hostName() const
{
    return QSysInfo::machineHostName();
}

qint64 NodeStatus::processId() const
{
    return QCoreApplication::applicationPid();
}

ConnectionCounts NodeStatus::connections() const
{
    const TrafficTotals totals = m_counters.totals();
    ConnectionCounts counts;
    counts.active = static_cast<qint64>(totals.connectionsActive);
    counts.waiting = static_cast<qint64>(totals.connectionsIdle);
    counts.writing = counts.active - counts.waiting;
    counts.accepted = counts.handled = static_cast<qint64>(totals.connectionsAccepted);
    counts.requests = static_cast<qint64>(totals.requests);
    return counts;
}

qint64 NodeStatus::memoryBytes() const
{
    // Second number of /proc/self/statm: resident pages. Other systems do not tell here.
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

QJsonObject NodeStatus::settings() const
{
    return {{u"database"_s, u"off"_s},
            {u"proxy_listen"_s, QJsonArray{m_running.proxyAddress}},
            {u"admin_listen"_s, QJsonArray{m_running.adminAddress}},
            {u"nginx_worker_processes"_s, QString::number(m_running.workers)},
            {u"router_flavor"_s, u"traditional_compatible"_s},
            {u"log_level"_s, m_logLevel}};
}

void NodeStatus::setLogLevel(const QString &level, std::chrono::seconds timeout)
{
    applyLogLevel(level);
    if (timeout.count() > 0)
        m_levelTimeout.start(timeout);
    else
        m_usualLogLevel = level;
}

// Kong's eight levels on Qt's four.
void NodeStatus::applyLogLevel(const QString &level)
{
    m_logLevel = level;
    const bool debug = level == "debug"_L1;
    const bool info = debug || level == "info"_L1 || level == "notice"_L1;
    const bool warning = info || level == "warn"_L1;
    const auto rule = [](QLatin1String type, bool on) {
        return u"gatehouse.*."_s + type + (on ? u"=true\n"_s : u"=false\n"_s);
    };
    QLoggingCategory::setFilterRules(rule("debug"_L1, debug) + rule("info"_L1, info) + rule("warning"_L1, warning));
}

} // namespace gatehouse
