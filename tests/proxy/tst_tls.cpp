// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"
#include "tests/support/routed_upstream.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
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
    void answersPipelinedRequests();
    void relaysLargeBodies();
    void endsWithAGoodbye();
    void answersPlainRequestsWithAnError();
    void answersAHandshakeOnThePlainPortWithAnError();
    void survivesAClientThatLeavesInTheHandshake();
};

namespace {

constexpr int patience = 5000; // ms

class TlsClient
{
public:
    explicit TlsClient(quint16 port,
                       const QString &name = u"gw.test"_s,
                       QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setProtocol(protocol);
        configuration.setAllowedNextProtocols({"h2", "http/1.1"});
        m_socket.setSslConfiguration(configuration);
        m_socket.setPeerVerifyName(name);
        m_socket.connectToHostEncrypted(u"127.0.0.1"_s, port, name);
        m_isEncrypted = m_socket.waitForEncrypted(patience);
    }

    [[nodiscard]] bool isEncrypted() const { return m_isEncrypted; }

    [[nodiscard]] QSslSocket &socket() { return m_socket; }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patience)) {
        }
    }

    // Everything up to this size, or up to the end.
    QByteArray receive(qsizetype size)
    {
        QByteArray bytes = m_socket.readAll();
        while (bytes.size() < size && m_socket.waitForReadyRead(patience))
            bytes += m_socket.readAll();
        return bytes;
    }

private:
    QSslSocket m_socket;
    bool m_isEncrypted = false;
};

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
           "  snis:\n  - name: a.example\n- cert: |\n" + indented(samples::certificateB) + "  key: |\n" +
           indented(samples::keyB) + "  snis:\n  - name: b.example\n  - name: \"*.b.example\"\n";
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

QTEST_GUILESS_MAIN(TestTls)

#include "tst_tls.moc"
