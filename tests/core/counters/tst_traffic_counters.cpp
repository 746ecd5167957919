// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/counters/traffic_counters.h"
#include "core/counters/traffic_record.h"

#include <QTest>

using namespace gatehouse;

class TestTrafficCounters : public QObject
{
    Q_OBJECT

private slots:
    void addsUpWhatWorkersCounted();
    void countsDownToo();
    void cutsLongTextVisibly();
};

void TestTrafficCounters::addsUpWhatWorkersCounted()
{
    TrafficCounters counters;
    TrafficShard::add(counters.shard(0).requests, 2);
    TrafficShard::add(counters.shard(TrafficCounters::maxWorkers - 1).requests, 3);
    TrafficShard::add(counters.shard(1).byStatusClass[4], 1);
    const TrafficTotals totals = counters.totals();
    QCOMPARE(totals.requests, std::uint64_t(5));
    QCOMPARE(totals.byStatusClass[4], std::uint64_t(1));
    QCOMPARE(totals.byStatusClass[5], std::uint64_t(0));
}

void TestTrafficCounters::countsDownToo()
{
    TrafficCounters counters;
    TrafficShard::add(counters.shard(0).connectionsActive, 2);
    TrafficShard::add(counters.shard(0).connectionsActive, -1);
    QCOMPARE(counters.totals().connectionsActive, std::uint64_t(1));
}

void TestTrafficCounters::cutsLongTextVisibly()
{
    ShortText<12> text;
    text.assign("short");
    QCOMPARE(QByteArray(text.view().data(), qsizetype(text.view().size())), QByteArray("short"));
    text.assign("exactly 11.");
    QCOMPARE(QByteArray(text.view().data(), qsizetype(text.view().size())), QByteArray("exactly 11."));
    text.assign("longer than that");
    QCOMPARE(QByteArray(text.view().data(), qsizetype(text.view().size())), QByteArray("longer t..."));
}

QTEST_GUILESS_MAIN(TestTrafficCounters)
#include "tst_traffic_counters.moc"
