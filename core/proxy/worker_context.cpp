// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/worker_context.h"

#include "core/proxy/transaction.h"

#include <cstdio>
#include <ctime>

namespace gatehouse {

namespace {

constexpr std::chrono::milliseconds surplusPeriod{250}; // between two looks at what is not needed any more

} // namespace

WorkerContext::WorkerContext(net::Poller &loop,
                             TrafficShard &shard,
                             const ProxySettings &proxySettings,
                             NameService *names)
    : poller(loop)
    , counters(shard)
    , settings(proxySettings)
    , gate(proxySettings)
    , upstreams(loop, proxySettings.upstreamKeepalive)
    , balancers(names)
{
}

WorkerContext::~WorkerContext() = default;

Transaction *WorkerContext::takeTransaction()
{
    return m_freeTransactions.isEmpty() ? new Transaction(*this) : m_freeTransactions.take().release();
}

void WorkerContext::giveTransaction(Transaction *transaction)
{
    // Never freed here: its own function may be the one that ended it.
    transaction->reset();
    m_freeTransactions.give(std::unique_ptr<Transaction>(transaction));
    watchSurplus();
}

void WorkerContext::watchSurplus()
{
    if (!isActive() && (m_freeTransactions.mayShrink() || buffers.mayShrink()))
        poller.arm(*this, surplusPeriod);
}

void WorkerContext::expired()
{
    m_freeTransactions.shrink();
    buffers.shrink();
    watchSurplus();
}

std::string_view WorkerContext::httpDate()
{
    const std::int64_t second = poller.nowWall() / 1'000'000'000;
    if (second != m_dateSecond) {
        m_dateSecond = second;
        const auto time = static_cast<std::time_t>(second);
        std::tm parts{};
        gmtime_r(&time, &parts);
        static constexpr const char *days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        static constexpr const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        // Not strftime: its names follow the locale.
        m_dateSize = static_cast<std::size_t>(std::snprintf(
            m_date.data(), m_date.size(), "%s, %02d %s %d %02d:%02d:%02d GMT", days[parts.tm_wday], parts.tm_mday,
            months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec));
    }
    return {m_date.data(), m_dateSize};
}

} // namespace gatehouse
