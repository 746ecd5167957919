// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/routed_upstream.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

// What is no HTTP is answered once, the connection is closed, and nothing of it reaches an upstream.
class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refusesHostileRequest_data();
    void refusesHostileRequest();
    void refusesHostileChunks_data();
    void refusesHostileChunks();
    void refuses_data();
    void refuses();
    void takesWhatIsJustAllowed_data();
    void takesWhatIsJustAllowed();
    void refusesALineWithoutEndBeforeItEnds();
    void servesOthersAfterBadInput();

private:
    void check(const QByteArray &bytes, int status);
    static void addFiles(const QString &folderName);

    std::unique_ptr<RoutedUpstream> m_routed;
};

namespace {

const QByteArray host("Host: gw.test\r\n");

QByteArray getWith(const QByteArray &fields)
{
    return "GET /r HTTP/1.1\r\n" + fields + "\r\n";
}

} // namespace

void TestBadInput::initTestCase()
{
    m_routed = std::make_unique<RoutedUpstream>(QList<QByteArray>{}, QList<QByteArray>{"request_buffering: true"});
}

void TestBadInput::check(const QByteArray &bytes, int status)
{
    const qsizetype before = m_routed->upstream.requests().size();
    RawClient client(m_routed->gateway.port());
    client.send(bytes);
    const RawResponse response = client.receive();
    QCOMPARE(response.status, status);
    QCOMPARE(response.field("Connection"), QByteArray("close"));
    QVERIFY(response.complete);
    QVERIFY(client.waitForClose());
    QCOMPARE(m_routed->upstream.requests().size(), before);
}

// The corpus of the parsers: the name of a file begins with the status that it must be refused with.
void TestBadInput::addFiles(const QString &folderName)
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QDir folder(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/hostile/corpus/") + folderName);
    const QStringList names = folder.entryList({u"4*"_s, u"5*"_s}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll() << name.left(3).toInt();
    }
}

void TestBadInput::refusesHostileRequest_data()
{
    addFiles(u"request"_s);
}

void TestBadInput::refusesHostileRequest()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    check(bytes, status);
}

void TestBadInput::refusesHostileChunks_data()
{
    addFiles(u"chunked"_s);
}

void TestBadInput::refusesHostileChunks()
{
    QFETCH(QByteArray, bytes);
    check("POST /r HTTP/1.1\r\nHost: gw.test\r\nTransfer-Encoding: chunked\r\n\r\n" + bytes, 400);
}

void TestBadInput::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *title, const QByteArray &bytes, int status) {
        QTest::newRow(title) << bytes << status;
    };
    row("9112 2.3 version 2.0", "GET /r HTTP/2.0\r\n" + host + "\r\n", 505);
    row("9112 3 line of 8193 octets", "GET /" + QByteArray(8193 - 14, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414);
    row("9112 3.2 no Host", getWith({}), 400);
    row("9112 3.2 two Hosts", getWith(host + host), 400);
    row("9112 3.2.3 CONNECT", "CONNECT gw.test:443 HTTP/1.1\r\n" + host + "\r\n", 400);
    row("9110 9.3.8 TRACE", "TRACE /r HTTP/1.1\r\n" + host + "\r\n", 405);
    row("9110 5.4 201 fields", getWith(host + QByteArray("A: b\r\n").repeated(200)), 431);
    row("9110 5.4 line of 16385 octets", getWith(host + "A: " + QByteArray(16385 - 3, 'a') + "\r\n"), 431);
    row("9110 5.4 fields beyond 32 KiB", getWith(host + QByteArray("A: " + QByteArray(8000, 'a') + "\r\n").repeated(5)),
        431);
    row("9110 10.1.1 unknown expectation", getWith(host + "Expect: miracles\r\n"), 417);
    row("9112 6.1 coding nobody knows", getWith(host + "Transfer-Encoding: gzip, chunked\r\n"), 501);
    row("TLS on a plain port", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), 400);
}

void TestBadInput::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    check(bytes, status);
}

void TestBadInput::takesWhatIsJustAllowed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("9112 3 line of 8192 octets")
        << "GET /" + QByteArray(8192 - 14, 'a') + " HTTP/1.1\r\n" + host + "\r\n";
    QTest::newRow("9110 5.4 200 fields") << getWith(host + QByteArray("A: b\r\n").repeated(199));
    QTest::newRow("9110 5.4 line of 16384 octets") << getWith(host + "A: " + QByteArray(16384 - 3, 'a') + "\r\n");
    QTest::newRow("9112 2.2 empty line before") << "\r\n" + getWith(host);
    QTest::newRow("9112 5.1 no space behind the colon") << getWith("Host:gw.test\r\n");
}

void TestBadInput::takesWhatIsJustAllowed()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(m_routed->gateway.send(bytes).status, 200);
}

void TestBadInput::refusesALineWithoutEndBeforeItEnds()
{
    check("GET /" + QByteArray(20000, 'a'), 414);
    check("GET /r HTTP/1.1\r\nA: " + QByteArray(40000, 'a'), 431);
    check("POST /r HTTP/1.1\r\nHost: gw.test\r\nTransfer-Encoding: chunked\r\n\r\n1;" + QByteArray(40000, 'a'), 400);
}

void TestBadInput::servesOthersAfterBadInput()
{
    RawClient patient(m_routed->gateway.port());
    QCOMPARE(patient.request(getWith(host)).status, 200);
    for (int i = 0; i < 50; ++i)
        check("\r\n\r\n\r\n", 400);
    QCOMPARE(patient.request(getWith(host)).status, 200);
}

QTEST_GUILESS_MAIN(TestBadInput)

#include "tst_bad_input.moc"
