// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/upstream.h"
#include "tests/core/balancing/upstream_samples.h"

#include <QTest>

using namespace gatehouse;

class TstUpstreamState : public QObject
{
    Q_OBJECT

private slots:
    void keepsHealthOverAConfiguration();
    void newTargetsBeginHealthy();
    void countsAStatusByTheListItIsIn_data();
    void countsAStatusByTheListItIsIn();
    void namesThePortInHostUnlessItIsTheUsualOne();
    void hasNoNewListWhenAnAnswerSaysTheSame();
    void theDirectoryKeepsEqualSettings();
    void theDirectoryForgetsWhatIsNotConfigured();
};

void TstUpstreamState::keepsHealthOverAConfiguration()
{
    UpstreamSettings settings = checked(settingsWith(Algorithm::RoundRobin, {10, 10}));
    const UpstreamPtr upstream = upstreamOf(settings);
    const auto list = upstream->peers();
    upstream->reportStatus(*list, list->peers[0], CheckKind::Passive, 500);
    settings.targets[1].weight = 20;
    upstream->configure(std::make_shared<const UpstreamSettings>(settings));
    QVERIFY(!upstream->peers()->peers[0].health->isHealthy());
    QVERIFY(upstream->peers()->peers[1].health->isHealthy());
}

void TstUpstreamState::newTargetsBeginHealthy()
{
    const UpstreamSettings both = checked(settingsWith(Algorithm::RoundRobin, {10, 10}));
    UpstreamSettings one = both;
    one.targets.erase(one.targets.begin());
    const UpstreamPtr upstream = upstreamOf(both);
    const auto list = upstream->peers();
    upstream->reportStatus(*list, list->peers[0], CheckKind::Passive, 500);
    upstream->configure(std::make_shared<const UpstreamSettings>(one));
    upstream->configure(std::make_shared<const UpstreamSettings>(both));
    QVERIFY(upstream->peers()->peers[0].health->isHealthy());
}

void TstUpstreamState::countsAStatusByTheListItIsIn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("staysHealthy");
    QTest::newRow("good") << 200 << true;
    QTest::newRow("bad") << 500 << false;
    QTest::newRow("in no list") << 502 << true;
    QTest::newRow("no status at all") << 0 << false;
    QTest::newRow("out of range") << 2000 << true;
}

void TstUpstreamState::countsAStatusByTheListItIsIn()
{
    QFETCH(int, status);
    QFETCH(bool, staysHealthy);
    const UpstreamPtr upstream = upstreamOf(checked(settingsWith(Algorithm::RoundRobin, {10})));
    const auto list = upstream->peers();
    upstream->reportStatus(*list, list->peers[0], CheckKind::Passive, status);
    QCOMPARE(list->peers[0].health->isHealthy(), staysHealthy);
}

void TstUpstreamState::namesThePortInHostUnlessItIsTheUsualOne()
{
    UpstreamSettings settings = settingsWith(Algorithm::RoundRobin, {10});
    settings.hostHeader = "h.test";
    const auto list = upstreamOf(settings)->peers();
    QCOMPARE(list->peers[0].plans[0].hostHeader, std::string("h.test"));
    QCOMPARE(list->peers[0].plans[1].hostHeader, std::string("h.test:80"));
}

void TstUpstreamState::hasNoNewListWhenAnAnswerSaysTheSame()
{
    UpstreamSettings settings = settingsWith(Algorithm::RoundRobin, {});
    settings.targets.push_back({"t", "a.test", 80, 100, std::nullopt});
    const UpstreamPtr upstream = upstreamOf(settings);
    upstream->setAnswer("a.test", answerOf({{*net::Address::fromLiteral("10.0.0.1", 0), {}, 0, 0}}));
    const std::uint64_t revision = upstream->revision();
    upstream->setAnswer("a.test", answerOf({{*net::Address::fromLiteral("10.0.0.1", 0), {}, 0, 0}}));
    QCOMPARE(upstream->revision(), revision);
    upstream->setAnswer("a.test", answerOf({{*net::Address::fromLiteral("10.0.0.2", 0), {}, 0, 0}}));
    QCOMPARE(upstream->revision(), revision + 1);
}

void TstUpstreamState::theDirectoryKeepsEqualSettings()
{
    UpstreamDirectory directory;
    const UpstreamSettings settings = settingsWith(Algorithm::RoundRobin, {10});
    const ConfiguredUpstream first = directory.prepare(settings);
    directory.adopt({first});
    const ConfiguredUpstream second = directory.prepare(settings);
    QCOMPARE(second.upstream, first.upstream);
    QCOMPARE(second.settings, first.settings);
    const ConfiguredUpstream third = directory.prepare(settingsWith(Algorithm::RoundRobin, {20}));
    QCOMPARE(third.upstream, first.upstream);
    QVERIFY(third.settings != first.settings);
}

void TstUpstreamState::theDirectoryForgetsWhatIsNotConfigured()
{
    UpstreamDirectory directory;
    const ConfiguredUpstream first = directory.prepare(settingsWith(Algorithm::RoundRobin, {10}));
    QVERIFY(!directory.find("u.test")); // it does not run yet
    directory.adopt({first});
    QCOMPARE(directory.find("u.test"), first.upstream);
    directory.adopt({});
    QVERIFY(!directory.find("u.test"));
}

QTEST_APPLESS_MAIN(TstUpstreamState)

#include "tst_upstream_state.moc"
