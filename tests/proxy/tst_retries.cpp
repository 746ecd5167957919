// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/routed_upstream.h"

#include <QTest>

using namespace gatehouse;

// What is tried again, and what must not be (RFC 9110 9.2.2; Kong's retries).
class TestRetries : public QObject
{
    Q_OBJECT

private slots:
    void triesAsOftenAsTheServiceSays_data();
    void triesAsOftenAsTheServiceSays();
    void triesTheNextTargetWhenOneRefuses_data();
    void triesTheNextTargetWhenOneRefuses();
    void sendsTheBodyAgainToTheNextTarget();
    void givesUpWhenAllTargetsRefuse();
    void neverRepeatsAnAnsweredRequest();
    void neverRepeatsARequestAfterABadAnswer();
    void neverRepeatsARequestAfterTheAnswerBegan();
    void neverMixesTheAnswersOfTwoTries();
    void doesNotRepeatABadAnswerOfAKeptConnection();

private:
    static quint16 closedPort();
    static QByteArray twoTargets(quint16 first, quint16 second);
};

// A port that refuses connections: it was free a moment ago.
quint16 TestRetries::closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

QByteArray TestRetries::twoTargets(quint16 first, quint16 second)
{
    const auto target = [](quint16 port) -> QByteArray {
        return "  - target: 127.0.0.1:" + QByteArray::number(port) + "\n";
    };
    return "_format_version: \"3.0\"\nupstreams:\n- name: two.test\n  targets:\n" + target(first) + target(second) +
           "services:\n- name: s\n  host: two.test\n  routes:\n  - name: r\n    paths: [\"/\"]\n";
}

void TestRetries::triesAsOftenAsTheServiceSays_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("retries");
    QTest::addColumn<int>("copies"); // that the upstream gets
    QTest::newRow("9110 9.2.2 GET") << QByteArray("GET") << 2 << 3;
    QTest::newRow("9110 9.2.2 PUT") << QByteArray("PUT") << 2 << 3;
    QTest::newRow("9110 9.2.2 DELETE") << QByteArray("DELETE") << 5 << 6;
    QTest::newRow("GET without retries") << QByteArray("GET") << 0 << 1;
    QTest::newRow("9110 9.2.2 POST") << QByteArray("POST") << 5 << 1;
    QTest::newRow("9110 9.2.2 a method nobody knows") << QByteArray("FROB") << 5 << 1;
    QTest::newRow("9110 9.2.2 PATCH") << QByteArray("PATCH") << 5 << 1;
}

void TestRetries::triesAsOftenAsTheServiceSays()
{
    QFETCH(QByteArray, method);
    QFETCH(int, retries);
    QFETCH(int, copies);
    RoutedUpstream routed({"retries: " + QByteArray::number(retries)});
    routed.upstream.setAnswer([](const ReceivedRequest &) { return QByteArray(); });
    const RawResponse response =
        routed.gateway.send(method + " /r HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 2\r\n\r\nhi");
    QCOMPARE(response.status, 502);
    QCOMPARE(routed.upstream.requests().size(), copies);
}

void TestRetries::triesTheNextTargetWhenOneRefuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("GET") << QByteArray("GET");
    QTest::newRow("POST, nothing was sent yet") << QByteArray("POST");
}

void TestRetries::triesTheNextTargetWhenOneRefuses()
{
    QFETCH(QByteArray, method);
    RecordingUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(gateway.load(twoTargets(closedPort(), upstream.port())), QString());
    for (int i = 0; i < 6; ++i)
        QCOMPARE(gateway.send(method + " /r HTTP/1.1\r\nHost: gw.test\r\n\r\n").status, 200);
    QCOMPARE(upstream.requests().size(), 6);
}

void TestRetries::sendsTheBodyAgainToTheNextTarget()
{
    RecordingUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(gateway.load(twoTargets(closedPort(), upstream.port())), QString());
    const QByteArray body(60000, 'a');
    for (int i = 0; i < 4; ++i) {
        const QByteArray head = "POST /r HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 60000\r\n\r\n";
        QCOMPARE(gateway.send(head + body).status, 200);
        QCOMPARE(upstream.requests().value(i).body, body);
    }
}

void TestRetries::givesUpWhenAllTargetsRefuse()
{
    GatewayFixture gateway;
    QCOMPARE(gateway.load(twoTargets(closedPort(), closedPort())), QString());
    const RawResponse response = gateway.get("/r", "Accept: application/json\r\n");
    QCOMPARE(response.status, 502);
    QVERIFY(response.body.contains("An invalid response was received from the upstream server"));
}

void TestRetries::neverRepeatsAnAnsweredRequest()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer(
        [](const ReceivedRequest &) { return QByteArray("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"); });
    QCOMPARE(routed.gateway.get("/r").status, 503);
    QCOMPARE(routed.upstream.requests().size(), 1);
}

void TestRetries::neverRepeatsARequestAfterABadAnswer()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer([](const ReceivedRequest &) { return QByteArray("what?\r\n\r\n"); });
    QCOMPARE(routed.gateway.get("/r").status, 502);
    QCOMPARE(routed.upstream.requests().size(), 1);
}

void TestRetries::neverRepeatsARequestAfterTheAnswerBegan()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer(
        [](const ReceivedRequest &) { return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello"); });
    routed.upstream.setClosesAfterAnswer(true);
    QVERIFY(!routed.gateway.get("/r").complete);
    QCOMPARE(routed.upstream.requests().size(), 1);
}

void TestRetries::neverMixesTheAnswersOfTwoTries()
{
    RoutedUpstream routed({"retries: 1"});
    routed.upstream.setAnswer([](const ReceivedRequest &request) -> QByteArray {
        return request.connection == 1 ? "HTTP/1.1 200 OK\r\nX-Half: " : RecordingUpstream::ok("second");
    });
    routed.upstream.setClosesAfterAnswer(true);
    const RawResponse response = routed.gateway.get("/r");
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, QByteArray("second"));
    QVERIFY(response.field("X-Half").isNull());
}

void TestRetries::doesNotRepeatABadAnswerOfAKeptConnection()
{
    RoutedUpstream routed({"retries: 0"});
    QCOMPARE(routed.gateway.get("/r").status, 200);
    routed.upstream.setAnswer([](const ReceivedRequest &) { return QByteArray("what?\r\n\r\n"); });
    QCOMPARE(routed.gateway.get("/r").status, 502);
    QCOMPARE(routed.upstream.requests().size(), 2);
    QCOMPARE(routed.upstream.connections(), 1);
}

QTEST_GUILESS_MAIN(TestRetries)

#include "tst_retries.moc"
