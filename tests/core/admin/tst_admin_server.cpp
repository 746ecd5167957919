// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/admin_server.h"
#include "core/plugins/described/bundled_schemas.h"
#include "tests/core/admin/fake_node_facts.h"

#include <QTcpSocket>
#include <QTest>

using namespace gatehouse;

class TestAdminServer : public QObject
{
    Q_OBJECT

private slots:
    void answersOverASocket();
    void sendsNoBodyToHead();
    void refusesForeignRequests_data();
    void refusesForeignRequests();
    void asksForTheToken_data();
    void asksForTheToken();
    void locksOutWhoGuessesTheToken();

private:
    AdminServerOptions options() const
    {
        AdminServerOptions result;
        result.port = 0;
        return result;
    }

    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    SystemClock m_clock;
    FakeNodeFacts m_facts;
    ConfigStore m_store{*m_registry, m_clock};
    AdminApi m_api{m_store, m_facts};
};

namespace {

QByteArray exchange(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    if (!QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::ConnectedState; })) {
        return {};
    }
    socket.write(request);
    const bool isAnswered = QTest::qWaitFor([&socket] { return socket.peek(65536).contains("\r\n\r\n"); });
    return isAnswered ? socket.readAll() : QByteArray();
}

AdminRequest requestWith(const QByteArray &method, const QList<AdminHeader> &headers)
{
    AdminRequest request{method, "/services", {{"Host", "localhost:8001"}}};
    for (const AdminHeader &header : headers) {
        request.headers.removeIf([&header](const AdminHeader &known) { return known.first == header.first; });
        request.headers.append(header);
    }
    return request;
}

} // namespace

void TestAdminServer::answersOverASocket()
{
    AdminServer server(m_api, options());
    const auto port = server.listen();
    QVERIFY(port);
    const QByteArray answer = exchange(*port, "GET /services HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
    QVERIFY(answer.contains("\r\nServer: gatehouse/"));
    QVERIFY(answer.contains("\r\nX-Kong-Admin-Latency: "));
    QVERIFY(answer.endsWith(R"({"data":[],"next":null})"));
}

void TestAdminServer::sendsNoBodyToHead()
{
    AdminServer server(m_api, options());
    const auto port = server.listen();
    QVERIFY(port);
    const QByteArray answer = exchange(*port, "HEAD /services HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY2(answer.endsWith("\r\n\r\n"), answer.constData());
    QVERIFY(answer.contains("\r\nContent-Length: 23\r\n"));
}

void TestAdminServer::refusesForeignRequests_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status"); // 0 = passes
    const auto row = [](const char *title, const char *method, const char *name, const char *value, int status) {
        QTest::newRow(title) << QByteArray(method) << QByteArray(name) << QByteArray(value) << status;
    };
    row("loopback name", "POST", "Host", "localhost:8001", 0);
    row("loopback address", "POST", "Host", "127.0.0.1:8001", 0);
    row("loopback address, version 6", "POST", "Host", "[::1]:8001", 0);
    row("rebound name", "GET", "Host", "evil.example:8001", 421);
    row("other address", "GET", "Host", "192.0.2.1:8001", 421);
    row("listed name", "GET", "Host", "gateway.internal", 0);
    row("page of another site", "POST", "Sec-Fetch-Site", "cross-site", 403);
    row("page of a sister site", "DELETE", "Sec-Fetch-Site", "same-site", 403);
    row("own page", "POST", "Sec-Fetch-Site", "same-origin", 0);
    row("typed by hand", "POST", "Sec-Fetch-Site", "none", 0);
    row("reading from another site", "GET", "Sec-Fetch-Site", "cross-site", 0);
    row("form of a foreign origin", "POST", "Origin", "http://evil.example", 403);
    row("form of a listed origin", "POST", "Origin", "https://ui.example", 0);
}

void TestAdminServer::refusesForeignRequests()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, status);
    AdminServerOptions settings = options();
    settings.hostNames = QStringList{QStringLiteral("gateway.internal")};
    settings.origins = QStringList{QStringLiteral("https://ui.example")};
    const AdminServer server(m_api, settings);
    const auto refusal = server.refusal(requestWith(method, {{name, value}}));
    QCOMPARE(refusal ? refusal->status : 0, status);
}

void TestAdminServer::asksForTheToken_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArray("X-Nothing") << QByteArray("x") << 401;
    QTest::newRow("wrong") << QByteArray("Kong-Admin-Token") << QByteArray("secre") << 401;
    QTest::newRow("right") << QByteArray("Kong-Admin-Token") << QByteArray("secret") << 0;
    QTest::newRow("bearer") << QByteArray("Authorization") << QByteArray("Bearer secret") << 0;
}

void TestAdminServer::asksForTheToken()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, status);
    AdminServerOptions settings = options();
    settings.token = QStringLiteral("secret");
    const AdminServer server(m_api, settings);
    const auto refusal = server.refusal(requestWith("GET", {{name, value}}));
    QCOMPARE(refusal ? refusal->status : 0, status);
}

// The right one as well: a guess must not be told from another.
void TestAdminServer::locksOutWhoGuessesTheToken()
{
    AdminServerOptions settings = options();
    settings.token = QStringLiteral("secret");
    AdminServer server(m_api, settings);
    const auto port = server.listen();
    QVERIFY(port);
    const auto get = [&port](const QByteArray &token) {
        return exchange(*port, "GET /services HTTP/1.1\r\nHost: localhost\r\nKong-Admin-Token: " + token + "\r\n\r\n");
    };
    QVERIFY(get("secret").startsWith("HTTP/1.1 200 "));
    QTest::ignoreMessage(QtWarningMsg, "127.0.0.1 gave too many wrong admin tokens.");
    for (int i = 0; i < LoginGuard::tries; ++i)
        QVERIFY(get("guess").startsWith("HTTP/1.1 401 "));
    QVERIFY(get("secret").startsWith("HTTP/1.1 429 "));
}

QTEST_GUILESS_MAIN(TestAdminServer)
#include "tst_admin_server.moc"
