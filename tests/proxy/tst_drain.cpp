// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gateway_process.h"
#include "tests/support/routed_upstream.h"
#include "tests/support/sanitizer.h"

#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace gatehouse;

// Signals and exit codes of `gatehousectl start`.
class TestDrain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void endsAtOnceWhenIdle_data();
    void endsAtOnceWhenIdle();
    void finishesARequestUnderWay();
    void acceptsNobodyWhileItDrains();
    void readsItsFileAgain();
    void keepsRunningWhenTheFileHasBecomeWrong();
    void opensItsLogsAnew();
    void changesTheNumberOfWorkers();
    void exitsWith_data();
    void exitsWith();
    void exitsWith69WhenThePortIsTaken();
    void exitsWith78WhenTheFileIsWrong();
};

namespace {

QByteArray post(const QByteArray &firstPart, int length)
{
    return "POST /r HTTP/1.1\r\nHost: gw.test\r\nContent-Length: " + QByteArray::number(length) + "\r\n\r\n" +
           firstPart;
}

RawResponse get(quint16 port, const QByteArray &path, const QByteArray &host = "gw.test")
{
    return RawClient(port).request("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
}

} // namespace

void TestDrain::initTestCase()
{
    if (!canStartProcesses)
        QSKIP("The sanitizer does not allow to start gatehousectl");
}

void TestDrain::endsAtOnceWhenIdle_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGQUIT") << SIGQUIT;
}

void TestDrain::endsAtOnceWhenIdle()
{
    QFETCH(int, number);
    RecordingUpstream upstream;
    GatewayProcess gateway(RoutedUpstream::documentFor(upstream.port(), {}, {}));
    RawClient kept(gateway.port());
    QCOMPARE(kept.request("GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n").status, 200);
    gateway.signal(number);
    QVERIFY(kept.waitForClose());
    QCOMPARE(gateway.waitForExit(), 0);
}

void TestDrain::finishesARequestUnderWay()
{
    RecordingUpstream upstream;
    GatewayProcess gateway(RoutedUpstream::documentFor(upstream.port(), {}, {}));
    RawClient client(gateway.port());
    client.send(post("hello", 10));
    QTRY_VERIFY(upstream.rawBytes().endsWith("hello"));
    RawClient kept(gateway.port());
    QCOMPARE(kept.request("GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n").status, 200);
    gateway.signal(SIGTERM);
    QVERIFY(kept.waitForClose()); // it has begun to drain
    client.send("world");
    const RawResponse response = client.receive();
    QCOMPARE(response.status, 200);
    QCOMPARE(response.field("Connection"), QByteArray("close"));
    client.socket().close();
    QCOMPARE(gateway.waitForExit(), 0);
}

void TestDrain::acceptsNobodyWhileItDrains()
{
    RecordingUpstream upstream;
    GatewayProcess gateway(RoutedUpstream::documentFor(upstream.port(), {}, {}));
    RawClient client(gateway.port());
    client.send(post("hello", 10));
    QTRY_VERIFY(upstream.rawBytes().endsWith("hello"));
    RawClient kept(gateway.port());
    QCOMPARE(kept.request("GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n").status, 200);
    gateway.signal(SIGTERM);
    QVERIFY(kept.waitForClose());
    QTcpSocket late;
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), gateway.port());
    QVERIFY(!late.waitForConnected(5000));
    client.send("world");
    QCOMPARE(client.receive().status, 200);
    client.socket().close();
    QCOMPARE(gateway.waitForExit(), 0);
}

void TestDrain::readsItsFileAgain()
{
    RecordingUpstream upstream;
    GatewayProcess gateway("_format_version: \"3.0\"\n");
    QCOMPARE(get(gateway.port(), "/r").status, 404);
    gateway.rewrite(RoutedUpstream::documentFor(upstream.port(), {}, {}));
    gateway.signal(SIGHUP);
    QTRY_COMPARE(get(gateway.port(), "/r").status, 200);
}

void TestDrain::keepsRunningWhenTheFileHasBecomeWrong()
{
    RecordingUpstream upstream;
    GatewayProcess gateway(RoutedUpstream::documentFor(upstream.port(), {}, {}));
    gateway.rewrite("services: [");
    gateway.signal(SIGHUP);
    QVERIFY(gateway.waitForMessage("Kept the running configuration"));
    QCOMPARE(get(gateway.port(), "/r").status, 200);
    gateway.signal(SIGTERM);
    QCOMPARE(gateway.waitForExit(), 0);
}

void TestDrain::opensItsLogsAnew()
{
    QTemporaryDir folder;
    const QString log = folder.filePath(u"x.log"_s);
    const QString moved = folder.filePath(u"x.log.1"_s);
    GatewayProcess gateway(
        "_format_version: \"3.0\"\nplugins:\n- name: file-log\n  config:\n    path: " + log.toUtf8() + "\n");
    const auto lines = [](const QString &name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    };
    QCOMPARE(get(gateway.port(), "/first").status, 404);
    QTRY_COMPARE(lines(log), 1);
    QVERIFY(QFile::rename(log, moved));
    gateway.signal(SIGUSR1);
    QTRY_VERIFY(get(gateway.port(), "/next").status == 404 && lines(log) > 0);
    QVERIFY(lines(moved) >= 1);
    gateway.signal(SIGTERM);
    QCOMPARE(gateway.waitForExit(), 0);
}

void TestDrain::changesTheNumberOfWorkers()
{
    GatewayProcess gateway("_format_version: \"3.0\"\n", {u"--workers"_s, u"1"_s});
    gateway.signal(SIGTTIN);
    QVERIFY(gateway.waitForMessage("Workers: 2."));
    QVERIFY(get(gateway.adminPort(), "/", "localhost").body.contains("\"nginx_worker_processes\":\"2\""));
    gateway.signal(SIGTTOU);
    QVERIFY(gateway.waitForMessage("Workers: 1."));
    gateway.signal(SIGTTOU); // one stays
    gateway.signal(SIGHUP);
    QVERIFY(gateway.waitForMessage("Reloaded"));
    QVERIFY(get(gateway.adminPort(), "/", "localhost").body.contains("\"nginx_worker_processes\":\"1\""));
    QCOMPARE(get(gateway.port(), "/r").status, 404);
    gateway.signal(SIGTERM);
    QCOMPARE(gateway.waitForExit(), 0);
}

void TestDrain::exitsWith_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("64 unknown command") << QStringList{u"fly"_s} << 64;
    QTest::newRow("64 unknown option") << QStringList{u"start"_s, u"--fast"_s} << 64;
    QTest::newRow("64 no address") << QStringList{u"start"_s, u"--proxy-listen"_s, u"nowhere"_s} << 64;
    QTest::newRow("64 no command") << QStringList{} << 64;
    QTest::newRow("1 no such files") << QStringList{u"start"_s, u"/no/a.yml"_s, u"/no/b.yml"_s} << 1;
    QTest::newRow("0 help") << QStringList{u"--help"_s} << 0;
    QTest::newRow("0 help of a command") << QStringList{u"start"_s, u"--help"_s} << 0;
    QTest::newRow("0 version") << QStringList{u"version"_s} << 0;
    QTest::newRow("1 no such file") << QStringList{u"config"_s, u"parse"_s, u"/nonexistent/kong.yml"_s} << 1;
}

void TestDrain::exitsWith()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QCOMPARE(GatewayProcess::run(arguments), code);
}

void TestDrain::exitsWith69WhenThePortIsTaken()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost, 0));
    const QString address = u"127.0.0.1:%1"_s.arg(taken.serverPort());
    QByteArray messages;
    const QStringList proxy{u"start"_s, u"--proxy-listen"_s, address, u"--admin-listen"_s, u"127.0.0.1:0"_s};
    QCOMPARE(GatewayProcess::run(proxy, &messages), 69);
    QVERIFY2(messages.contains(address.toUtf8()), messages.constData());
    const QStringList admin{u"start"_s, u"--proxy-listen"_s, u"127.0.0.1:0"_s, u"--admin-listen"_s, address};
    QCOMPARE(GatewayProcess::run(admin), 69);
}

void TestDrain::exitsWith78WhenTheFileIsWrong()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"kong.yml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("_format_version: \"3.0\"\nservices:\n- name: s\n");
    file.close();
    const QString anyPort = u"127.0.0.1:0"_s;
    QByteArray messages;
    const QStringList arguments{u"start"_s, file.fileName(),     u"--proxy-listen"_s,
                                anyPort,    u"--admin-listen"_s, anyPort};
    QCOMPARE(GatewayProcess::run(arguments, &messages), 78);
    QVERIFY2(messages.contains("host"), messages.constData());
}

QTEST_GUILESS_MAIN(TestDrain)

#include "tst_drain.moc"
