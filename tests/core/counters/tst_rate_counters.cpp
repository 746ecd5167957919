// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/counters/rate_counters.h"
#include "tests/support/allocation_count.h"

#include <QDateTime>
#include <QTest>

#include <array>
#include <numeric>
#include <thread>

using namespace gatehouse;

class TestRateCounters : public QObject
{
    Q_OBJECT

private slots:
    void placesWindowsByTheCalendar_data();
    void placesWindowsByTheCalendar();
    void countsUpToTheLimit();
    void reportsWhatWasUsedBefore();
    void takesFractionsOfALimit();
    void beginsAnewWithTheNextWindow();
    void countsNothingWhenOneWindowIsFull();
    void keepsBucketsApart();
    void isExactWithManyThreads();
    void neverExceedsTheNarrowestOfSeveralWindows();
    void countsEveryBucketOfManyThreads();
    void takesSlotsOfPassedWindows();
    void showsRunningBuckets();
    void forgetsEverythingWhenTold();
    void allocatesNothingForAKnownBucket();
};

namespace {

constexpr std::int64_t now = 1'700'000'000; // 2023-11-14 22:13:20 UTC
constexpr RateWindow tenPerMinute{RatePeriod::Minute, 10};

class Labels final : public RateCounters::Labeller
{
public:
    [[nodiscard]] RateCounters::Label labelFor(RateWindow window) const override
    {
        return {"plugin", "route a", "consumer ann", window.period, window.limit};
    }
};

using Usage = std::array<std::uint32_t, RateCounters::maxWindows>;

bool hit(RateCounters &counters, std::string_view key, std::span<const RateWindow> windows, std::int64_t at = now)
{
    Usage usage{};
    return counters.hit({key, windows, at}, Labels(), usage);
}

int hits(RateCounters &counters, std::string_view key, std::span<const RateWindow> windows, int times)
{
    int allowed = 0;
    for (int i = 0; i < times; ++i)
        allowed += hit(counters, key, windows) ? 1 : 0;
    return allowed;
}

// The sum of what `work(number of the thread)` returns on so many threads at once.
template <class Work>
int onThreads(int count, Work work)
{
    std::vector<int> results(static_cast<std::size_t>(count));
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&results, work, i] { results[static_cast<std::size_t>(i)] = work(i); });
    threads.clear();
    return std::accumulate(results.begin(), results.end(), 0);
}

} // namespace

void TestRateCounters::placesWindowsByTheCalendar_data()
{
    QTest::addColumn<int>("period");
    QTest::addColumn<QString>("start");
    const auto row = [](const char *name, RatePeriod period, const char *start) {
        QTest::newRow(name) << static_cast<int>(period) << QString::fromLatin1(start);
    };
    row("second", RatePeriod::Second, "2023-11-14T22:13:20Z");
    row("minute", RatePeriod::Minute, "2023-11-14T22:13:00Z");
    row("hour", RatePeriod::Hour, "2023-11-14T22:00:00Z");
    row("day", RatePeriod::Day, "2023-11-14T00:00:00Z");
    row("month", RatePeriod::Month, "2023-11-01T00:00:00Z");
    row("year", RatePeriod::Year, "2023-01-01T00:00:00Z");
}

void TestRateCounters::placesWindowsByTheCalendar()
{
    QFETCH(int, period);
    QFETCH(QString, start);
    const qint64 expected = QDateTime::fromString(start, Qt::ISODate).toSecsSinceEpoch();
    const WindowPlace place = windowAt(static_cast<RatePeriod>(period), now);
    QCOMPARE(place.start, expected);
    QVERIFY(windowAt(static_cast<RatePeriod>(period), expected).number == place.number);
    QVERIFY(windowAt(static_cast<RatePeriod>(period), expected - 1).number == place.number - 1);
}

void TestRateCounters::countsUpToTheLimit()
{
    RateCounters counters;
    QCOMPARE(hits(counters, "a", {&tenPerMinute, 1}, 15), 10);
}

void TestRateCounters::reportsWhatWasUsedBefore()
{
    RateCounters counters;
    hits(counters, "a", {&tenPerMinute, 1}, 4);
    Usage usage{};
    QVERIFY(counters.hit({"a", {&tenPerMinute, 1}, now}, Labels(), usage));
    QCOMPARE(usage[0], std::uint32_t(4));
    hits(counters, "a", {&tenPerMinute, 1}, 20);
    QVERIFY(!counters.hit({"a", {&tenPerMinute, 1}, now}, Labels(), usage));
    QCOMPARE(usage[0], std::uint32_t(10));
}

void TestRateCounters::takesFractionsOfALimit()
{
    RateCounters counters;
    const RateWindow window{RatePeriod::Hour, 2.5};
    QCOMPARE(hits(counters, "a", {&window, 1}, 9), 3);
}

void TestRateCounters::beginsAnewWithTheNextWindow()
{
    RateCounters counters;
    hits(counters, "a", {&tenPerMinute, 1}, 15);
    QVERIFY(!hit(counters, "a", {&tenPerMinute, 1}, now + 39));
    QVERIFY(hit(counters, "a", {&tenPerMinute, 1}, now + 40));
}

void TestRateCounters::countsNothingWhenOneWindowIsFull()
{
    RateCounters counters;
    const std::array<RateWindow, 2> windows{{{RatePeriod::Second, 2}, {RatePeriod::Minute, 5}}};
    QCOMPARE(hits(counters, "a", windows, 10), 2);
    Usage usage{};
    QVERIFY(counters.hit({"a", windows, now + 1}, Labels(), usage));
    QCOMPARE(usage[0], std::uint32_t(0));
    QCOMPARE(usage[1], std::uint32_t(2));
}

void TestRateCounters::keepsBucketsApart()
{
    RateCounters counters;
    hits(counters, "a", {&tenPerMinute, 1}, 10);
    QVERIFY(hit(counters, "b", {&tenPerMinute, 1}));
    const RateWindow perHour{RatePeriod::Hour, 10};
    QVERIFY(hit(counters, "a", {&perHour, 1}));
}

void TestRateCounters::isExactWithManyThreads()
{
    RateCounters counters;
    const RateWindow window{RatePeriod::Hour, 10'000};
    const auto work = [&](int) { return hits(counters, "a", {&window, 1}, 5'000); };
    QCOMPARE(onThreads(4, work), 10'000);
}

void TestRateCounters::neverExceedsTheNarrowestOfSeveralWindows()
{
    RateCounters counters;
    const std::array<RateWindow, 2> windows{{{RatePeriod::Minute, 1'000}, {RatePeriod::Hour, 5'000}}};
    const auto work = [&](int) { return hits(counters, "a", windows, 2'000); };
    QCOMPARE(onThreads(4, work), 1'000);
    Usage usage{};
    const RateWindow perHour = windows[1];
    counters.hit({"a", {&perHour, 1}, now}, Labels(), usage);
    QCOMPARE(usage[0], std::uint32_t(1'000));
}

void TestRateCounters::countsEveryBucketOfManyThreads()
{
    RateCounters counters;
    const RateWindow window{RatePeriod::Hour, 1'000'000};
    // All threads make the same buckets at the same time.
    const auto work = [&](int) {
        int allowed = 0;
        for (int i = 0; i < 20'000; ++i)
            allowed += hit(counters, std::to_string(i % 500), {&window, 1}) ? 1 : 0;
        return allowed;
    };
    QCOMPARE(onThreads(4, work), 80'000);
    for (int i = 0; i < 500; ++i) {
        Usage usage{};
        counters.hit({std::to_string(i), {&window, 1}, now}, Labels(), usage);
        QCOMPARE(usage[0], std::uint32_t(160));
    }
}

void TestRateCounters::takesSlotsOfPassedWindows()
{
    RateCounters counters;
    const RateWindow window{RatePeriod::Second, 1};
    const int perRound = static_cast<int>(RateCounters::slotCount) / 2;
    for (int round = 0; round < 4; ++round) {
        int refused = 0;
        for (int i = 0; i < perRound; ++i) {
            const std::string key = std::to_string(round) + ':' + std::to_string(i);
            refused += hit(counters, key, {&window, 1}, now + round * 3) ? 0 : 1;
            refused += hit(counters, key, {&window, 1}, now + round * 3) ? 0 : 1;
        }
        // The second request of each is refused, unless there was no slot for its bucket.
        QVERIFY2(refused > perRound * 99 / 100, qPrintable(QString::number(refused)));
    }
}

void TestRateCounters::showsRunningBuckets()
{
    RateCounters counters;
    hits(counters, "a", {&tenPerMinute, 1}, 3);
    const auto buckets = counters.buckets(now);
    QCOMPARE(buckets.size(), std::size_t(1));
    QCOMPARE(buckets[0].count, std::uint32_t(3));
    QCOMPARE(buckets[0].windowStart, now / 60 * 60);
    QCOMPARE(QByteArray::fromStdString(buckets[0].label.identifier), QByteArray("consumer ann"));
    QVERIFY(counters.buckets(now + 60).empty());
}

void TestRateCounters::forgetsEverythingWhenTold()
{
    RateCounters counters;
    hits(counters, "a", {&tenPerMinute, 1}, 10);
    counters.resetAll();
    QVERIFY(counters.buckets(now).empty());
    QCOMPARE(hits(counters, "a", {&tenPerMinute, 1}, 15), 10);
}

void TestRateCounters::allocatesNothingForAKnownBucket()
{
    if (!countsAllocations())
        QSKIP("Allocations cannot be counted here.");
    RateCounters counters;
    hit(counters, "a", {&tenPerMinute, 1});
    const std::size_t before = allocationCount();
    const bool allowed = hit(counters, "a", {&tenPerMinute, 1});
    QCOMPARE(allocationCount() - before, std::size_t(0));
    QVERIFY(allowed);
}

QTEST_GUILESS_MAIN(TestRateCounters)
#include "tst_rate_counters.moc"
