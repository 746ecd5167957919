// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/counters/rate_counters.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

namespace gatehouse {

// How far the buckets of rate limits were used in their last windows. The counters themselves know the running window
// only, so they are looked at four times a second, less often when there are very many; what comes in between and does
// not last is not seen. Memory is bounded. Thread: control. Lives as long as the window; the counters must outlive it.
class LimitsHistory : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype windows = 30;       // of each bucket
    static constexpr qsizetype mostBuckets = 5000; // later ones have no history

    struct Window {
        qint64 start = 0; // seconds since the Unix epoch
        quint32 used = 0;

        bool operator==(const Window &) const = default;
    };

    struct Series {
        RatePeriod period = RatePeriod::Minute;
        double limit = 0;   // as it is now
        QList<Window> seen; // oldest first; those in which it counted
    };

    explicit LimitsHistory(const RateCounters &counters, QObject *parent = nullptr);

    // Looks at the counters now.
    void look(qint64 nowSeconds);

    // The windows of a bucket up to the running one, oldest first, from the first in which it was seen: `windows` at
    // most, those in which it did not count with 0. None: it is not known.
    [[nodiscard]] QList<Window> of(const QString &bucket, qint64 nowSeconds) const;

    [[nodiscard]] double limitOf(const QString &bucket) const { return m_series.value(bucket).limit; }

private:
    void take(const RateCounters::Bucket &bucket);
    void forgetOld(qint64 nowSeconds);

    const RateCounters &m_counters;
    QHash<QString, Series> m_series; // by bucketKey()
    QTimer m_timer;
};

// What tells a bucket from all others, as long as its plugin is what it is.
[[nodiscard]] QString bucketKey(const RateCounters::Label &label);

} // namespace gatehouse
