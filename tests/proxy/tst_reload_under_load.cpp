// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/routed_upstream.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <deque>
#include <thread>

using namespace gatehouse;

// Clients hammer the gateway while its configuration flips: no request fails, none is lost from the counters.
class TestReloadUnderLoad : public QObject
{
    Q_OBJECT

private slots:
    void failsNoRequest();
    void usesOneConfigurationForAWholeRequest();
    void keepsTheOldConfigurationWhenTheNewOneIsWrong();
    void isRunningWhenTheAdminApiAnswers();
};

namespace {

constexpr int clientCount = 4;
constexpr int flips = 100;

QByteArray documentOf(quint16 port, const QByteArray &mark)
{
    return RoutedUpstream::documentFor(port, {"tags: [\"" + mark + "\"]"},
                                       {"headers: {x-side: [\"" + mark + "\", any]}"});
}

// A request to the Admin API for a configuration that answers everything with that status.
QByteArray postOf(int status)
{
    const QByteArray document = R"({"_format_version":"3.0","services":[{"name":"s","host":"127.0.0.1",)"
                                R"("routes":[{"name":"r","paths":["/"]}],)"
                                R"("plugins":[{"name":"request-termination","config":{"status_code":)" +
                                QByteArray::number(status) + "}}]}]}";
    return "POST /config HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(document.size()) + "\r\n\r\n" + document;
}

struct Tally {
    std::atomic<std::uint64_t> sent = 0;
    std::atomic<std::uint64_t> failed = 0;
    std::atomic<bool> stop = false;
};

// Keeps its connection for some requests, then opens another one.
void hammer(quint16 port, Tally &tally)
{
    while (!tally.stop) {
        RawClient client(port);
        for (int i = 0; i < 50 && !tally.stop; ++i) {
            ++tally.sent;
            const RawResponse response = client.request("GET /r HTTP/1.1\r\nHost: gw.test\r\nX-Side: any\r\n\r\n");
            if (response.status != 200 || response.body != "ok")
                ++tally.failed;
        }
    }
}

} // namespace

void TestReloadUnderLoad::failsNoRequest()
{
    RecordingUpstream upstream;
    GatewayFixture gateway(2);
    QCOMPARE(gateway.load(documentOf(upstream.port(), "left")), QString());
    Tally tally;
    std::vector<std::jthread> clients;
    for (int i = 0; i < clientCount; ++i)
        clients.emplace_back([&gateway, &tally, port = gateway.port()] { hammer(port, tally); });
    for (int i = 0; i < flips; ++i)
        QCOMPARE(gateway.load(documentOf(upstream.port(), i % 2 ? "left" : "right")), QString());
    tally.stop = true;
    clients.clear();
    QCOMPARE(tally.failed.load(), 0U);
    QVERIFY(tally.sent.load() > flips);
    QTRY_COMPARE(gateway.gateway().traffic().totals().requests, tally.sent.load());
    QTRY_COMPARE(gateway.gateway().traffic().totals().byStatusClass[2], tally.sent.load());
    QCOMPARE(static_cast<std::uint64_t>(upstream.requests().size()), tally.sent.load());
}

// The route goes away while the request is on its way.
void TestReloadUnderLoad::usesOneConfigurationForAWholeRequest()
{
    RoutedUpstream routed;
    RawClient client(routed.gateway.port());
    client.send("POST /r HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 10\r\n\r\nhello");
    QTRY_VERIFY(routed.upstream.rawBytes().endsWith("hello"));
    QCOMPARE(routed.gateway.load("_format_version: \"3.0\"\n"), QString());
    QCOMPARE(routed.gateway.get("/r").status, 404);
    client.send("world");
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(routed.upstream.requests().value(0).body, QByteArray("helloworld"));
}

void TestReloadUnderLoad::keepsTheOldConfigurationWhenTheNewOneIsWrong()
{
    RoutedUpstream routed;
    QVERIFY(!routed.gateway.load("_format_version: \"3.0\"\nservices:\n- name: s\n").isEmpty());
    QCOMPARE(routed.gateway.get("/r").status, 200);
}

// Also for clients whose connections are there already.
void TestReloadUnderLoad::isRunningWhenTheAdminApiAnswers()
{
    constexpr int times = 20;
    GatewayFixture gateway(2);
    std::atomic<int> asPosted = 0;
    std::atomic<bool> isDone = false;
    std::jthread client([&asPosted, &isDone, port = gateway.port(), adminPort = gateway.adminPort()] {
        std::deque<RawClient> kept;
        for (int i = 0; i < 8; ++i)
            kept.emplace_back(port);
        RawClient admin(adminPort);
        for (int status = 400; status < 400 + times; ++status) {
            admin.request(postOf(status));
            const auto isAsPosted = [status](RawClient &proxied) {
                return proxied.request("GET / HTTP/1.1\r\nHost: gw.test\r\n\r\n").status == status;
            };
            asPosted += std::ranges::all_of(kept, isAsPosted) ? 1 : 0;
        }
        isDone = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(isDone, 30000);
    QCOMPARE(asPosted.load(), times);
}

QTEST_GUILESS_MAIN(TestReloadUnderLoad)

#include "tst_reload_under_load.moc"
