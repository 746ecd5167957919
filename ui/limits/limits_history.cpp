// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits/limits_history.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::chrono::milliseconds interval{250};
constexpr int share = 50; // of the time at most one part goes into looking

// The start of the window in which the oldest shown one of a series would begin.
qint64 oldestStart(RatePeriod period, qint64 nowSeconds)
{
    qint64 start = windowAt(period, nowSeconds).start;
    for (qsizetype i = 1; i < LimitsHistory::windows; ++i)
        start = windowAt(period, start - 1).start;
    return start;
}

} // namespace

QString bucketKey(const RateCounters::Label &label)
{
    return QString::fromStdString(label.pluginId) + u'\n' + QString::fromStdString(label.scope) + u'\n' +
           QString::fromStdString(label.identifier) + u'\n' + QString::number(static_cast<int>(label.period));
}

LimitsHistory::LimitsHistory(const RateCounters &counters, QObject *parent)
    : QObject(parent)
    , m_counters(counters)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        QElapsedTimer taken;
        taken.start();
        look(QDateTime::currentSecsSinceEpoch());
        m_timer.start(std::max(interval, std::chrono::milliseconds(taken.elapsed() * share)));
    });
    m_timer.start(interval);
}

void LimitsHistory::look(qint64 nowSeconds)
{
    for (const RateCounters::Bucket &bucket : m_counters.buckets(nowSeconds))
        take(bucket);
    if (m_series.size() >= mostBuckets)
        forgetOld(nowSeconds);
}

void LimitsHistory::take(const RateCounters::Bucket &bucket)
{
    const QString key = bucketKey(bucket.label);
    if (m_series.size() >= mostBuckets && !m_series.contains(key))
        return;
    Series &series = m_series[key];
    series.period = bucket.label.period;
    series.limit = bucket.label.limit;
    if (series.seen.isEmpty() || series.seen.last().start != bucket.windowStart)
        series.seen.append(Window{bucket.windowStart, 0});
    series.seen.last().used = bucket.count;
    if (series.seen.size() > windows)
        series.seen.removeFirst();
}

void LimitsHistory::forgetOld(qint64 nowSeconds)
{
    m_series.removeIf([nowSeconds](const auto &each) {
        return each.value().seen.last().start < oldestStart(each.value().period, nowSeconds);
    });
}

QList<LimitsHistory::Window> LimitsHistory::of(const QString &bucket, qint64 nowSeconds) const
{
    const auto series = m_series.constFind(bucket);
    if (series == m_series.constEnd())
        return {};
    QList<Window> result;
    qint64 start = windowAt(series->period, nowSeconds).start;
    for (qsizetype i = 0; i < windows && start >= series->seen.first().start; ++i) {
        const auto found = std::find_if(series->seen.begin(), series->seen.end(),
                                        [start](const Window &window) { return window.start == start; });
        result.prepend(found == series->seen.end() ? Window{start, 0} : *found);
        start = windowAt(series->period, start - 1).start;
    }
    return result;
}

} // namespace gatehouse
