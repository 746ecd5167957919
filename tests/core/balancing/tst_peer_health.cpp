// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/peer_health.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace gatehouse;

// The counters and states of lua-resty-healthcheck.
class TstPeerHealth : public QObject
{
    Q_OBJECT

private slots:
    void beginsHealthy();
    void fallsWhenALimitIsReached_data();
    void fallsWhenALimitIsReached();
    void countsEachKindOfFailureForItself();
    void forgetsFailuresAfterASuccessThatCounts();
    void keepsFailuresForEverWhenSuccessesDoNotCount();
    void risesAfterAsManySuccesses();
    void aFailureWhileUnhealthyForgetsSuccesses();
    void isSetByHandAndForgetsWhatItCounted();
    void countsEveryReportOfSeveralThreads();
};

using Change = PeerHealth::Change;

void TstPeerHealth::beginsHealthy()
{
    QVERIFY(PeerHealth().isHealthy());
}

void TstPeerHealth::fallsWhenALimitIsReached_data()
{
    QTest::addColumn<int>("report");
    QTest::newRow("tcp") << int(HealthReport::TcpFailure);
    QTest::newRow("http") << int(HealthReport::HttpFailure);
    QTest::newRow("timeout") << int(HealthReport::Timeout);
}

void TstPeerHealth::fallsWhenALimitIsReached()
{
    QFETCH(int, report);
    PeerHealth health;
    const auto kind = static_cast<HealthReport>(report);
    QVERIFY(health.report(kind, 3) == Change::None);
    QVERIFY(health.report(kind, 3) == Change::None);
    QVERIFY(health.isHealthy());
    QVERIFY(health.report(kind, 3) == Change::BecameUnhealthy);
    QVERIFY(!health.isHealthy());
    QVERIFY(health.report(kind, 3) == Change::None);
}

void TstPeerHealth::countsEachKindOfFailureForItself()
{
    PeerHealth health;
    (void)health.report(HealthReport::TcpFailure, 2);
    (void)health.report(HealthReport::HttpFailure, 2);
    (void)health.report(HealthReport::Timeout, 2);
    QVERIFY(health.isHealthy());
}

void TstPeerHealth::forgetsFailuresAfterASuccessThatCounts()
{
    PeerHealth health;
    for (int i = 0; i < 10; ++i) {
        (void)health.report(HealthReport::HttpFailure, 2);
        (void)health.report(HealthReport::Success, 1);
    }
    QVERIFY(health.isHealthy());
}

void TstPeerHealth::keepsFailuresForEverWhenSuccessesDoNotCount()
{
    PeerHealth health;
    (void)health.report(HealthReport::HttpFailure, 2);
    for (int i = 0; i < 100; ++i)
        (void)health.report(HealthReport::Success, 0);
    QVERIFY(health.report(HealthReport::HttpFailure, 2) == Change::BecameUnhealthy);
}

void TstPeerHealth::risesAfterAsManySuccesses()
{
    PeerHealth health;
    (void)health.report(HealthReport::HttpFailure, 1);
    QVERIFY(health.report(HealthReport::Success, 2) == Change::None);
    QVERIFY(!health.isHealthy());
    QVERIFY(health.report(HealthReport::Success, 2) == Change::BecameHealthy);
    QVERIFY(health.isHealthy());
}

void TstPeerHealth::aFailureWhileUnhealthyForgetsSuccesses()
{
    PeerHealth health;
    (void)health.report(HealthReport::HttpFailure, 1);
    (void)health.report(HealthReport::Success, 2); // on its way up: failures are counted again
    (void)health.report(HealthReport::TcpFailure, 2);
    QVERIFY(health.report(HealthReport::Success, 2) == Change::None);
    QVERIFY(health.report(HealthReport::Success, 2) == Change::BecameHealthy);
}

void TstPeerHealth::isSetByHandAndForgetsWhatItCounted()
{
    PeerHealth health;
    (void)health.report(HealthReport::HttpFailure, 2);
    QVERIFY(health.set(false) == Change::BecameUnhealthy);
    QVERIFY(health.set(true) == Change::BecameHealthy);
    QVERIFY(health.report(HealthReport::HttpFailure, 2) == Change::None);
    QVERIFY(health.isHealthy());
}

void TstPeerHealth::countsEveryReportOfSeveralThreads()
{
    PeerHealth health;
    std::atomic<int> falls{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&health, &falls] {
            for (int i = 0; i < 50; ++i)
                falls += health.report(HealthReport::HttpFailure, 200) == Change::BecameUnhealthy ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(falls.load(), 1);
    QVERIFY(!health.isHealthy());
}

QTEST_APPLESS_MAIN(TstPeerHealth)

#include "tst_peer_health.moc"
