// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/upstream_group.h"

#include <QTest>

using namespace gatehouse;

// How requests are spread over the targets of an upstream, end to end.
class TestUpstreams : public QObject
{
    Q_OBJECT

private slots:
    void roundRobinFollowsTheWeights();
    void keepsItsTurnWhenTheConfigurationChangesElsewhere();
    void twoServicesTakeTurnsTogether();
    void hashingGivesOneKeyOneServer_data();
    void hashingGivesOneKeyOneServer();
    void hashesRequestsWithoutAKeyToOneServer();
    void usesTheFallbackWhenTheFirstKeyIsMissing();
    void givesACookieAndFollowsIt();
    void replacesTheUpstreamsCookieOfTheSameName();
    void leastConnectionsLeavesABusyServerAlone();
    void latencyAnswers();
    void triesAnotherTargetWhenOneRefuses_data();
    void triesAnotherTargetWhenOneRefuses();
    void spreadsAgainAfterTargetsChanged();
};

void TestUpstreams::roundRobinFollowsTheWeights()
{
    UpstreamGroup group(3);
    QCOMPARE(group.load({}, {50, 30, 20}), QString());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(group.gateway.get("/r").status, 200);
    QCOMPARE(group.counts(), QList<int>({10, 6, 4}));
}

void TestUpstreams::keepsItsTurnWhenTheConfigurationChangesElsewhere()
{
    UpstreamGroup group(3);
    for (int i = 0; i < 20; ++i) {
        // Another limit of another service is no reason to begin anew.
        const QByteArray other = "- name: other\n  url: http://127.0.0.1:" + QByteArray::number(1000 + i) + "\n";
        QCOMPARE(group.load({}, {50, 30, 20}, other), QString());
        QCOMPARE(group.gateway.get("/r").status, 200);
    }
    QCOMPARE(group.counts(), QList<int>({10, 6, 4}));
}

void TestUpstreams::twoServicesTakeTurnsTogether()
{
    UpstreamGroup group(2);
    QCOMPARE(group.load({}, {100, 100}, "- name: s2\n  host: u.test\n  routes:\n  - name: r2\n    paths: [/two]\n"),
             QString());
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(group.gateway.get("/r").status, 200);
        QCOMPARE(group.gateway.get("/two").status, 200);
    }
    QCOMPARE(group.counts(), QList<int>({4, 4}));
}

void TestUpstreams::hashingGivesOneKeyOneServer_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("target"); // %1 is the key
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("header") << QByteArray("hash_on: header\n  hash_on_header: x-key") << QByteArray("/r")
                            << QByteArray("X-Key: %1\r\n");
    QTest::newRow("cookie") << QByteArray("hash_on: cookie\n  hash_on_cookie: sid") << QByteArray("/r")
                            << QByteArray("Cookie: a=b; sid=%1\r\n");
    QTest::newRow("path") << QByteArray("hash_on: path") << QByteArray("/r/%1") << QByteArray();
    QTest::newRow("argument") << QByteArray("hash_on: query_arg\n  hash_on_query_arg: k") << QByteArray("/r?a=b&k=%1")
                              << QByteArray();
    QTest::newRow("capture") << QByteArray("hash_on: uri_capture\n  hash_on_uri_capture: user")
                             << QByteArray("/users/%1/x") << QByteArray();
}

void TestUpstreams::hashingGivesOneKeyOneServer()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    UpstreamGroup group(3);
    QCOMPARE(group.load(rule, {100, 100, 100}), QString());
    QSet<qsizetype> used;
    for (int key = 0; key < 12; ++key) {
        const auto fill = [key](QByteArray text) {
            return text.replace("%1", QByteArray("key" + QByteArray::number(key)));
        };
        const QList<int> before = group.counts();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(group.gateway.get(fill(target), fill(fields)).status, 200);
        const qsizetype server = UpstreamGroup::onlyDifference(before, group.counts());
        QVERIFY2(server >= 0, "one key reached several servers");
        used.insert(server);
    }
    QVERIFY(used.size() > 1);
}

void TestUpstreams::hashesRequestsWithoutAKeyToOneServer()
{
    UpstreamGroup group(3);
    QCOMPARE(group.load("hash_on: header\n  hash_on_header: x-key", {100, 100, 100}), QString());
    for (int i = 0; i < 6; ++i)
        QCOMPARE(group.gateway.get("/r").status, 200);
    QVERIFY(UpstreamGroup::onlyDifference({0, 0, 0}, group.counts()) >= 0);
}

void TestUpstreams::usesTheFallbackWhenTheFirstKeyIsMissing()
{
    UpstreamGroup group(3);
    QCOMPARE(group.load("hash_on: header\n  hash_on_header: x-key\n  hash_fallback: query_arg\n"
                        "  hash_fallback_query_arg: k",
                        {100, 100, 100}),
             QString());
    for (int i = 0; i < 30; ++i)
        QCOMPARE(group.gateway.get("/r?k=" + QByteArray::number(i)).status, 200);
    QVERIFY(UpstreamGroup::onlyDifference({0, 0, 0}, group.counts()) < 0); // spread by the fallback
}

void TestUpstreams::givesACookieAndFollowsIt()
{
    UpstreamGroup group(3);
    QCOMPARE(group.load("hash_on: cookie\n  hash_on_cookie: sid\n  hash_on_cookie_path: /p", {100, 100, 100}),
             QString());
    const RawResponse first = group.gateway.get("/r");
    const QByteArray cookie = first.field("Set-Cookie");
    const QRegularExpression form(QStringLiteral(
        "^sid=[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}; Path=/p; Same-Site=Lax; HttpOnly$"));
    QVERIFY2(form.match(QString::fromLatin1(cookie)).hasMatch(), cookie.constData());
    for (int i = 0; i < 6; ++i) {
        const RawResponse again = group.gateway.get("/r", "Cookie: " + cookie.left(cookie.indexOf(';')) + "\r\n");
        QVERIFY(again.field("Set-Cookie").isNull());
    }
    QVERIFY(UpstreamGroup::onlyDifference({0, 0, 0}, group.counts()) >= 0);
}

void TestUpstreams::replacesTheUpstreamsCookieOfTheSameName()
{
    UpstreamGroup group(1);
    group.upstreams.front()->setAnswer([](const ReceivedRequest &) {
        return RecordingUpstream::ok("ok", "Set-Cookie: sid=mine; Path=/\r\nSet-Cookie: other=1\r\n");
    });
    QCOMPARE(group.load("hash_on: cookie\n  hash_on_cookie: sid", {100}), QString());
    const QByteArray head = group.gateway.get("/r").head;
    QVERIFY(!head.contains("sid=mine"));
    QVERIFY(head.contains("Set-Cookie: other=1"));
    QCOMPARE(head.toLower().count("set-cookie: sid="), 1);
}

void TestUpstreams::leastConnectionsLeavesABusyServerAlone()
{
    UpstreamGroup group(2);
    QCOMPARE(group.load("algorithm: least-connections", {100, 100}), QString());
    for (const auto &upstream : group.upstreams)
        upstream->setHoldsBack(true);
    RawClient waiting(group.gateway.port());
    waiting.send("GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    QTRY_COMPARE(group.counts().at(0) + group.counts().at(1), 1);
    const qsizetype busy = group.counts().indexOf(1);
    group.upstreams[static_cast<std::size_t>(1 - busy)]->setHoldsBack(false);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(group.gateway.get("/r").status, 200);
    QCOMPARE(group.counts().at(1 - busy), 5);
}

void TestUpstreams::latencyAnswers()
{
    UpstreamGroup group(3);
    QCOMPARE(group.load("algorithm: latency", {100, 100, 100}), QString());
    for (int i = 0; i < 10; ++i)
        QCOMPARE(group.gateway.get("/r").status, 200);
}

void TestUpstreams::triesAnotherTargetWhenOneRefuses_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("round robin") << QByteArray("algorithm: round-robin");
    QTest::newRow("least connections") << QByteArray("algorithm: least-connections");
    QTest::newRow("latency") << QByteArray("algorithm: latency");
}

void TestUpstreams::triesAnotherTargetWhenOneRefuses()
{
    QFETCH(QByteArray, rule);
    UpstreamGroup group(2);
    group.stop(0);
    QCOMPARE(group.load(rule, {100, 100}), QString());
    for (int i = 0; i < 6; ++i)
        QCOMPARE(group.gateway.get("/r").status, 200);
}

void TestUpstreams::spreadsAgainAfterTargetsChanged()
{
    UpstreamGroup group(2);
    QCOMPARE(group.load({}, {100, 0}), QString());
    QCOMPARE(group.gateway.get("/r").status, 200);
    QCOMPARE(group.load({}, {0, 100}), QString());
    QCOMPARE(group.gateway.get("/r").status, 200);
    QCOMPARE(group.counts(), QList<int>({1, 1}));
}

QTEST_GUILESS_MAIN(TestUpstreams)

#include "tst_upstreams.moc"
