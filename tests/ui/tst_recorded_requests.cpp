// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/recorded_requests.h"
#include "ui/traffic/traffic_records.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstRecordedRequests : public QObject
{
    Q_OBJECT

private slots:
    void readsALogOfFileLog();
    void countsWhatIsNoRequest_data();
    void countsWhatIsNoRequest();
    void keepsTheLastRequestsOfALongLog();
    void readsAnArchive();
    void refusesABrokenArchive();
    void tellsFilesByTheirBeginning();
    void refusesAFileWithoutRequests();

private:
    static constexpr auto line =
        R"({"request":{"method":"GET","uri":"\/orders?x=1","size":80},"response":{"status":403,"size":120},)"
        R"("latencies":{"request":12.5,"kong":2,"proxy":-1},"started_at":1764194400123,"client_ip":"10.0.0.7",)"
        R"("route":{"id":"r-id","name":"orders"},"service":{"id":"s-id"},"consumer":{"username":"ann"},"source":"kong"})";
    static constexpr auto archive =
        R"({"log":{"version":"1.2","entries":[{"startedDateTime":"2026-11-26T22:00:00.500+01:00","time":31.5,)"
        R"("request":{"method":"POST","url":"https://shop.test:8443/cart?item=1#top"},)"
        R"("response":{"status":201,"content":{"size":17}},"timings":{"send":1,"wait":20,"receive":10}},)"
        R"({"startedDateTime":"yesterday","request":{},"response":{}}]}})";
};

void TstRecordedRequests::readsALogOfFileLog()
{
    const RecordedRequests found = requestsInLog(QByteArray(line) + "\n\n");
    QCOMPARE(found.unreadable, 0U);
    QCOMPARE(found.records.size(), std::size_t(1));
    const TrafficRecord &record = found.records.front();
    QCOMPARE(record.startedAt, 1764194400123);
    QCOMPARE(record.status, 403);
    QCOMPARE(record.totalMs, 12.5F);
    QCOMPARE(record.gatewayMs, 2.0F);
    QCOMPARE(record.upstreamMs, -1.0F);
    QCOMPARE(record.responseSize, 120U);
    QVERIFY(record.path.view() == "/orders?x=1");
    QVERIFY(record.route.view() == "orders");
    QVERIFY(record.service.view() == "s-id");
    QVERIFY(record.consumer.view() == "ann");
    QVERIFY(record.client.view() == "10.0.0.7");
    QVERIFY(record.decidedBy.view() == "kong");
}

void TstRecordedRequests::countsWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("broken");
    QTest::newRow("cut off") << QByteArray(line).chopped(10);
    QTest::newRow("no JSON") << QByteArray("2026/11/26 22:00:00 [error] worker exited");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("another object") << QByteArray(R"({"level":"info"})");
    QTest::newRow("a status that is none") << QByteArray(line).replace("403", "-7");
    QTest::newRow("a status that is a text") << QByteArray(line).replace("403", "\"403\"");
    QTest::newRow("no start") << QByteArray(line).replace("started_at", "started");
    QTest::newRow("NUL bytes") << QByteArray(64, '\0');
    QTest::newRow("very deep") << QByteArray(5000, '[');
}

void TstRecordedRequests::countsWhatIsNoRequest()
{
    QFETCH(const QByteArray, broken);
    const RecordedRequests found = requestsInLog(QByteArray(line) + '\n' + broken + '\n' + line + '\n');
    QCOMPARE(found.records.size(), std::size_t(2));
    QCOMPARE(found.unreadable, 1U);
}

void TstRecordedRequests::keepsTheLastRequestsOfALongLog()
{
    QByteArray text;
    const int count = 2 * static_cast<int>(TrafficRecords::capacity) + 5;
    for (int i = 0; i < count; ++i)
        text += R"({"request":{"uri":"/"},"response":{"status":200},"started_at":)" + QByteArray::number(i) + "}\n";
    const RecordedRequests found = requestsInLog(text);
    QCOMPARE(found.records.back().startedAt, count - 1);
    QVERIFY(found.records.size() >= TrafficRecords::capacity);
    QVERIFY(found.records.size() < 2 * TrafficRecords::capacity);
}

void TstRecordedRequests::readsAnArchive()
{
    const Result<RecordedRequests> found = requestsInHttpArchive(archive);
    QVERIFY(found);
    QCOMPARE(found->unreadable, 1U);
    QCOMPARE(found->records.size(), std::size_t(1));
    const TrafficRecord &record = found->records.front();
    QCOMPARE(record.startedAt, 1795726800500);
    QCOMPARE(record.status, 201);
    QCOMPARE(record.totalMs, 31.5F);
    QCOMPARE(record.upstreamMs, 20.0F);
    QCOMPARE(record.responseSize, 17U);
    QVERIFY(record.path.view() == "/cart?item=1");
    QVERIFY(record.service.view() == "shop.test");
    QVERIFY(record.decidedBy.view().empty());
}

void TstRecordedRequests::refusesABrokenArchive()
{
    QCOMPARE(requestsInHttpArchive(QByteArray(archive).chopped(3)).error().kind, ErrorKind::Invalid);
}

void TstRecordedRequests::tellsFilesByTheirBeginning()
{
    QVERIFY(isRequestLog(QByteArray("\n") + line + "\n{"));
    QVERIFY(!isRequestLog(archive));
    QVERIFY(isHttpArchive(archive));
    QVERIFY(isHttpArchive(QByteArray("\xef\xbb\xbf {\n \"log\" : {")));
    QVERIFY(!isHttpArchive(line));
    for (const char *other : {"_format_version: \"3.0\"\n", R"({"_format_version":"3.0","services":[]})", ""}) {
        QVERIFY(!isRequestLog(other));
        QVERIFY(!isHttpArchive(other));
    }
}

void TstRecordedRequests::refusesAFileWithoutRequests()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"empty.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("nothing\n");
    file.close();
    QCOMPARE(readRecordedRequests(file.fileName()).error().kind, ErrorKind::Invalid);
    QCOMPARE(readRecordedRequests(folder.filePath(u"none"_s)).error().kind, ErrorKind::Io);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstRecordedRequests)
#include "tst_recorded_requests.moc"
