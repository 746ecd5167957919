// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"
#include "tests/support/routed_upstream.h"
#include "tests/support/sanitizer.h"
#include "tests/support/tls_client.h"

#include <QProcess>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

// The TLS port: who is presented, what is refused, and that bytes pass as they do on the plain one (RFC 8446, 9325).
class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void presentsTheCertificateOfTheName_data();
    void presentsTheCertificateOfTheName();
    void speaksBothVersions_data();
    void speaksBothVersions();
    void offersHttp11();
    void tellsTheUpstreamThatItWasHttps();
    void keepsPlainRequestsFromHttpsRoutes();
    void redirectsPlainRequests_data();
    void redirectsPlainRequests();
    void answersPipelinedRequests();
    void relaysLargeBodies();
    void endsWithAGoodbye();
    void answersPlainRequestsWithAnError();
    void answersAHandshakeOnThePlainPortWithAnError();
    void survivesAClientThatLeavesInTheHandshake();
    void presentsTheDefaultCertificateWithoutAName();
    void presentsTheDefaultCertificateOfTheAskedKind_data();
    void presentsTheDefaultCertificateOfTheAskedKind();
    void refusesWhatIsOutdated_data();
    void refusesWhatIsOutdated();
    void resumesSessions_data();
    void resumesSessions();
    void swapsCertificatesUnderOpenConnections();
    void readsRequestsInManySmallRecords();
};

namespace {

constexpr int patience = 5000; // ms

QByteArray get(const QByteArray &fields = {})
{
    return "GET /r HTTP/1.1\r\nHost: gw.test\r\n" + fields + "\r\n";
}

QByteArray indented(const char *pem)
{
    return "    " + QByteArray(pem).trimmed().replace("\n", "\n    ") + "\n";
}

QByteArray certificateDocument(quint16 upstreamPort)
{
    return RoutedUpstream::documentFor(upstreamPort, {}, {}) + "certificates:\n- cert: |\n" +
           indented(samples::certificateA) + "  key: |\n" + indented(samples::keyA) +
           "  snis:\n  - name: a.example\n  - name: a.b.example\n- cert: |\n" + indented(samples::certificateB) +
           "  key: |\n" + indented(samples::keyB) +
           "  snis:\n  - name: b.example\n  - name: \"*.b.example\"\n  - name: \"ends.*\"\n";
}

// What `openssl s_client` says of a connection on which it sends one request.
QString askedByOpenssl(quint16 port, const QStringList &arguments)
{
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(u"openssl"_s,
                 QStringList{u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(port), u"-ign_eof"_s} + arguments);
    client.write(get("Connection: close\r\n"));
    client.closeWriteChannel();
    client.waitForFinished(patience);
    return QString::fromUtf8(client.readAll());
}

} // namespace

void TestTls::initTestCase()
{
    QVERIFY2(QSslSocket::supportsSsl(), "Qt has no TLS backend here");
}

void TestTls::presentsTheCertificateOfTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("presented");
    QTest::newRow("exact") << u"a.example"_s << u"a.example"_s;
    QTest::newRow("another") << u"b.example"_s << u"b.example"_s;
    QTest::newRow("wildcard") << u"x.b.example"_s << u"b.example"_s;
    QTest::newRow("another case") << u"A.EXAMPLE"_s << u"a.example"_s;
    QTest::newRow("wildcard of two labels") << u"x.y.b.example"_s << u"localhost"_s;
    QTest::newRow("wildcard at the end") << u"ends.test"_s << u"b.example"_s;
    QTest::newRow("exact before wildcard") << u"a.b.example"_s << u"a.example"_s;
    QTest::newRow("unknown") << u"c.example"_s << u"localhost"_s;
}

void TestTls::presentsTheCertificateOfTheName()
{
    QFETCH(QString, name);
    QFETCH(QString, presented);
    RecordingUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(gateway.load(certificateDocument(upstream.port())), QString());
    TlsClient client(gateway.tlsPort(), name);
    QVERIFY(client.isEncrypted());
    QCOMPARE(client.socket().peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0), presented);
}

void TestTls::speaksBothVersions_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("5246 TLS 1.2") << int(QSsl::TlsV1_2);
    QTest::newRow("8446 TLS 1.3") << int(QSsl::TlsV1_3);
}

void TestTls::speaksBothVersions()
{
    QFETCH(int, protocol);
    RoutedUpstream routed;
    TlsClient client(routed.gateway.tlsPort(), u"gw.test"_s, static_cast<QSsl::SslProtocol>(protocol));
    QVERIFY(client.isEncrypted());
    QCOMPARE(int(client.socket().sessionProtocol()), protocol);
}

// RFC 7301: only what is spoken is offered.
void TestTls::offersHttp11()
{
    RoutedUpstream routed;
    TlsClient client(routed.gateway.tlsPort());
    QCOMPARE(client.socket().sslConfiguration().nextNegotiatedProtocol(), QByteArray("http/1.1"));
}

void TestTls::tellsTheUpstreamThatItWasHttps()
{
    RoutedUpstream routed;
    TlsClient client(routed.gateway.tlsPort());
    client.send(get("Connection: close\r\n"));
    QVERIFY(client.receive(100000).startsWith("HTTP/1.1 200 "));
    const ReceivedRequest received = routed.upstream.requests().value(0);
    QCOMPARE(received.field("X-Forwarded-Proto"), QByteArray("https"));
    QCOMPARE(received.field("X-Forwarded-Port"), QByteArray::number(routed.gateway.tlsPort()));
}

void TestTls::keepsPlainRequestsFromHttpsRoutes()
{
    RoutedUpstream routed({}, {"protocols: [https]"});
    QCOMPARE(routed.gateway.send(get()).status, 426);
    TlsClient client(routed.gateway.tlsPort());
    client.send(get("Connection: close\r\n"));
    QVERIFY(client.receive(100000).startsWith("HTTP/1.1 200 "));
    QCOMPARE(routed.upstream.requests().size(), 1);
}

void TestTls::redirectsPlainRequests_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("301") << 301 << QByteArray("gw.test") << QByteArray("https://gw.test/r?q=1");
    QTest::newRow("302 without the port") << 302 << QByteArray("gw.test:8000") << QByteArray("https://gw.test/r?q=1");
    QTest::newRow("307 in lower case") << 307 << QByteArray("GW.test") << QByteArray("https://gw.test/r?q=1");
    QTest::newRow("308 of an address") << 308 << QByteArray("[::1]:8000") << QByteArray("https://[::1]/r?q=1");
}

// kong/runloop/handler.lua: nginx's $host, which has no port, and the target as it came.
void TestTls::redirectsPlainRequests()
{
    QFETCH(int, status);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, location);
    RoutedUpstream routed({}, {"protocols: [https]", "https_redirect_status_code: " + QByteArray::number(status)});
    const RawResponse response = routed.gateway.send("GET /r?q=1 HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    QCOMPARE(response.status, status);
    QCOMPARE(response.field("Location"), location);
}

// Both arrive in one record: the second one waits inside the session, not on the socket.
void TestTls::answersPipelinedRequests()
{
    RoutedUpstream routed;
    TlsClient client(routed.gateway.tlsPort());
    client.send(get() + get("Connection: close\r\n"));
    QCOMPARE(client.receive(100000).count("HTTP/1.1 200 "), 2);
    QCOMPARE(routed.upstream.requests().size(), 2);
}

void TestTls::relaysLargeBodies()
{
    const QByteArray body = QByteArray("0123456789abcdef").repeated(1024 * 1024); // 16 MiB
    RoutedUpstream routed;
    const QByteArray answer = RecordingUpstream::ok(body);
    routed.upstream.setAnswer([&answer](const ReceivedRequest &) { return answer; });
    TlsClient client(routed.gateway.tlsPort());
    client.send("POST /r HTTP/1.1\r\nHost: gw.test\r\nConnection: close\r\nContent-Length: " +
                QByteArray::number(body.size()) + "\r\n\r\n" + body);
    const QByteArray response = client.receive(body.size() + 1000);
    QVERIFY(response.startsWith("HTTP/1.1 200 "));
    QVERIFY(response.mid(response.indexOf("\r\n\r\n") + 4) == body);
    QVERIFY(routed.upstream.requests().value(0).body == body);
}

// RFC 8446 6.1: without close_notify the end could be an attacker's.
void TestTls::endsWithAGoodbye()
{
    RoutedUpstream routed;
    TlsClient client(routed.gateway.tlsPort());
    client.send(get("Connection: close\r\n"));
    client.receive(100000);
    QCOMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client.socket().error(), QAbstractSocket::RemoteHostClosedError);
}

void TestTls::answersPlainRequestsWithAnError()
{
    RoutedUpstream routed;
    RawClient client(routed.gateway.tlsPort());
    const RawResponse response = client.request(get("Accept: application/json\r\n"));
    QCOMPARE(response.status, 400);
    QVERIFY(response.body.contains("\"message\":\"Bad request\""));
    QVERIFY(client.waitForClose());
    QVERIFY(routed.upstream.requests().isEmpty());
}

void TestTls::answersAHandshakeOnThePlainPortWithAnError()
{
    RoutedUpstream routed;
    RawClient client(routed.gateway.port());
    const RawResponse response = client.request(QByteArray("\x16\x03\x01\x00\x05\x01\x00\x00\x01\x03\r\n\r\n", 14));
    QCOMPARE(response.status, 400);
    QVERIFY(client.waitForClose());
}

void TestTls::survivesAClientThatLeavesInTheHandshake()
{
    RoutedUpstream routed;
    for (int i = 0; i < 20; ++i) {
        RawClient client(routed.gateway.tlsPort());
        client.send(QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11).left(1 + i / 2));
    }
    TlsClient client(routed.gateway.tlsPort());
    client.send(get("Connection: close\r\n"));
    QVERIFY(client.receive(100000).startsWith("HTTP/1.1 200 "));
}

// Kong: a certificate for "*" is for names, not for clients that send none.
void TestTls::presentsTheDefaultCertificateWithoutAName()
{
    if (!canStartProcesses)
        QSKIP("The sanitizer does not allow to start openssl");
    RecordingUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(gateway.load(certificateDocument(upstream.port()) + "  - name: \"*\"\n"), QString());
    QVERIFY(askedByOpenssl(gateway.tlsPort(), {u"-noservername"_s}).contains(u"CN = localhost"_s));
    QVERIFY(askedByOpenssl(gateway.tlsPort(), {u"-servername"_s, u"any.test"_s}).contains(u"CN = b.example"_s));
}

void TestTls::presentsTheDefaultCertificateOfTheAskedKind_data()
{
    QTest::addColumn<QString>("algorithms");
    QTest::addColumn<QString>("kind");
    QTest::newRow("RSA") << u"rsa_pss_rsae_sha256"_s << u"Peer signature type: RSA-PSS"_s;
    QTest::newRow("ECDSA") << u"ecdsa_secp256r1_sha256"_s << u"Peer signature type: ECDSA"_s;
}

void TestTls::presentsTheDefaultCertificateOfTheAskedKind()
{
    if (!canStartProcesses)
        QSKIP("The sanitizer does not allow to start openssl");
    QFETCH(QString, algorithms);
    QFETCH(QString, kind);
    RoutedUpstream routed;
    const QString said = askedByOpenssl(routed.gateway.tlsPort(), {u"-tls1_3"_s, u"-sigalgs"_s, algorithms});
    QVERIFY2(said.contains(kind), qPrintable(said));
}

void TestTls::refusesWhatIsOutdated_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("8996 TLS 1.0") << QStringList{u"-tls1"_s, u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s};
    QTest::newRow("8996 TLS 1.1") << QStringList{u"-tls1_1"_s, u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s};
    QTest::newRow("9325 4.1 no forward secrecy") << QStringList{u"-tls1_2"_s, u"-cipher"_s, u"AES128-GCM-SHA256"_s};
    QTest::newRow("9325 4.2 CBC") << QStringList{u"-tls1_2"_s, u"-cipher"_s,
                                                 u"ECDHE-ECDSA-AES128-SHA:ECDHE-RSA-AES128-SHA"_s};
}

void TestTls::refusesWhatIsOutdated()
{
    if (!canStartProcesses)
        QSKIP("The sanitizer does not allow to start openssl");
    QFETCH(QStringList, arguments);
    RoutedUpstream routed;
    const QString said = askedByOpenssl(routed.gateway.tlsPort(), arguments);
    QVERIFY2(said.contains(u"alert"_s), qPrintable(said));
    QVERIFY(routed.upstream.requests().isEmpty());
}

void TestTls::resumesSessions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("TLS 1.3 ticket") << QStringList{u"-tls1_3"_s};
    QTest::newRow("TLS 1.2 ticket") << QStringList{u"-tls1_2"_s};
    QTest::newRow("TLS 1.2 session id") << QStringList{u"-tls1_2"_s, u"-no_ticket"_s};
}

// On every worker, and after the configuration, certificates included, was replaced.
void TestTls::resumesSessions()
{
    if (!canStartProcesses)
        QSKIP("The sanitizer does not allow to start openssl");
    QFETCH(QStringList, arguments);
    RecordingUpstream upstream;
    GatewayFixture gateway(2);
    QCOMPARE(gateway.load(certificateDocument(upstream.port())), QString());
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"session"_s);
    const QStringList named = arguments + QStringList{u"-servername"_s, u"a.example"_s};
    const QString first = askedByOpenssl(gateway.tlsPort(), named + QStringList{u"-sess_out"_s, file});
    QVERIFY2(first.contains(u"New, TLSv1"_s), qPrintable(first));
    for (int i = 0; i < 6; ++i) {
        if (i == 3)
            QCOMPARE(gateway.load(certificateDocument(upstream.port())), QString());
        const QString next = askedByOpenssl(gateway.tlsPort(), named + QStringList{u"-sess_in"_s, file});
        QVERIFY2(next.contains(u"Reused, TLSv1"_s), qPrintable(next));
        QVERIFY(next.contains(u"HTTP/1.1 200 OK"_s));
    }
}

void TestTls::swapsCertificatesUnderOpenConnections()
{
    RecordingUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(gateway.load(certificateDocument(upstream.port())), QString());
    TlsClient open(gateway.tlsPort(), u"a.example"_s);
    open.send(get());
    QVERIFY(open.receive(10).startsWith("HTTP/1.1 200 "));
    QByteArray swapped = certificateDocument(upstream.port());
    swapped.replace("a.example", "z.example").replace("- name: b.example", "- name: a.example");
    QCOMPARE(gateway.load(swapped), QString());
    TlsClient later(gateway.tlsPort(), u"a.example"_s);
    QCOMPARE(later.socket().peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0), u"b.example"_s);
    open.send(get("Connection: close\r\n"));
    QVERIFY(open.receive(100000).contains("HTTP/1.1 200 "));
    QCOMPARE(open.socket().peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0), u"a.example"_s);
}

// Several records wait inside the session at once, while the socket has nothing more to say.
void TestTls::readsRequestsInManySmallRecords()
{
    RoutedUpstream routed;
    TlsClient client(routed.gateway.tlsPort());
    const QByteArray request =
        "POST /r HTTP/1.1\r\nHost: gw.test\r\nConnection: close\r\nContent-Length: 3000\r\n\r\n" +
        QByteArray(3000, 'x');
    for (qsizetype at = 0; at < request.size(); at += 10) {
        client.socket().write(request.mid(at, 10));
        client.socket().flush();
    }
    QVERIFY(client.receive(100000).startsWith("HTTP/1.1 200 "));
    QCOMPARE(routed.upstream.requests().value(0).body, QByteArray(3000, 'x'));
}

QTEST_GUILESS_MAIN(TestTls)

#include "tst_tls.moc"
