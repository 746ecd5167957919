// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/hash_ring.h"
#include "core/balancing/xx_hash.h"
#include "tests/core/balancing/upstream_samples.h"

#include <QTest>

#include <map>

using namespace gatehouse;

class TstHashRing : public QObject
{
    Q_OBJECT

private slots:
    void hashesAsTheSpecificationSays_data();
    void hashesAsTheSpecificationSays();
    void spreadsKeysByWeight();
    void movesOnlyTheKeysOfATargetThatGoes();
    void doesNotDependOnTheOrderOfTargets();
    void goesBackToTheNextPeerThatMayBeUsed();
    void findsNobodyWhenNobodyMayBeUsed();

private:
    static std::string hostAt(const PeerList &list, const HashRing &ring, int key);
};

std::string TstHashRing::hostAt(const PeerList &list, const HashRing &ring, int key)
{
    const std::uint32_t peer = ring.find(ring.placeOf("key" + std::to_string(key)), [](std::uint32_t) { return true; });
    return list.peers[peer].host;
}

void TstHashRing::hashesAsTheSpecificationSays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<uint>("hash");
    QTest::newRow("empty") << QByteArray("") << 0x02CC5D05U;
    QTest::newRow("one octet") << QByteArray("a") << 0x550D7456U;
    QTest::newRow("three octets") << QByteArray("abc") << 0x32D153FFU;
    QTest::newRow("stripes and rest") << QByteArray("Nobody inspects the spammish repetition") << 0xE2293B2FU;
}

void TstHashRing::hashesAsTheSpecificationSays()
{
    QFETCH(QByteArray, text);
    QFETCH(uint, hash);
    QCOMPARE(xxHash32({text.constData(), static_cast<std::size_t>(text.size())}), hash);
}

void TstHashRing::spreadsKeysByWeight()
{
    const auto list = upstreamOf(settingsWith(Algorithm::ConsistentHashing, {300, 100, 0}))->peers();
    const HashRing ring(*list);
    std::map<std::string, int> counts;
    for (int key = 0; key < 20000; ++key)
        ++counts[hostAt(*list, ring, key)];
    QVERIFY2(counts["10.0.0.1"] > 13000 && counts["10.0.0.1"] < 17000, qPrintable(QString::number(counts["10.0.0.1"])));
    QCOMPARE(counts["10.0.0.3"], 0);
}

void TstHashRing::movesOnlyTheKeysOfATargetThatGoes()
{
    UpstreamSettings settings = settingsWith(Algorithm::ConsistentHashing, {100, 100, 100, 100});
    const auto before = upstreamOf(settings)->peers();
    settings.targets.pop_back();
    const auto after = upstreamOf(settings)->peers();
    const HashRing ringBefore(*before);
    const HashRing ringAfter(*after);
    int moved = 0;
    int stayed = 0;
    for (int key = 0; key < 10000; ++key) {
        const std::string was = hostAt(*before, ringBefore, key);
        if (was != "10.0.0.4")
            (hostAt(*after, ringAfter, key) == was ? stayed : moved)++;
    }
    QVERIFY2(moved * 20 < stayed, qPrintable(QString::number(moved)));
}

void TstHashRing::doesNotDependOnTheOrderOfTargets()
{
    UpstreamSettings settings = settingsWith(Algorithm::ConsistentHashing, {100, 50, 70});
    const auto one = upstreamOf(settings)->peers();
    std::reverse(settings.targets.begin(), settings.targets.end());
    const auto other = upstreamOf(settings)->peers();
    const HashRing ringOne(*one);
    const HashRing ringOther(*other);
    for (int key = 0; key < 1000; ++key)
        QCOMPARE(hostAt(*one, ringOne, key), hostAt(*other, ringOther, key));
}

void TstHashRing::goesBackToTheNextPeerThatMayBeUsed()
{
    const auto list = upstreamOf(settingsWith(Algorithm::ConsistentHashing, {100, 100}))->peers();
    const HashRing ring(*list);
    for (int key = 0; key < 100; ++key) {
        const std::uint32_t place = ring.placeOf(std::to_string(key));
        QCOMPARE(ring.find(place, [](std::uint32_t peer) { return peer == 1; }), 1U);
    }
}

void TstHashRing::findsNobodyWhenNobodyMayBeUsed()
{
    const auto list = upstreamOf(settingsWith(Algorithm::ConsistentHashing, {100, 100}))->peers();
    const HashRing ring(*list);
    QCOMPARE(ring.find(ring.placeOf("a"), [](std::uint32_t) { return false; }), HashRing::noPeer);
}

QTEST_APPLESS_MAIN(TstHashRing)

#include "tst_hash_ring.moc"
