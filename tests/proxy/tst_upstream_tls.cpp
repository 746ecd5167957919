// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gateway_fixture.h"
#include "tests/support/https_setup.h"
#include "tests/support/tls_upstream.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

// Services with protocol https: who is asked for, who is believed, and that connections pass bytes as plain ones do
// (RFC 8446, 9525; nginx's proxy_ssl_* as Kong sets them).
class TestUpstreamTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void verifiesWhatItIsAskedTo_data();
    void verifiesWhatItIsAskedTo();
    void limitsTheDepthOfTheChain_data();
    void limitsTheDepthOfTheChain();
    void asksForTheHostOfTheRequest();
    void asksForNoAddress();
    void offersHttp11();
    void showsTheClientCertificate_data();
    void showsTheClientCertificate();
    void answers502WithoutADemandedCertificate();
    void keepsConnections();
    void sharesNoConnectionBetweenNames();
    void sharesNoConnectionBetweenCertificates();
    void resumesSessions_data();
    void resumesSessions();
    void relaysLargeBodies();
    void takesAnEndWithoutGoodbye();
    void cutsWhatIsCut();
    void timesOutInTheHandshake();
    void triesAgainAfterAFailedHandshake();
    void tunnelsWebSocket();

private:
    // What a client gets of an answer that ends without a goodbye.
    RawResponse throughGateway(const QByteArray &answer);

    TestAuthority m_authority;
    TestAuthority m_stranger{"Stranger"};
    TestAuthority::Issued m_good;
};

namespace {

constexpr const char *authorityId = "11111111-1111-4111-8111-111111111111";
constexpr const char *clientId = "22222222-2222-4222-8222-222222222222";
constexpr const char *otherClientId = "33333333-3333-4333-8333-333333333333";

QByteArray trusting(const QByteArray &authority)
{
    return QByteArray("ca_certificates:\n- id: ") + authorityId + "\n  cert: |\n" + yamlBlock(authority);
}

QByteArray verifying(int depth = -1)
{
    QByteArray fields = QByteArray("  tls_verify: true\n  ca_certificates: [") + authorityId + "]\n  retries: 0\n";
    if (depth >= 0)
        fields += "  tls_verify_depth: " + QByteArray::number(depth) + "\n";
    return fields;
}

TlsUpstream::Answer ok(const QByteArray &body)
{
    return {"HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body};
}

} // namespace

void TestUpstreamTls::initTestCase()
{
    m_good = m_authority.issue({"good.test", "DNS:good.test,DNS:*.wild.test"});
}

void TestUpstreamTls::verifiesWhatItIsAskedTo_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<TestAuthority::Wish>("wish");
    QTest::addColumn<bool>("fromStranger");
    QTest::addColumn<QByteArray>("verify"); // null: as verifying() says
    QTest::addColumn<int>("status");
    using Wish = TestAuthority::Wish;
    const QByteArray good = "good.test";
    const Wish wish{good, "DNS:good.test"};
    QTest::newRow("good") << good << wish << false << QByteArray() << 200;
    QTest::newRow("another case") << QByteArray("GOOD.test") << wish << false << QByteArray() << 200;
    QTest::newRow("wildcard") << QByteArray("a.wild.test") << Wish{"x", "DNS:*.wild.test"} << false << QByteArray()
                              << 200;
    QTest::newRow("9525 6.3 wildcard of two labels")
        << QByteArray("a.b.wild.test") << Wish{"x", "DNS:*.wild.test"} << false << QByteArray() << 502;
    QTest::newRow("wrong name") << QByteArray("bad.test") << wish << false << QByteArray() << 502;
    QTest::newRow("9525 2 common name only") << good << Wish{good, {}} << false << QByteArray() << 502;
    QTest::newRow("unknown authority") << good << wish << true << QByteArray() << 502;
    QTest::newRow("expired") << good << Wish{good, "DNS:good.test", -30, -1} << false << QByteArray() << 502;
    QTest::newRow("not yet") << good << Wish{good, "DNS:good.test", 1, 30} << false << QByteArray() << 502;
    QTest::newRow("address") << QByteArray("127.0.0.1") << Wish{"x", "IP:127.0.0.1"} << false << QByteArray() << 200;
    QTest::newRow("address as name") << QByteArray("127.0.0.1") << Wish{"127.0.0.1", "DNS:127.0.0.1"} << false
                                     << QByteArray() << 502;
    QTest::newRow("no verification") << good << wish << true << QByteArray("  tls_verify: false\n") << 200;
    QTest::newRow("null") << QByteArray("bad.test") << wish << true << QByteArray("  retries: 0\n") << 200;
    QTest::newRow("nobody to trust") << good << wish << false << QByteArray("  tls_verify: true\n  retries: 0\n")
                                     << 502;
}

void TestUpstreamTls::verifiesWhatItIsAskedTo()
{
    QFETCH(QByteArray, host);
    QFETCH(TestAuthority::Wish, wish);
    QFETCH(bool, fromStranger);
    QFETCH(QByteArray, verify);
    QFETCH(int, status);
    TlsUpstream upstream((fromStranger ? m_stranger : m_authority).issue(wish));
    HttpsSetup setup;
    setup.hostHeader = host;
    setup.fields = verify.isNull() ? verifying() : verify;
    setup.more = trusting(m_authority.certificate());
    GatewayFixture gateway;
    QCOMPARE(gateway.load(setup.document(upstream.port())), QString());
    QCOMPARE(gateway.get("/").status, status);
}

void TestUpstreamTls::limitsTheDepthOfTheChain_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("status");
    QTest::newRow("none allowed") << 0 << 502;
    QTest::newRow("one by default") << -1 << 502;
    QTest::newRow("one") << 1 << 502;
    QTest::newRow("two") << 2 << 200;
    QTest::newRow("many") << 10 << 200;
}

// Two authorities stand between the server and the one that is trusted.
void TestUpstreamTls::limitsTheDepthOfTheChain()
{
    QFETCH(int, depth);
    QFETCH(int, status);
    const TestAuthority upper(m_authority, "Upper");
    const TestAuthority lower(upper, "Lower");
    TlsUpstream upstream(lower.issue({"good.test", "DNS:good.test"}), lower.certificate() + upper.certificate());
    HttpsSetup setup;
    setup.fields = verifying(depth);
    setup.more = trusting(m_authority.certificate());
    GatewayFixture gateway;
    QCOMPARE(gateway.load(setup.document(upstream.port())), QString());
    QCOMPARE(gateway.get("/").status, status);
}

void TestUpstreamTls::asksForTheHostOfTheRequest()
{
    TlsUpstream upstream(m_good);
    HttpsSetup setup;
    setup.routeFields = "    preserve_host: true\n";
    GatewayFixture gateway;
    QCOMPARE(gateway.load(setup.document(upstream.port())), QString());
    QCOMPARE(gateway.send("GET / HTTP/1.1\r\nHost: asked.test:8443\r\n\r\n").status, 200);
    QCOMPARE(upstream.connections().value(0).serverName, QByteArray("asked.test"));
}

// RFC 6066 3: literal addresses are not permitted in SNI.
void TestUpstreamTls::asksForNoAddress()
{
    TlsUpstream upstream(m_good);
    HttpsSetup setup;
    setup.hostHeader = "127.0.0.1";
    GatewayFixture gateway;
    QCOMPARE(gateway.load(setup.document(upstream.port())), QString());
    QCOMPARE(gateway.get("/").status, 200);
    QCOMPARE(upstream.connections().value(0).serverName, QByteArray());
}

void TestUpstreamTls::offersHttp11()
{
    TlsUpstream upstream(m_good);
    GatewayFixture gateway;
    QCOMPARE(gateway.load(HttpsSetup().document(upstream.port())), QString());
    QCOMPARE(gateway.get("/").status, 200);
    QCOMPARE(upstream.connections().value(0).protocol, QByteArray("http/1.1"));
    QCOMPARE(upstream.connections().value(0).serverName, QByteArray("good.test"));
}

void TestUpstreamTls::showsTheClientCertificate_data()
{
    QTest::addColumn<bool>("ofService");
    QTest::addColumn<bool>("ofUpstream");
    QTest::addColumn<bool>("onlyTls12");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("of the service") << true << false << false << QByteArray("client");
    QTest::newRow("of the upstream") << false << true << false << QByteArray("other");
    QTest::newRow("of the service first") << true << true << false << QByteArray("client");
    QTest::newRow("TLS 1.2") << true << false << true << QByteArray("client");
}

void TestUpstreamTls::showsTheClientCertificate()
{
    QFETCH(bool, ofService);
    QFETCH(bool, ofUpstream);
    QFETCH(bool, onlyTls12);
    QFETCH(QByteArray, shown);
    TlsUpstream upstream(m_good, {}, {m_authority.certificate(), onlyTls12});
    HttpsSetup setup;
    if (ofService)
        setup.fields = QByteArray("  client_certificate: {id: ") + clientId + "}\n";
    if (ofUpstream)
        setup.upstreamFields = QByteArray("  client_certificate: {id: ") + otherClientId + "}\n";
    setup.more = "certificates:\n" + certificateRow(clientId, m_authority.issue({"client", {}})) +
                 certificateRow(otherClientId, m_authority.issue({"other", {}}));
    GatewayFixture gateway;
    QCOMPARE(gateway.load(setup.document(upstream.port())), QString());
    QCOMPARE(gateway.get("/").status, 200);
    QCOMPARE(upstream.connections().value(0).clientName, shown);
}

void TestUpstreamTls::answers502WithoutADemandedCertificate()
{
    TlsUpstream upstream(m_good, {}, {m_authority.certificate()});
    HttpsSetup setup;
    setup.fields = "  retries: 1\n";
    GatewayFixture gateway;
    QCOMPARE(gateway.load(setup.document(upstream.port())), QString());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^TLS with upstream 127.0.0.1:.* failed: "_s));
    QCOMPARE(gateway.get("/").status, 502);
}

void TestUpstreamTls::keepsConnections()
{
    TlsUpstream upstream(m_good);
    GatewayFixture gateway;
    QCOMPARE(gateway.load(HttpsSetup().document(upstream.port())), QString());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(gateway.get("/").status, 200);
    QCOMPARE(upstream.connections().size(), 1);
    QCOMPARE(upstream.connections().value(0).requests.size(), 5);
}

void TestUpstreamTls::sharesNoConnectionBetweenNames()
{
    TlsUpstream upstream(m_good);
    HttpsSetup setup;
    setup.routeFields = "    preserve_host: true\n";
    GatewayFixture gateway;
    QCOMPARE(gateway.load(setup.document(upstream.port())), QString());
    for (const char *name : {"a.test", "b.test", "a.test"})
        QCOMPARE(gateway.send(QByteArray("GET / HTTP/1.1\r\nHost: ") + name + "\r\n\r\n").status, 200);
    QCOMPARE(upstream.connections().size(), 2);
    QCOMPARE(upstream.connections().value(0).requests.size(), 2);
    QCOMPARE(upstream.connections().value(1).serverName, QByteArray("b.test"));
}

// The configuration changes the certificate: a connection that was opened with the other one is not used any more.
void TestUpstreamTls::sharesNoConnectionBetweenCertificates()
{
    TlsUpstream upstream(m_good, {}, {m_authority.certificate()});
    HttpsSetup setup;
    setup.fields = QByteArray("  client_certificate: {id: ") + clientId + "}\n";
    setup.more = "certificates:\n" + certificateRow(clientId, m_authority.issue({"client", {}}));
    GatewayFixture gateway;
    QCOMPARE(gateway.load(setup.document(upstream.port())), QString());
    QCOMPARE(gateway.get("/").status, 200);
    setup.more = "certificates:\n" + certificateRow(clientId, m_authority.issue({"later", {}}));
    QCOMPARE(gateway.load(setup.document(upstream.port())), QString());
    QCOMPARE(gateway.get("/").status, 200);
    QCOMPARE(upstream.connections().size(), 2);
    QCOMPARE(upstream.connections().value(1).clientName, QByteArray("later"));
    QVERIFY(!upstream.connections().value(1).resumed);
}

void TestUpstreamTls::resumesSessions_data()
{
    QTest::addColumn<bool>("onlyTls12");
    QTest::newRow("TLS 1.2") << true;
    QTest::newRow("TLS 1.3") << false;
}

void TestUpstreamTls::resumesSessions()
{
    QFETCH(bool, onlyTls12);
    TlsUpstream upstream(m_good, {}, {{}, onlyTls12});
    upstream.setAnswer([](const QByteArray &) -> TlsUpstream::Answer {
        return {"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok", TlsUpstream::Answer::Goodbye};
    });
    HttpsSetup setup;
    setup.fields = verifying();
    setup.more = trusting(m_authority.certificate());
    GatewayFixture gateway;
    QCOMPARE(gateway.load(setup.document(upstream.port())), QString());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(gateway.get("/").status, 200);
    QCOMPARE(upstream.connections().size(), 3);
    QVERIFY(!upstream.connections().value(0).resumed);
    QVERIFY(upstream.connections().value(1).resumed);
    QVERIFY(upstream.connections().value(2).resumed);
}

void TestUpstreamTls::relaysLargeBodies()
{
    const QByteArray body = QByteArray("0123456789abcdef").repeated(512 * 1024); // 8 MiB
    TlsUpstream upstream(m_good);
    upstream.setAnswer([&body](const QByteArray &) { return ok(body); });
    GatewayFixture gateway;
    QCOMPARE(gateway.load(HttpsSetup().document(upstream.port())), QString());
    for (int i = 0; i < 2; ++i) {
        const RawResponse response =
            gateway.send("POST / HTTP/1.1\r\nHost: gw.test\r\nContent-Length: " + QByteArray::number(body.size()) +
                         "\r\n\r\n" + body);
        QCOMPARE(response.status, 200);
        QVERIFY(response.body == body);
        const QByteArray received = upstream.connections().value(0).requests.value(i);
        QVERIFY(received.mid(received.indexOf("\r\n\r\n") + 4) == body);
    }
}

RawResponse TestUpstreamTls::throughGateway(const QByteArray &answer)
{
    TlsUpstream upstream(m_good);
    upstream.setAnswer([answer](const QByteArray &) -> TlsUpstream::Answer {
        return {answer, TlsUpstream::Answer::Cut};
    });
    GatewayFixture gateway;
    if (const QString problem = gateway.load(HttpsSetup().document(upstream.port())); !problem.isEmpty())
        qFatal("%s", qUtf8Printable(problem));
    return gateway.get("/");
}

// nginx takes it for the end; there is no length that could say otherwise.
void TestUpstreamTls::takesAnEndWithoutGoodbye()
{
    const RawResponse response = throughGateway("HTTP/1.1 200 OK\r\n\r\nall there is");
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, QByteArray("all there is"));
    QVERIFY(response.complete);
}

void TestUpstreamTls::cutsWhatIsCut()
{
    const RawResponse response = throughGateway("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
    QCOMPARE(response.status, 200);
    QVERIFY(!response.complete);
}

void TestUpstreamTls::timesOutInTheHandshake()
{
    TlsUpstream upstream(m_good, {}, {{}, false, true});
    HttpsSetup setup;
    setup.fields = "  retries: 0\n  connect_timeout: 100\n";
    GatewayFixture gateway;
    QCOMPARE(gateway.load(setup.document(upstream.port())), QString());
    QCOMPARE(gateway.get("/").status, 504);
}

// The request was not sent yet, so even a POST may go to the next target.
void TestUpstreamTls::triesAgainAfterAFailedHandshake()
{
    TlsUpstream bad(m_stranger.issue({"good.test", "DNS:good.test"}));
    TlsUpstream good(m_good);
    HttpsSetup setup;
    setup.fields = QByteArray("  tls_verify: true\n  retries: 5\n  ca_certificates: [") + authorityId + "]\n";
    QByteArray document = setup.document(bad.port());
    document += "  - target: 127.0.0.1:" + QByteArray::number(good.port()) + "\n" + trusting(m_authority.certificate());
    GatewayFixture gateway;
    QCOMPARE(gateway.load(document), QString());
    for (int i = 0; i < 4; ++i)
        QCOMPARE(gateway.send("POST / HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 2\r\n\r\nhi").status, 200);
    QVERIFY(bad.connections().value(0).requests.isEmpty());
}

void TestUpstreamTls::tunnelsWebSocket()
{
    TlsUpstream upstream(m_good);
    upstream.setAnswer([](const QByteArray &request) -> TlsUpstream::Answer {
        if (request.startsWith("GET "))
            return {"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\nhello"};
        return {"echo " + request, TlsUpstream::Answer::Goodbye};
    });
    GatewayFixture gateway;
    QCOMPARE(gateway.load(HttpsSetup().document(upstream.port())), QString());
    RawClient client(gateway.port());
    client.send("GET / HTTP/1.1\r\nHost: gw.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    QByteArray received;
    const auto readUntil = [&client, &received](const QByteArray &end) {
        while (!received.endsWith(end) && client.socket().waitForReadyRead(5000))
            received += client.socket().readAll();
        return received.endsWith(end);
    };
    QVERIFY(readUntil("hello"));
    QVERIFY(received.startsWith("HTTP/1.1 101 "));
    client.send("bytes\r\n\r\n");
    QVERIFY(readUntil("echo bytes\r\n\r\n"));
    QVERIFY(client.waitForClose());
}

QTEST_GUILESS_MAIN(TestUpstreamTls)
#include "tst_upstream_tls.moc"
