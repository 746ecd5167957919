// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/routed_upstream.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <deque>
#include <optional>
#include <thread>

using namespace gatehouse;
using namespace Qt::StringLiterals;

// The number of workers changes while the gateway runs: nobody notices.
class TestWorkers : public QObject
{
    Q_OBJECT

private slots:
    void failNoRequestWhenTheirNumberChanges();
    void shareWhatComesAfterAChange();
    void getEqualShares();
    void tellKeptClientsToLeave();
    void finishRequestsUnderWay();
    void endWhatOutlastsTheDrainTimeout();
    void keepCountingLimits();
    void areCountedByTheAdminApi();
    void areRefusedBeyondTheirBounds();
    void startAgainWhileClientsCome();
};

namespace {

const QByteArray request = "GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n";
const QByteArray firstPart = "POST /r HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 10\r\n\r\nhello";

struct Tally {
    std::atomic<std::uint64_t> sent = 0;
    std::atomic<std::uint64_t> failed = 0;
    std::atomic<bool> stop = false;
};

// Leaves a connection when it is told to, or after so many requests.
void hammer(quint16 port, int requestsPerConnection, Tally &tally)
{
    while (!tally.stop) {
        RawClient client(port);
        for (int i = 0; i < requestsPerConnection && !tally.stop; ++i) {
            ++tally.sent;
            const RawResponse response = client.request(request);
            if (response.status != 200 || response.body != "ok")
                ++tally.failed;
            if (response.field("Connection") == "close" || response.status == 0)
                break;
        }
    }
}

// Clients on other threads while it lives: some stay, some come anew for each request.
class Load
{
public:
    explicit Load(quint16 port)
    {
        for (const int requestsPerConnection : {1'000'000, 1'000'000, 1'000'000, 1, 1}) {
            m_clients.emplace_back(
                [this, port, requestsPerConnection] { hammer(port, requestsPerConnection, m_tally); });
        }
    }

    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;

    ~Load() { end(); }

    void end()
    {
        m_tally.stop = true;
        m_clients.clear();
    }

    [[nodiscard]] std::uint64_t sent() const { return m_tally.sent; }

    [[nodiscard]] std::uint64_t failed() const { return m_tally.failed; }

private:
    Tally m_tally;
    std::vector<std::jthread> m_clients;
};

// Opens connections, sends `bytes` on each, until both of two workers have some.
std::deque<RawClient> clientsOnBothWorkers(GatewayFixture &fixture, const QByteArray &bytes)
{
    std::deque<RawClient> clients;
    const TrafficCounters &traffic = fixture.gateway().traffic();
    while (traffic.shard(0).connectionsAccepted == 0 || traffic.shard(1).connectionsAccepted == 0) {
        const std::uint64_t accepted = traffic.totals().connectionsAccepted;
        clients.emplace_back(fixture.port()).send(bytes);
        while (traffic.totals().connectionsAccepted == accepted)
            std::this_thread::yield();
    }
    return clients;
}

qsizetype linesIn(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
}

} // namespace

void TestWorkers::failNoRequestWhenTheirNumberChanges()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"requests.log"_s);
    RecordingUpstream upstream;
    GatewayFixture fixture;
    Gateway &gateway = fixture.gateway();
    QCOMPARE(fixture.load(RoutedUpstream::documentFor(upstream.port(), {}, {}) +
                          "plugins:\n- name: file-log\n  config: { path: " + log.toUtf8() + " }\n"),
             QString());
    gateway.setTrafficWatched(true);
    std::uint64_t recorded = 0;
    const auto count = [&recorded](const TrafficRecord &, std::string_view) { ++recorded; };
    Load load(fixture.port());
    for (int round = 0; round < 8; ++round) {
        for (const int workers : {4, 2, 1, 3}) {
            QVERIFY(gateway.setWorkers(workers));
            QCOMPARE(gateway.workers(), workers);
            const std::uint64_t before = load.sent();
            QTRY_VERIFY(load.sent() > before + 20);
            gateway.drainTraffic(count);
        }
    }
    load.end();
    QCOMPARE(load.failed(), 0U);
    QTRY_COMPARE(gateway.traffic().totals().connectionsActive, 0U);
    QCOMPARE(gateway.traffic().totals().requests, load.sent());
    QCOMPARE(gateway.traffic().totals().byStatusClass[2], load.sent());
    gateway.drainTraffic(count);
    QCOMPARE(recorded + gateway.droppedTraffic(), load.sent());
    QTRY_COMPARE(static_cast<std::uint64_t>(linesIn(log)) + gateway.logs().dropped(), load.sent());
}

void TestWorkers::shareWhatComesAfterAChange()
{
    RoutedUpstream routed;
    const auto served = [&routed](std::size_t worker) {
        return routed.gateway.gateway().traffic().shard(worker).requests.load();
    };
    const auto sendSome = [&routed] {
        for (int i = 0; i < 64; ++i)
            QCOMPARE(routed.gateway.send(request).status, 200);
    };
    QVERIFY(routed.gateway.gateway().setWorkers(3));
    sendSome();
    for (std::size_t worker = 0; worker < 3; ++worker)
        QVERIFY(served(worker) > 0);
    QVERIFY(routed.gateway.gateway().setWorkers(1));
    const std::uint64_t before = served(0);
    sendSome();
    QCOMPARE(served(0) - before, 64U);
}

void TestWorkers::getEqualShares()
{
    constexpr int workers = 3;
    constexpr int count = 300;
    GatewayFixture fixture(4);
    QVERIFY(fixture.gateway().setWorkers(workers));
    for (int i = 0; i < count; ++i)
        QCOMPARE(fixture.send(request).status, 404);
    const TrafficCounters &traffic = fixture.gateway().traffic();
    for (std::size_t worker = 0; worker < workers; ++worker)
        QVERIFY(traffic.shard(worker).connectionsAccepted < count / 2); // 100; 150 to one of them without
}

void TestWorkers::tellKeptClientsToLeave()
{
    RecordingUpstream upstream;
    GatewayFixture fixture(2);
    QCOMPARE(fixture.load(RoutedUpstream::documentFor(upstream.port(), {}, {})), QString());
    std::deque<RawClient> clients = clientsOnBothWorkers(fixture, request);
    for (RawClient &client : clients)
        QCOMPARE(client.receive().status, 200);
    QVERIFY(fixture.gateway().setWorkers(1));
    int left = 0;
    int stayed = 0;
    for (RawClient &client : clients) {
        const RawResponse response = client.request(request);
        QCOMPARE(response.status, 200);
        ++(response.field("Connection") == "close" ? left : stayed);
    }
    QVERIFY(left > 0);
    QVERIFY(stayed > 0);
    QTRY_COMPARE(fixture.gateway().traffic().shard(1).connectionsActive.load(), 0U);
}

void TestWorkers::finishRequestsUnderWay()
{
    RecordingUpstream upstream;
    GatewayFixture fixture(2);
    QCOMPARE(fixture.load(RoutedUpstream::documentFor(upstream.port(), {}, {})), QString());
    std::deque<RawClient> clients = clientsOnBothWorkers(fixture, firstPart);
    QTRY_COMPARE(static_cast<std::size_t>(upstream.rawBytes().count("hello")), clients.size());
    QVERIFY(fixture.gateway().setWorkers(1));
    for (RawClient &client : clients) {
        client.send("world");
        QCOMPARE(client.receive().status, 200);
    }
}

void TestWorkers::endWhatOutlastsTheDrainTimeout()
{
    RecordingUpstream upstream;
    GatewayFixture fixture(2, {}, {}, std::chrono::milliseconds(100));
    QCOMPARE(fixture.load(RoutedUpstream::documentFor(upstream.port(), {}, {})), QString());
    std::deque<RawClient> clients = clientsOnBothWorkers(fixture, firstPart);
    const TrafficCounters &traffic = fixture.gateway().traffic();
    QTRY_VERIFY(static_cast<std::size_t>(upstream.rawBytes().count("hello")) == clients.size());
    QVERIFY(fixture.gateway().setWorkers(1));
    QTRY_COMPARE(traffic.shard(1).connectionsActive.load(), 0U);
    std::size_t answered = 0;
    for (RawClient &client : clients) {
        client.send("world");
        answered += client.receive().status == 200 ? 1 : 0;
    }
    QCOMPARE(answered, traffic.shard(0).connectionsAccepted.load());
}

// They are shared by all workers, whoever comes and goes.
void TestWorkers::keepCountingLimits()
{
    constexpr int limit = 6;
    RecordingUpstream upstream;
    GatewayFixture fixture(2);
    QCOMPARE(fixture.load(RoutedUpstream::documentFor(upstream.port(), {}, {}) +
                          "plugins:\n- name: rate-limiting\n  config: { year: 6, policy: local, limit_by: service }\n"),
             QString());
    for (int i = 0; i < limit; ++i) {
        QCOMPARE(fixture.send(request).status, 200);
        QVERIFY(fixture.gateway().setWorkers(1 + i % 3));
    }
    QCOMPARE(fixture.send(request).status, 429);
}

void TestWorkers::areCountedByTheAdminApi()
{
    GatewayFixture fixture;
    QVERIFY(fixture.gateway().setWorkers(3));
    const RawResponse root = fixture.askAdmin("GET", "/");
    QCOMPARE(root.status, 200);
    QVERIFY(root.body.contains("\"nginx_worker_processes\":\"3\""));
}

void TestWorkers::areRefusedBeyondTheirBounds()
{
    RoutedUpstream routed;
    Gateway &gateway = routed.gateway.gateway();
    const Result<> tooMany = gateway.setWorkers(int(TrafficCounters::maxWorkers) + 1);
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().kind, ErrorKind::Invalid);
    QCOMPARE(gateway.workers(), 1);
    QCOMPARE(routed.gateway.send(request).status, 200);
    gateway.stopNow();
    QVERIFY(!gateway.setWorkers(2));
    QCOMPARE(gateway.workers(), 0);
}

void TestWorkers::startAgainWhileClientsCome()
{
    RoutedUpstream routed;
    Gateway &gateway = routed.gateway.gateway();
    GatewaySettings settings;
    settings.proxy = *ListenAddress::parse(gateway.proxyAddress());
    settings.admin.port = 0;
    const Load load(settings.proxy.port);
    for (int workers = 1; workers <= 10; ++workers) {
        const std::uint64_t before = load.sent();
        QTRY_VERIFY(load.sent() > before + 20);
        settings.workers = workers % 3 + 1;
        const Result<> started = gateway.start(settings);
        QVERIFY2(started, started ? "" : qUtf8Printable(started.error().message));
        QTRY_COMPARE(routed.gateway.send(request).status, 200);
    }
}

QTEST_GUILESS_MAIN(TestWorkers)

#include "tst_workers.moc"
