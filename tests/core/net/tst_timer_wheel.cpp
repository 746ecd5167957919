// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/timer_wheel.h"

#include <QTest>

#include <functional>
#include <memory>

namespace gatehouse::net {

using namespace std::chrono_literals;

class TstTimerWheel : public QObject
{
    Q_OBJECT

private slots:
    void firesOnceNeverEarlyAndAtMostTwoTicksLate_data();
    void firesOnceNeverEarlyAndAtMostTwoTicksLate();
    void doesNotFireWhenStopped();
    void followsADeadlineThatMovesAway();
    void followsADeadlineThatMovesNearer();
    void mayDestroyAnotherTimerWhenItFires();
    void sleepsForEverWithoutTimers();

private:
    class Probe final : public Timer
    {
    public:
        int fired = 0;
        std::function<void()> then;

    private:
        void expired() override
        {
            ++fired;
            if (then)
                then();
        }
    };

    // Advances in steps of a millisecond until the timer has fired; the time it did, or -1 after `limit`.
    static std::int64_t
    runUntilFired(TimerWheel &wheel, const Probe &probe, std::int64_t from, std::chrono::nanoseconds limit);
};

std::int64_t
TstTimerWheel::runUntilFired(TimerWheel &wheel, const Probe &probe, std::int64_t from, std::chrono::nanoseconds limit)
{
    for (std::int64_t now = from; now <= from + limit.count(); now += 1'000'000) {
        wheel.advance(now);
        if (probe.fired > 0)
            return now;
    }
    return -1;
}

void TstTimerWheel::firesOnceNeverEarlyAndAtMostTwoTicksLate_data()
{
    QTest::addColumn<qint64>("milliseconds");
    for (const qint64 value : {1, 19, 20, 21, 500, 10'239, 10'241, 60'000, 75'000})
        QTest::addRow("%lld ms", value) << value;
}

void TstTimerWheel::firesOnceNeverEarlyAndAtMostTwoTicksLate()
{
    QFETCH(const qint64, milliseconds);
    TimerWheel wheel;
    Probe probe;
    constexpr std::int64_t start = 123'456'789'000;
    const auto after = std::chrono::milliseconds(milliseconds);
    wheel.start(probe, after, start);
    const std::int64_t fired = runUntilFired(wheel, probe, start, after + 1s);
    QVERIFY(fired >= start + std::chrono::nanoseconds(after).count());
    QVERIFY(fired <= start + std::chrono::nanoseconds(after).count() + 2 * TimerWheel::tick);
    wheel.advance(fired + std::chrono::nanoseconds(100s).count());
    QCOMPARE(probe.fired, 1);
}

void TstTimerWheel::doesNotFireWhenStopped()
{
    TimerWheel wheel;
    Probe probe;
    wheel.start(probe, 50ms, 0);
    TimerWheel::stop(probe);
    QCOMPARE(runUntilFired(wheel, probe, 0, 1s), -1);
}

void TstTimerWheel::followsADeadlineThatMovesAway()
{
    TimerWheel wheel;
    Probe probe;
    wheel.start(probe, 50ms, 0);
    wheel.advance(std::chrono::nanoseconds(40ms).count());
    wheel.start(probe, 500ms, std::chrono::nanoseconds(40ms).count());
    const std::int64_t fired = runUntilFired(wheel, probe, std::chrono::nanoseconds(40ms).count(), 2s);
    QVERIFY(fired >= std::chrono::nanoseconds(540ms).count());
}

void TstTimerWheel::followsADeadlineThatMovesNearer()
{
    TimerWheel wheel;
    Probe probe;
    wheel.start(probe, 60s, 0);
    wheel.start(probe, 100ms, 0);
    const std::int64_t fired = runUntilFired(wheel, probe, 0, 2s);
    QVERIFY(fired > 0 && fired <= std::chrono::nanoseconds(140ms).count());
}

void TstTimerWheel::mayDestroyAnotherTimerWhenItFires()
{
    TimerWheel wheel;
    Probe first;
    auto second = std::make_unique<Probe>();
    first.then = [&second] { second.reset(); };
    wheel.start(first, 50ms, 0);
    wheel.start(*second, 50ms, 0);
    wheel.advance(std::chrono::nanoseconds(1s).count());
    QCOMPARE(first.fired, 1);
    QVERIFY(!second);
}

void TstTimerWheel::sleepsForEverWithoutTimers()
{
    TimerWheel wheel;
    QVERIFY(wheel.untilNextTick(0) < 0ns);
    Probe probe;
    wheel.start(probe, 1s, 0);
    QVERIFY(wheel.untilNextTick(0) >= 0ns);
    QVERIFY(wheel.untilNextTick(0) <= std::chrono::nanoseconds(TimerWheel::tick));
}

} // namespace gatehouse::net

QTEST_GUILESS_MAIN(gatehouse::net::TstTimerWheel)
#include "tst_timer_wheel.moc"
