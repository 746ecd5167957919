// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/connection_gate.h"
#include "core/proxy/worker_context.h"

#include <QTest>

#include <sys/resource.h>

#include <vector>

#include <fcntl.h>
#include <unistd.h>

using namespace gatehouse;

class TestConnectionGate : public QObject
{
    Q_OBJECT

private slots:
    void hasRoomForSoMany();
    void countsByAddress_data();
    void countsByAddress();
    void spreadsHandshakes();
    void keepsDescriptorsBack();

private:
    static AcceptedConnection from(const char *address, bool tls = false)
    {
        return {0, *net::Address::fromLiteral(address, 1), 0, tls};
    }
};

void TestConnectionGate::hasRoomForSoMany()
{
    ProxySettings settings;
    settings.connectionsPerWorker = 2;
    ConnectionGate gate(settings);
    QVERIFY(gate.hasRoom(1, false, 0));
    QVERIFY(!gate.hasRoom(2, false, 0));
}

void TestConnectionGate::countsByAddress_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("itself") << QByteArray("192.0.2.1") << true;
    QTest::newRow("mapped") << QByteArray("::ffff:192.0.2.1") << true;
    QTest::newRow("a neighbour") << QByteArray("192.0.2.2") << false;
    QTest::newRow("IPv6") << QByteArray("2001:db8::1") << false;
}

void TestConnectionGate::countsByAddress()
{
    QFETCH(const QByteArray, other);
    QFETCH(const bool, same);
    ProxySettings settings;
    settings.connectionsPerAddress = 1;
    ConnectionGate gate(settings);
    QVERIFY(gate.enter(from("192.0.2.1"), 0));
    QCOMPARE(gate.enter(from(other.constData()), 0), !same);
    gate.leave(from("192.0.2.1").peer.network());
    QVERIFY(gate.enter(from("192.0.2.1"), 0));
    // One IPv6 host has 64 bits of addresses.
    QCOMPARE(from("2001:db8::1").peer.network(), from("2001:db8::2:3").peer.network());
    QVERIFY(from("2001:db8::1").peer.network() != from("2001:db8:0:1::1").peer.network());
}

void TestConnectionGate::spreadsHandshakes()
{
    constexpr std::int64_t ms = 1'000'000;
    ProxySettings settings;
    settings.handshakesPerSecond = 20;
    ConnectionGate gate(settings);
    constexpr std::int64_t start = 1000 * ms;
    for (int i = 0; i < 2; ++i) {
        QVERIFY(gate.hasRoom(0, true, start));
        QVERIFY(gate.enter(from("192.0.2.1", true), start));
    }
    QVERIFY(!gate.hasRoom(0, true, start + 99 * ms));
    QVERIFY(gate.hasRoom(0, false, start + 99 * ms));
    QVERIFY(gate.hasRoom(0, true, start + 100 * ms));
}

void TestConnectionGate::keepsDescriptorsBack()
{
    rlimit usual{};
    getrlimit(RLIMIT_NOFILE, &usual);
    const int lowest = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
    rlimit limit = usual;
    limit.rlim_cur = static_cast<rlim_t>(2 * lowest + 20);
    setrlimit(RLIMIT_NOFILE, &limit);
    ProxySettings settings;
    settings.descriptorReserve = static_cast<std::uint32_t>(lowest + 10);
    ConnectionGate gate(settings); // those from lowest + 10 on are kept back
    setrlimit(RLIMIT_NOFILE, &usual);

    std::vector<int> taken{lowest};
    while (taken.back() < lowest + 9)
        taken.push_back(fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0));
    QVERIFY(gate.enter({taken.back(), {}, 0, false}, 0));
    QVERIFY(gate.hasRoom(0, false, 0));
    const int reserved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
    QVERIFY(gate.isReserved(reserved));
    QVERIFY(gate.enter({reserved, {}, 0, false}, 0)); // this one is served
    QVERIFY(!gate.hasRoom(0, false, 0));              // the next one waits
    ::close(taken.back());
    taken.pop_back();
    QVERIFY(gate.hasRoom(0, false, 0));
    ::close(reserved);
    for (const int descriptor : taken)
        ::close(descriptor);
}

QTEST_GUILESS_MAIN(TestConnectionGate)

#include "tst_connection_gate.moc"
