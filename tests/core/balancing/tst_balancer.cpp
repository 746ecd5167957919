// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/balancer.h"
#include "tests/core/balancing/upstream_samples.h"
#include "tests/support/allocation_count.h"

#include <QTest>

#include <deque>
#include <map>

using namespace gatehouse;

class TstBalancer : public QObject
{
    Q_OBJECT

private slots:
    void roundRobinKeepsTheExactProportionInEveryTurn();
    void roundRobinGoesOnAfterAChangeThatChangesNothing();
    void givesNothingToTargetsOfNoWeight_data();
    void givesNothingToTargetsOfNoWeight();
    void skipsUnhealthyPeers_data();
    void skipsUnhealthyPeers();
    void hasNoPeerWhenAllAreUnhealthy_data();
    void hasNoPeerWhenAllAreUnhealthy();
    void hashingGivesOneKeyOnePeer();
    void leastConnectionsFillsByWeight();
    void leastConnectionsAvoidsWhatFailedThisRequest();
    void leastConnectionsBeginsAgainWhenAllHaveFailed();
    void latencyPrefersTheFasterPeer();
    void latencyGivesUpWhenAllHaveFailed();
    void theThresholdStopsLeastConnections();
    void aRequestKeepsItsPeerOverAChange();
    void waitsForNamesThatWereNotLookedUp();
    void spreadsOverAllAddressesOfAName();
    void choosingTakesNoMemory_data();
    void choosingTakesNoMemory();

private:
    static void addAlgorithms();
    static std::string hostFor(Balancer &balancer, PeerLease &lease, std::string_view key = {});
    static void fell(Upstream &upstream, std::size_t peer);
};

void TstBalancer::addAlgorithms()
{
    QTest::addColumn<int>("algorithm");
    QTest::newRow("round robin") << int(Algorithm::RoundRobin);
    QTest::newRow("consistent hashing") << int(Algorithm::ConsistentHashing);
    QTest::newRow("least connections") << int(Algorithm::LeastConnections);
    QTest::newRow("latency") << int(Algorithm::Latency);
}

std::string TstBalancer::hostFor(Balancer &balancer, PeerLease &lease, std::string_view key)
{
    return balancer.choose(lease, key, 0) == PeerChoice::Chosen ? lease.peer().host : std::string();
}

void TstBalancer::fell(Upstream &upstream, std::size_t peer)
{
    const Upstream::PeerListPtr list = upstream.peers();
    upstream.reportStatus(*list, list->peers[peer], CheckKind::Passive, 500);
}

void TstBalancer::roundRobinKeepsTheExactProportionInEveryTurn()
{
    Balancer balancer(upstreamOf(settingsWith(Algorithm::RoundRobin, {50, 30, 20})));
    for (int turn = 0; turn < 3; ++turn) {
        std::map<std::string, int> counts;
        for (int i = 0; i < 10; ++i) {
            PeerLease lease;
            ++counts[hostFor(balancer, lease)];
        }
        QCOMPARE(counts["10.0.0.1"], 5);
        QCOMPARE(counts["10.0.0.2"], 3);
        QCOMPARE(counts["10.0.0.3"], 2);
    }
}

void TstBalancer::roundRobinGoesOnAfterAChangeThatChangesNothing()
{
    UpstreamSettings settings = settingsWith(Algorithm::RoundRobin, {50, 30, 20});
    const UpstreamPtr upstream = upstreamOf(settings);
    Balancer balancer(upstream);
    std::map<std::string, int> counts;
    for (int i = 0; i < 10; ++i) {
        settings.cookiePath += "x"; // another configuration, the same targets
        upstream->configure(std::make_shared<const UpstreamSettings>(settings));
        PeerLease lease;
        ++counts[hostFor(balancer, lease)];
    }
    QCOMPARE(counts["10.0.0.1"], 5);
    QCOMPARE(counts["10.0.0.2"], 3);
}

void TstBalancer::givesNothingToTargetsOfNoWeight_data()
{
    addAlgorithms();
}

void TstBalancer::givesNothingToTargetsOfNoWeight()
{
    QFETCH(int, algorithm);
    Balancer some(upstreamOf(settingsWith(static_cast<Algorithm>(algorithm), {0, 10})));
    std::deque<PeerLease> leases(50);
    for (std::size_t i = 0; i < leases.size(); ++i)
        QCOMPARE(hostFor(some, leases[i], std::to_string(i)), std::string("10.0.0.2"));
    Balancer none(upstreamOf(settingsWith(static_cast<Algorithm>(algorithm), {0, 0})));
    PeerLease lease;
    QVERIFY(none.choose(lease, "a", 0) == PeerChoice::None);
}

void TstBalancer::skipsUnhealthyPeers_data()
{
    addAlgorithms();
}

void TstBalancer::skipsUnhealthyPeers()
{
    QFETCH(int, algorithm);
    const UpstreamPtr upstream = upstreamOf(checked(settingsWith(static_cast<Algorithm>(algorithm), {10, 10, 10})));
    Balancer balancer(upstream);
    fell(*upstream, 1);
    for (int i = 0; i < 50; ++i) {
        PeerLease lease;
        const std::string host = hostFor(balancer, lease, std::to_string(i));
        QVERIFY(!host.empty());
        QVERIFY(host != "10.0.0.2");
    }
}

void TstBalancer::hasNoPeerWhenAllAreUnhealthy_data()
{
    addAlgorithms();
}

void TstBalancer::hasNoPeerWhenAllAreUnhealthy()
{
    QFETCH(int, algorithm);
    const UpstreamPtr upstream = upstreamOf(checked(settingsWith(static_cast<Algorithm>(algorithm), {10, 10})));
    Balancer balancer(upstream);
    fell(*upstream, 0);
    fell(*upstream, 1);
    PeerLease lease;
    QVERIFY(balancer.choose(lease, "a", 0) == PeerChoice::None);
    const Upstream::PeerListPtr list = upstream->peers();
    upstream->set(*list, list->peers[1], true);
    QCOMPARE(hostFor(balancer, lease, "a"), std::string("10.0.0.2"));
}

void TstBalancer::hashingGivesOneKeyOnePeer()
{
    const UpstreamPtr upstream = upstreamOf(settingsWith(Algorithm::ConsistentHashing, {10, 10, 10}));
    Balancer one(upstream);
    Balancer other(upstream); // of another worker
    for (int key = 0; key < 50; ++key) {
        PeerLease first;
        PeerLease second;
        const std::string text = std::to_string(key);
        QCOMPARE(hostFor(one, first, text), hostFor(other, second, text));
    }
}

void TstBalancer::leastConnectionsFillsByWeight()
{
    Balancer balancer(upstreamOf(settingsWith(Algorithm::LeastConnections, {30, 10})));
    std::deque<PeerLease> leases(40);
    std::map<std::string, int> counts;
    for (PeerLease &lease : leases)
        ++counts[hostFor(balancer, lease)];
    QCOMPARE(counts["10.0.0.1"], 30);
    leases.clear();
    PeerLease lease;
    QCOMPARE(hostFor(balancer, lease), std::string("10.0.0.1"));
}

void TstBalancer::leastConnectionsAvoidsWhatFailedThisRequest()
{
    Balancer balancer(upstreamOf(settingsWith(Algorithm::LeastConnections, {1000, 10, 10})));
    PeerLease lease;
    std::map<std::string, int> counts;
    for (int i = 0; i < 3; ++i)
        ++counts[hostFor(balancer, lease)];
    QCOMPARE(counts.size(), 3U);
}

void TstBalancer::leastConnectionsBeginsAgainWhenAllHaveFailed()
{
    Balancer balancer(upstreamOf(settingsWith(Algorithm::LeastConnections, {1000, 10})));
    PeerLease lease;
    (void)hostFor(balancer, lease);
    (void)hostFor(balancer, lease);
    QCOMPARE(hostFor(balancer, lease), std::string("10.0.0.1"));
}

void TstBalancer::latencyPrefersTheFasterPeer()
{
    Balancer balancer(upstreamOf(settingsWith(Algorithm::Latency, {10, 10})));
    constexpr std::int64_t second = 1'000'000'000;
    std::string fast;
    PeerLease lease;
    for (const std::int64_t took : {second / 10, second}) { // the second try gets the other peer
        QVERIFY(balancer.choose(lease, {}, 9 * second) == PeerChoice::Chosen);
        lease.measure(10 * second - took, 10 * second);
        fast = fast.empty() ? lease.peer().host : fast;
    }
    for (int i = 0; i < 20; ++i) {
        lease.reset();
        QVERIFY(balancer.choose(lease, {}, 10 * second) == PeerChoice::Chosen);
        QCOMPARE(lease.peer().host, fast);
    }
}

void TstBalancer::latencyGivesUpWhenAllHaveFailed()
{
    Balancer balancer(upstreamOf(settingsWith(Algorithm::Latency, {10, 10})));
    PeerLease lease;
    QVERIFY(balancer.choose(lease, {}, 0) == PeerChoice::Chosen);
    QVERIFY(balancer.choose(lease, {}, 0) == PeerChoice::Chosen);
    QVERIFY(balancer.choose(lease, {}, 0) == PeerChoice::None);
}

void TstBalancer::theThresholdStopsLeastConnections()
{
    UpstreamSettings settings = checked(settingsWith(Algorithm::LeastConnections, {10, 10}));
    settings.threshold = 50;
    const UpstreamPtr upstream = upstreamOf(settings);
    Balancer balancer(upstream);
    PeerLease lease;
    QVERIFY(balancer.choose(lease, {}, 0) == PeerChoice::Chosen);
    fell(*upstream, 0); // half of the weight is left: not more than the threshold
    QVERIFY(balancer.choose(lease, {}, 0) == PeerChoice::None);
}

void TstBalancer::aRequestKeepsItsPeerOverAChange()
{
    UpstreamSettings settings = settingsWith(Algorithm::LeastConnections, {10});
    const UpstreamPtr upstream = upstreamOf(settings);
    Balancer balancer(upstream);
    PeerLease lease;
    QCOMPARE(hostFor(balancer, lease), std::string("10.0.0.1"));
    settings.targets.clear();
    upstream->configure(std::make_shared<const UpstreamSettings>(settings));
    PeerLease another;
    QVERIFY(balancer.choose(another, {}, 0) == PeerChoice::None);
    QCOMPARE(lease.peer().host, std::string("10.0.0.1"));
    QVERIFY(!balancer.isIdle());
    lease.reset();
    QVERIFY(balancer.isIdle());
}

void TstBalancer::waitsForNamesThatWereNotLookedUp()
{
    UpstreamSettings settings = settingsWith(Algorithm::RoundRobin, {});
    settings.targets.push_back({"t", "a.test", 80, 100, std::nullopt});
    const UpstreamPtr upstream = upstreamOf(settings);
    Balancer balancer(upstream);
    PeerLease lease;
    QVERIFY(balancer.choose(lease, {}, 0) == PeerChoice::Waits);
    upstream->setAnswer("a.test", answerOf({}));
    QVERIFY(balancer.choose(lease, {}, 0) == PeerChoice::None);
}

void TstBalancer::spreadsOverAllAddressesOfAName()
{
    UpstreamSettings settings = settingsWith(Algorithm::RoundRobin, {});
    settings.targets.push_back({"t", "a.test", 80, 100, std::nullopt});
    const UpstreamPtr upstream = upstreamOf(settings);
    // Weights and ports of SRV records come before the target's own.
    upstream->setAnswer("a.test", answerOf({{*net::Address::fromLiteral("10.0.0.1", 0), "b.test", 81, 30},
                                            {*net::Address::fromLiteral("10.0.0.2", 0), "c.test", 0, 10}}));
    Balancer balancer(upstream);
    std::map<std::string, int> counts;
    for (int i = 0; i < 8; ++i) {
        PeerLease lease;
        QVERIFY(balancer.choose(lease, {}, 0) == PeerChoice::Chosen);
        ++counts[lease.peer().ip + ':' + std::to_string(lease.peer().port())];
    }
    QCOMPARE(counts["10.0.0.1:81"], 6);
    QCOMPARE(counts["10.0.0.2:80"], 2);
}

void TstBalancer::choosingTakesNoMemory_data()
{
    addAlgorithms();
}

void TstBalancer::choosingTakesNoMemory()
{
    QFETCH(int, algorithm);
    if (!countsAllocations())
        QSKIP("The allocator cannot be listened to.");
    const UpstreamPtr upstream = upstreamOf(checked(settingsWith(static_cast<Algorithm>(algorithm), {10, 20, 30})));
    Balancer balancer(upstream);
    PeerLease lease;
    QVERIFY(balancer.choose(lease, "a", 0) == PeerChoice::Chosen);
    lease.reset();
    const std::size_t before = allocationCount();
    for (int i = 0; i < 100; ++i) {
        (void)balancer.choose(lease, "a", i);
        upstream->reportStatus(lease.list(), lease.peer(), CheckKind::Passive, 200);
        lease.measure(0, i);
        lease.reset();
    }
    QCOMPARE(allocationCount(), before);
}

QTEST_APPLESS_MAIN(TstBalancer)

#include "tst_balancer.moc"
