// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/byte_ring.h"

#include <QTest>

#include <string>
#include <thread>

namespace gatehouse {

class TstByteRing : public QObject
{
    Q_OBJECT

private slots:
    void handsOutRecordsInOrder();
    void refusesAndCountsWhatDoesNotFit();
    void wrapsAround();
    void takesAStallAfterStartingOver();
    void keepsRecordsUntilTheyAreUsed();
    void losesAndRepeatsNothingBetweenTwoThreads();

private:
    static bool put(ByteRing &ring, const std::string &text, std::uint32_t tag = 0);
};

bool TstByteRing::put(ByteRing &ring, const std::string &text, std::uint32_t tag)
{
    char *place = ring.reserve(static_cast<std::uint32_t>(text.size()));
    if (!place)
        return false;
    std::memcpy(place, text.data(), text.size());
    ring.commit(static_cast<std::uint32_t>(text.size()), tag);
    return true;
}

void TstByteRing::handsOutRecordsInOrder()
{
    ByteRing ring(1024);
    QVERIFY(put(ring, "one", 1));
    QVERIFY(put(ring, "two", 2));
    std::string seen;
    QVERIFY(ring.drain(
        [&seen](std::uint32_t tag, std::string_view text) { seen += std::to_string(tag) + std::string(text); }));
    QCOMPARE(seen, std::string("1one2two"));
    QVERIFY(ring.isEmpty());
}

void TstByteRing::refusesAndCountsWhatDoesNotFit()
{
    ByteRing ring(64);
    QVERIFY(put(ring, std::string(40, 'a')));
    QVERIFY(!put(ring, std::string(40, 'b')));
    QVERIFY(!put(ring, std::string(100, 'c')));
    QCOMPARE(ring.dropped(), 2U);
}

void TstByteRing::wrapsAround()
{
    ByteRing ring(128);
    for (int i = 0; i < 100; ++i) {
        const std::string text(static_cast<std::size_t>(i % 50), 'x');
        QVERIFY(put(ring, text));
        std::string seen;
        ring.drain([&seen](std::uint32_t, std::string_view got) { seen = got; });
        QCOMPARE(seen, text);
    }
}

// A consumer that kept up and then stalls: half of the ring is free wherever it stood.
void TstByteRing::takesAStallAfterStartingOver()
{
    const std::string record(56, 'x'); // 64 bytes with its header
    for (int before = 0; before < 64; ++before) {
        ByteRing ring(64 * 64);
        for (int i = 0; i < before; ++i) {
            QVERIFY(put(ring, record));
            ring.drain([](std::uint32_t, std::string_view) {});
        }
        for (int i = 0; i < 31; ++i)
            QVERIFY2(put(ring, record), qPrintable(QStringLiteral("%1 after %2").arg(i).arg(before)));
    }
}

void TstByteRing::keepsRecordsUntilTheyAreUsed()
{
    ByteRing ring(1024);
    for (const char *text : {"a", "b", "c"})
        QVERIFY(put(ring, text));
    std::vector<std::string_view> held;
    std::string seen;
    const auto take = [&held](std::uint32_t, std::string_view text) { held.push_back(text); };
    const auto use = [&held, &seen] {
        for (const std::string_view text : held)
            seen += text;
        seen += '.';
        held.clear();
    };
    QVERIFY(ring.drain(take, use, 2));
    QCOMPARE(seen, std::string("ab.c."));
    QVERIFY(ring.isEmpty());
}

void TstByteRing::losesAndRepeatsNothingBetweenTwoThreads()
{
    constexpr std::uint32_t records = 200'000;
    ByteRing ring(64 * 1024);
    std::thread producer([&ring] {
        for (std::uint32_t i = 0; i < records;) {
            if (put(ring, std::string(i % 90, 'x'), i))
                ++i;
        }
    });
    std::uint32_t next = 0;
    bool inOrder = true;
    while (next < records) {
        ring.drain([&next, &inOrder](std::uint32_t tag, std::string_view text) {
            inOrder = inOrder && tag == next && text.size() == next % 90;
            ++next;
        });
    }
    producer.join();
    QVERIFY(inOrder);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstByteRing)
#include "tst_byte_ring.moc"
