// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gateway_process.h"
#include "tests/support/routed_upstream.h"
#include "tests/support/sanitizer.h"

#include <QCryptographicHash>
#include <QTest>

using namespace gatehouse;

// Bodies far larger than any buffer pass through whole, and the gateway's memory stays small.
class TestLargeBodies : public QObject
{
    Q_OBJECT

private slots:
    void relaysUnchanged_data();
    void relaysUnchanged();
};

namespace {

constexpr qsizetype bodySize = 64 * 1024 * 1024;
constexpr qint64 memoryAllowed = 24 * 1024; // KiB that two bodies of 64 MiB may cost

QByteArray largeBody()
{
    QByteArray body(bodySize, '\0');
    quint32 state = 1;
    for (char &octet : body) {
        state = state * 1664525U + 1013904223U;
        octet = static_cast<char>(state >> 24);
    }
    return body;
}

QByteArray chunked(const QByteArray &body)
{
    constexpr qsizetype step = 1000003;
    QByteArray out;
    out.reserve(body.size() + 4096);
    for (qsizetype at = 0; at < body.size(); at += step) {
        const QByteArray part = body.mid(at, step);
        out += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    }
    return out + "0\r\n\r\n";
}

QByteArray framed(const QByteArray &body, bool inChunks)
{
    if (inChunks)
        return "Transfer-Encoding: chunked\r\n\r\n" + chunked(body);
    return "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray digest(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
}

} // namespace

void TestLargeBodies::relaysUnchanged_data()
{
    QTest::addColumn<bool>("chunkedRequest");
    QTest::addColumn<bool>("chunkedResponse");
    QTest::newRow("9112 6.2 lengths") << false << false;
    QTest::newRow("9112 7.1 chunks") << true << true;
}

void TestLargeBodies::relaysUnchanged()
{
    if (!canMeasureMemory)
        QSKIP("The sanitizer has memory of its own");
    QFETCH(bool, chunkedRequest);
    QFETCH(bool, chunkedResponse);
    const QByteArray body = largeBody();
    RecordingUpstream upstream;
    const QByteArray answer = "HTTP/1.1 200 OK\r\n" + framed(body, chunkedResponse);
    upstream.setAnswer([&answer](const ReceivedRequest &request) {
        return request.head.startsWith("POST") ? answer : RecordingUpstream::ok();
    });
    GatewayProcess gateway(RoutedUpstream::documentFor(upstream.port(), {}, {}),
                           {QStringLiteral("--workers"), QStringLiteral("1")});
    QCOMPARE(RawClient(gateway.port()).request("GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n").status, 200);
    const qint64 before = gateway.peakMemory();

    RawClient client(gateway.port());
    const RawResponse response = client.request("POST /r HTTP/1.1\r\nHost: gw.test\r\n" + framed(body, chunkedRequest));
    QCOMPARE(response.status, 200);
    QVERIFY(response.complete);
    QCOMPARE(digest(response.body), digest(body));
    QCOMPARE(digest(upstream.requests().value(1).body), digest(body));
    QVERIFY2(gateway.peakMemory() - before < memoryAllowed,
             QByteArray::number(gateway.peakMemory() - before).constData());
}

QTEST_GUILESS_MAIN(TestLargeBodies)

#include "tst_large_bodies.moc"
