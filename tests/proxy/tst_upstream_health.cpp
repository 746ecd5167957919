// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/routed_upstream.h"
#include "tests/support/tls_upstream.h"
#include "tests/support/upstream_group.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

// Passive and active health checks, and what the Admin API shows and sets of them.
class TestUpstreamHealth : public QObject
{
    Q_OBJECT

private slots:
    void aFailingTargetIsTakenOutAndPutBackByHand();
    void healthIsSharedByWorkers();
    void healthOutlivesAChangeOfTheConfiguration();
    void answers503WhenAllTargetsAreDown();
    void refusedConnectionsCountWhenTheyAreTriedAgain();
    void aLastRefusedConnectionCountsAs502();
    void aTimeoutCountsAsOne();
    void probesTakeATargetOutAndPutItBack();
    void probesOverTcpTakeATargetOut();
    void probesShowTheUpstreamsCertificate();
    void probesAskAsConfigured();
    void probesOverTlsAskTheServer_data();
    void probesOverTlsAskTheServer();
    void saysWhatItDoesNotProbe();
    void oneAddressCanBeSet();
    void marksNothingWithoutChecks();
    void showsTheBalancersHealth();

private:
    static QJsonObject admin(UpstreamGroup &group, const QByteArray &method, const QString &path, int expected = 200);
    static QStringList healths(UpstreamGroup &group);

    static const QByteArray passive;
};

const QByteArray TestUpstreamHealth::passive =
    "healthchecks:\n    passive:\n      healthy:\n        successes: 1\n      unhealthy:\n        http_failures: 1\n"
    "        tcp_failures: 1\n        timeouts: 1\n        http_statuses: [500]";

static QByteArray failure(const ReceivedRequest &)
{
    return "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n";
}

QJsonObject TestUpstreamHealth::admin(UpstreamGroup &group, const QByteArray &method, const QString &path, int expected)
{
    const RawResponse reply = group.gateway.askAdmin(method, path.toUtf8());
    if (reply.status != expected)
        qFatal("%s %s: %d %s", method.constData(), qUtf8Printable(path), reply.status, reply.body.constData());
    return QJsonDocument::fromJson(reply.body).object();
}

// In the order of the ports.
QStringList TestUpstreamHealth::healths(UpstreamGroup &group)
{
    QStringList list;
    const QJsonArray rows = admin(group, "GET", u"/upstreams/u.test/health"_s).value("data"_L1).toArray();
    for (qsizetype i = 0; i < group.ports.size(); ++i) {
        for (const QJsonValue &row : rows) {
            if (row["target"_L1].toString() == QString::fromLatin1(group.target(i)))
                list << row["health"_L1].toString();
        }
    }
    return list;
}

void TestUpstreamHealth::aFailingTargetIsTakenOutAndPutBackByHand()
{
    UpstreamGroup group(2);
    QCOMPARE(group.load(passive, {100, 100}), QString());
    QCOMPARE(healths(group), QStringList({u"HEALTHY"_s, u"HEALTHY"_s}));
    group.upstreams[0]->setAnswer(failure);
    for (int i = 0; i < 10; ++i)
        (void)group.gateway.get("/r");
    QCOMPARE(group.counts(), QList<int>({1, 9}));
    QCOMPARE(healths(group), QStringList({u"UNHEALTHY"_s, u"HEALTHY"_s}));

    group.upstreams[0]->setAnswer([](const ReceivedRequest &) { return RecordingUpstream::ok(); });
    const QString path = u"/upstreams/u.test/targets/%1/"_s.arg(QString::fromLatin1(group.target(0)));
    (void)admin(group, "PUT", path + u"healthy"_s, 204);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(group.gateway.get("/r").status, 200);
    QCOMPARE(group.counts(), QList<int>({3, 11}));
    (void)admin(group, "PUT", path + u"unhealthy"_s, 204);
    QCOMPARE(healths(group), QStringList({u"UNHEALTHY"_s, u"HEALTHY"_s}));
}

void TestUpstreamHealth::healthIsSharedByWorkers()
{
    UpstreamGroup group(2, 2);
    QCOMPARE(group.load(passive, {100, 100}), QString());
    group.upstreams[0]->setAnswer(failure);
    int failures = 0;
    for (int i = 0; i < 20; ++i) // connections go to the workers in turn
        failures += group.gateway.get("/r").status == 500 ? 1 : 0;
    QCOMPARE(failures, 1);
}

void TestUpstreamHealth::healthOutlivesAChangeOfTheConfiguration()
{
    UpstreamGroup group(2);
    QCOMPARE(group.load(passive, {100, 100}), QString());
    group.upstreams[0]->setAnswer(failure);
    for (int i = 0; i < 2; ++i)
        (void)group.gateway.get("/r");
    QCOMPARE(group.load(passive, {100, 50}), QString());
    for (int i = 0; i < 6; ++i)
        QCOMPARE(group.gateway.get("/r").status, 200);
    QCOMPARE(healths(group), QStringList({u"UNHEALTHY"_s, u"HEALTHY"_s}));
}

void TestUpstreamHealth::answers503WhenAllTargetsAreDown()
{
    UpstreamGroup group(1);
    QCOMPARE(group.load(passive, {100}), QString());
    group.upstreams[0]->setAnswer(failure);
    QCOMPARE(group.gateway.get("/r").status, 500);
    const RawResponse response = group.gateway.get("/r");
    QCOMPARE(response.status, 503);
    QVERIFY(response.body.contains("failure to get a peer from the ring-balancer"));
}

void TestUpstreamHealth::refusedConnectionsCountWhenTheyAreTriedAgain()
{
    UpstreamGroup group(2);
    group.stop(0);
    QCOMPARE(group.load(passive, {100, 100}), QString());
    for (int i = 0; i < 2; ++i)
        QCOMPARE(group.gateway.get("/r").status, 200);
    QCOMPARE(healths(group), QStringList({u"UNHEALTHY"_s, u"HEALTHY"_s}));
}

void TestUpstreamHealth::aLastRefusedConnectionCountsAs502()
{
    UpstreamGroup group(1);
    group.stop(0);
    QCOMPARE(group.load(passive, {100}, {}, "  retries: 0\n"), QString());
    QCOMPARE(group.gateway.get("/r").status, 502);
    QCOMPARE(healths(group), QStringList({u"HEALTHY"_s})); // 502 is in no list
    QByteArray counting = passive;
    QCOMPARE(group.load(counting.replace("[500]", "[500, 502]"), {100}, {}, "  retries: 0\n"), QString());
    QCOMPARE(group.gateway.get("/r").status, 502);
    QCOMPARE(healths(group), QStringList({u"UNHEALTHY"_s}));
}

void TestUpstreamHealth::aTimeoutCountsAsOne()
{
    UpstreamGroup group(1);
    group.upstreams[0]->setHoldsBack(true);
    QCOMPARE(group.load(passive, {100}, {}, "  retries: 0\n  read_timeout: 50\n"), QString());
    QCOMPARE(group.gateway.get("/r").status, 504);
    QCOMPARE(healths(group), QStringList({u"UNHEALTHY"_s}));
}

void TestUpstreamHealth::probesTakeATargetOutAndPutItBack()
{
    UpstreamGroup group(2);
    group.upstreams[0]->setAnswer(failure);
    QCOMPARE(group.load("healthchecks:\n    active:\n      healthy:\n        interval: 0.05\n        successes: 1\n"
                        "      unhealthy:\n        interval: 0.05\n        http_failures: 2",
                        {100, 100}),
             QString());
    QTRY_COMPARE(healths(group), QStringList({u"UNHEALTHY"_s, u"HEALTHY"_s}));
    QCOMPARE(group.gateway.get("/r").status, 200);
    QCOMPARE(group.gateway.get("/r").status, 200);
    group.upstreams[0]->setAnswer([](const ReceivedRequest &) { return RecordingUpstream::ok(); });
    QTRY_COMPARE(healths(group), QStringList({u"HEALTHY"_s, u"HEALTHY"_s}));
}

void TestUpstreamHealth::probesOverTcpTakeATargetOut()
{
    UpstreamGroup group(2);
    group.upstreams[1]->setAnswer(failure); // it listens, which is all that is asked
    group.stop(0);
    QCOMPARE(group.load("healthchecks:\n    active:\n      type: tcp\n      healthy:\n        interval: 0.05\n"
                        "        successes: 1\n      unhealthy:\n        interval: 0.05\n        tcp_failures: 1",
                        {100, 100}),
             QString());
    const QString second = u"/upstreams/u.test/targets/%1/"_s.arg(QString::fromLatin1(group.target(1)));
    (void)admin(group, "PUT", second + u"unhealthy"_s, 204);
    QTRY_COMPARE(healths(group), QStringList({u"UNHEALTHY"_s, u"HEALTHY"_s}));
    QVERIFY(group.upstreams[1]->requests().isEmpty());
    QCOMPARE(group.gateway.gateway().warnings(), QStringList());
}

void TestUpstreamHealth::probesShowTheUpstreamsCertificate()
{
    const TestAuthority authority;
    const TlsUpstream server(authority.issue({"server.test", "DNS:server.test"}), {}, {authority.certificate()});
    const TestAuthority::Issued own = authority.issue({"prober", {}});
    UpstreamGroup group(1);
    group.ports = {server.port()};
    const QByteArray id = "11111111-2222-4333-8444-555555555555";
    const auto indented = [](QByteArray pem) { return pem.trimmed().replace("\n", "\n    "); };
    const QByteArray certificates = "certificates:\n- id: " + id + "\n  cert: |\n    " + indented(own.certificate) +
                                    "\n  key: |\n    " + indented(own.key) + "\n";
    QCOMPARE(group.load("client_certificate: " + id +
                            "\n  healthchecks:\n    active:\n      type: https\n      https_verify_certificate: false\n"
                            "      https_sni: server.test\n      healthy:\n        interval: 0.05",
                        {100}, certificates),
             QString());
    QTRY_VERIFY(!server.connections().isEmpty());
    QTRY_COMPARE(server.connections().first().clientName, QByteArray("prober"));
}

void TestUpstreamHealth::probesAskAsConfigured()
{
    UpstreamGroup group(1);
    QCOMPARE(group.load("host_header: h.test\n  healthchecks:\n    active:\n      http_path: /health\n"
                        "      headers:\n        X-Probe: [one, two]\n      healthy:\n        interval: 0.05",
                        {100}),
             QString());
    QTRY_VERIFY(!group.upstreams[0]->requests().isEmpty());
    const ReceivedRequest request = group.upstreams[0]->requests().first();
    QCOMPARE(request.requestLine(), QByteArray("GET /health HTTP/1.0"));
    QCOMPARE(request.field("Host"), QByteArray("h.test"));
    QCOMPARE(request.fieldCount("X-Probe"), 2);
}

void TestUpstreamHealth::probesOverTlsAskTheServer_data()
{
    QTest::addColumn<QByteArray>("verify");
    QTest::addColumn<QString>("health");
    QTest::newRow("any certificate will do") << QByteArray("false") << u"HEALTHY"_s;
    QTest::newRow("a self-signed certificate will not") << QByteArray("true") << u"UNHEALTHY"_s;
}

void TestUpstreamHealth::probesOverTlsAskTheServer()
{
    QFETCH(QByteArray, verify);
    QFETCH(QString, health);
    UpstreamGroup group(1);
    RoutedUpstream server; // speaks TLS with a certificate of its own making
    group.ports = {server.gateway.tlsPort()};
    QCOMPARE(group.load("healthchecks:\n    active:\n      type: https\n      https_verify_certificate: " + verify +
                            "\n      https_sni: localhost\n      healthy:\n        interval: 0.05\n"
                            "        successes: 1\n      unhealthy:\n        interval: 0.05\n        tcp_failures: 1",
                        {100}),
             QString());
    const QString target = u"/upstreams/u.test/targets/%1/"_s.arg(QString::fromLatin1(group.target(0)));
    // It begins as what it must not stay.
    (void)admin(group, "PUT", target + (health == u"HEALTHY"_s ? u"unhealthy"_s : u"healthy"_s), 204);
    QTRY_COMPARE(healths(group), QStringList({health}));
    QCOMPARE(!server.upstream.requests().isEmpty(), health == u"HEALTHY"_s);
}

void TestUpstreamHealth::saysWhatItDoesNotProbe()
{
    UpstreamGroup group(1);
    QCOMPARE(group.load("healthchecks:\n    active:\n      type: grpc\n      healthy:\n        interval: 1", {100}),
             QString());
    QVERIFY(group.gateway.gateway().warnings().join(u' ').contains(u"not probed by grpc"_s));
}

void TestUpstreamHealth::oneAddressCanBeSet()
{
    UpstreamGroup group(2);
    QCOMPARE(group.load(passive, {100, 100}), QString());
    const QString target = QString::fromLatin1(group.target(0));
    (void)admin(group, "PUT", u"/upstreams/u.test/targets/%1/%1/unhealthy"_s.arg(target), 204);
    QCOMPARE(healths(group), QStringList({u"UNHEALTHY"_s, u"HEALTHY"_s}));
    (void)admin(group, "PUT", u"/upstreams/u.test/targets/%1/127.0.0.9:1/healthy"_s.arg(target), 204); // none of its
    QCOMPARE(healths(group), QStringList({u"UNHEALTHY"_s, u"HEALTHY"_s}));
}

void TestUpstreamHealth::marksNothingWithoutChecks()
{
    UpstreamGroup group(1);
    QCOMPARE(group.load({}, {100}), QString());
    QCOMPARE(healths(group), QStringList({u"HEALTHCHECKS_OFF"_s}));
    const QString path = u"/upstreams/u.test/targets/%1/unhealthy"_s.arg(QString::fromLatin1(group.target(0)));
    QCOMPARE(admin(group, "PUT", path, 400).value("message"_L1).toString(), u"no healthchecker found for u.test"_s);
}

void TestUpstreamHealth::showsTheBalancersHealth()
{
    UpstreamGroup group(2);
    QCOMPARE(group.load(passive, {100, 300}), QString());
    (void)admin(group, "PUT", u"/upstreams/u.test/targets/%1/unhealthy"_s.arg(QString::fromLatin1(group.target(0))),
                204);
    const QJsonObject data =
        admin(group, "GET", u"/upstreams/u.test/health?balancer_health=1"_s).value("data"_L1).toObject();
    QCOMPARE(data["health"_L1].toString(), u"HEALTHY"_s);
    const QJsonValue weight = data["details"_L1]["weight"_L1];
    QCOMPARE(weight["total"_L1].toInt(), 400);
    QCOMPARE(weight["available"_L1].toInt(), 300);
}

QTEST_GUILESS_MAIN(TestUpstreamHealth)

#include "tst_upstream_health.moc"
