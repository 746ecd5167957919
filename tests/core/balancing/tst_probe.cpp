// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/probe.h"
#include "tests/support/tls_upstream.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using namespace gatehouse;

class TstProbe : public QObject
{
    Q_OBJECT

private slots:
    void readsTheStatusOfALine_data();
    void readsTheStatusOfALine();
    void asksAndReportsTheStatus();
    void reportsARefusedConnection();
    void reportsSilenceAsATimeout();
    void reportsAPlainAnswerToTlsAsAFailure();
    void onlyConnects();
    void onlyConnectingReportsARefusal();
    void showsItsCertificate();
    void failsWithoutTheCertificateThatIsAskedFor();

private:
    static Probe::Result run(ProbeRequest request);
    static ProbeRequest requestTo(quint16 port);
    static quint16 closedPort();
};

ProbeRequest TstProbe::requestTo(quint16 port)
{
    ProbeRequest request;
    request.address = *net::Address::fromLiteral("127.0.0.1", port);
    request.text = "GET /ok HTTP/1.0\r\nHost: h\r\n\r\n";
    return request;
}

quint16 TstProbe::closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

Probe::Result TstProbe::run(ProbeRequest request)
{
    const auto poller = net::pollerOfThisThread();
    std::optional<Probe::Result> result;
    Probe probe(*poller, std::move(request), [&result](const Probe::Result &got) { result = got; });
    probe.start();
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 5000))
        qFatal("The probe did not end.");
    return *result;
}

void TstProbe::readsTheStatusOfALine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status");
    QTest::newRow("1.1") << QByteArray("HTTP/1.1 200 OK\r") << 200;
    QTest::newRow("1.0 without reason") << QByteArray("HTTP/1.0 503") << 503;
    QTest::newRow("another protocol") << QByteArray("SSH-2.0-x") << 0;
    QTest::newRow("no version") << QByteArray("HTTP/ 200") << 0;
    QTest::newRow("no status") << QByteArray("HTTP/1.1 ok") << 0;
    QTest::newRow("too long") << QByteArray("HTTP/1.1 2000") << 0;
}

void TstProbe::readsTheStatusOfALine()
{
    QFETCH(QByteArray, line);
    QFETCH(int, status);
    QCOMPARE(statusOfLine({line.constData(), static_cast<std::size_t>(line.size())}), status);
}

void TstProbe::asksAndReportsTheStatus()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    QByteArray asked;
    connect(&server, &QTcpServer::newConnection, &server, [&server, &asked] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &asked] {
            asked += socket->readAll();
            if (asked.endsWith("\r\n\r\n"))
                socket->write("HTTP/1.1 418 Teapot\r\n\r\n");
        });
    });
    const Probe::Result result = run(requestTo(server.serverPort()));
    QCOMPARE(result.status, 418);
    QCOMPARE(asked, QByteArray("GET /ok HTTP/1.0\r\nHost: h\r\n\r\n"));
}

void TstProbe::reportsARefusedConnection()
{
    QVERIFY(run(requestTo(closedPort())).kind == Probe::Result::Kind::TcpFailure);
}

void TstProbe::reportsSilenceAsATimeout()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    ProbeRequest request = requestTo(server.serverPort());
    request.timeout = std::chrono::milliseconds(50);
    QVERIFY(run(std::move(request)).kind == Probe::Result::Kind::Timeout);
}

void TstProbe::reportsAPlainAnswerToTlsAsAFailure()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    connect(&server, &QTcpServer::newConnection, &server,
            [&server] { server.nextPendingConnection()->write("HTTP/1.1 200 OK\r\n\r\n"); });
    ProbeRequest request = requestTo(server.serverPort());
    request.tls = std::make_shared<ProbeTlsContext>(ProbeTlsContext::Verify::No);
    request.serverName = "h.test";
    QVERIFY(run(std::move(request)).kind == Probe::Result::Kind::TcpFailure);
}

void TstProbe::onlyConnects()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    QByteArray received;
    bool isClosed = false;
    connect(&server, &QTcpServer::newConnection, &server, [&server, &received, &isClosed] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &received] { received += socket->readAll(); });
        connect(socket, &QTcpSocket::disconnected, socket, [&isClosed] { isClosed = true; });
    });
    ProbeRequest request = requestTo(server.serverPort());
    request.onlyConnects = true;
    QVERIFY(run(std::move(request)).kind == Probe::Result::Kind::Connected);
    QTRY_VERIFY(isClosed);
    QCOMPARE(received, QByteArray());
}

void TstProbe::onlyConnectingReportsARefusal()
{
    ProbeRequest request = requestTo(closedPort());
    request.onlyConnects = true;
    QVERIFY(run(std::move(request)).kind == Probe::Result::Kind::TcpFailure);
}

void TstProbe::showsItsCertificate()
{
    const TestAuthority authority;
    const TlsUpstream server(authority.issue({"server.test", "DNS:server.test"}), {}, {authority.certificate()});
    const TestAuthority::Issued own = authority.issue({"prober", {}});
    ProbeRequest request = requestTo(server.port());
    request.tls = std::make_shared<ProbeTlsContext>(ProbeTlsContext::Verify::No,
                                                    net::TlsIdentity{own.certificate, own.key, {}, {}});
    request.serverName = "server.test";
    QCOMPARE(run(std::move(request)).status, 200);
    QCOMPARE(server.connections().first().clientName, QByteArray("prober"));
    QCOMPARE(server.connections().first().serverName, QByteArray("server.test"));
}

void TstProbe::failsWithoutTheCertificateThatIsAskedFor()
{
    const TestAuthority authority;
    const TlsUpstream server(authority.issue({"server.test", "DNS:server.test"}), {}, {authority.certificate()});
    ProbeRequest request = requestTo(server.port());
    request.tls = std::make_shared<ProbeTlsContext>(ProbeTlsContext::Verify::No);
    request.serverName = "server.test";
    QVERIFY(run(std::move(request)).kind == Probe::Result::Kind::TcpFailure);
}

QTEST_GUILESS_MAIN(TstProbe)

#include "tst_probe.moc"
