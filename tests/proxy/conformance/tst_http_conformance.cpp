// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/proxy/conformance/case_file.h"
#include "tests/support/routed_upstream.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

// RFC 9110 and 9112 as an intermediary has to keep them: for each exchange what the client gets, what the upstream
// gets, and what the connection is good for afterwards. The cases are files, one per family.
class TestConformance : public QObject
{
    Q_OBJECT

private slots:
    void hasEnoughCases();
    void keepsTheRule_data();
    void keepsTheRule();

private:
    void checkAnswers(const ConformanceCase &row, RawClient &client);
    void checkLastAnswer(const ConformanceCase &row, const RawResponse &last);
    void checkUpstream(const ConformanceCase &row, const RecordingUpstream &upstream);
    static QList<ConformanceCase> allCases();
};

namespace {

const QByteArray aliveTarget("/still-alive");

ReceivedRequest asReceived(const QByteArray &head)
{
    return {head, {}, 0};
}

} // namespace

QList<ConformanceCase> TestConformance::allCases()
{
    const QDir folder(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/proxy/conformance/cases"));
    QList<ConformanceCase> cases;
    const QStringList names = folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QString problem;
        QList<ConformanceCase> rows = readCases(folder.filePath(name), problem);
        if (!problem.isEmpty())
            qFatal("%s", qUtf8Printable(problem));
        for (ConformanceCase &row : rows)
            row.name.prepend(name.chopped(4).toUtf8() + ' ');
        cases += rows;
    }
    return cases;
}

void TestConformance::hasEnoughCases()
{
    QVERIFY(allCases().size() >= 150);
}

void TestConformance::keepsTheRule_data()
{
    QTest::addColumn<ConformanceCase>("row");
    QTest::addColumn<bool>("buffers");
    const QList<ConformanceCase> cases = allCases();
    for (const ConformanceCase &row : cases) {
        QTest::newRow(row.name.constData()) << row << false;
        const QByteArray buffered = row.name + " (request_buffering)";
        QTest::newRow(buffered.constData()) << row << true;
    }
}

void TestConformance::keepsTheRule()
{
    QFETCH(ConformanceCase, row);
    QFETCH(const bool, buffers);
    if (buffers && row.upstreamFields.removeAll("Transfer-Encoding: chunked") > 0)
        row.missingUpstreamFields.removeAll("Content-Length"); // a body that was kept has one
    RoutedUpstream routed({"retries: 0"}, {buffers ? "request_buffering: true" : "request_buffering: false"});
    routed.upstream.setAnswer([&row](const ReceivedRequest &request) {
        const bool own = row.answer.isEmpty() || request.requestLine().contains(aliveTarget);
        return own ? RecordingUpstream::ok() : row.answer;
    });
    routed.upstream.setClosesAfterAnswer(row.upstreamCloses);
    RawClient client(routed.gateway.port());
    client.send(row.sent);
    if (row.stopsSending)
        client.closeWriting();
    checkAnswers(row, client);
    checkUpstream(row, routed.upstream);
}

void TestConformance::checkAnswers(const ConformanceCase &row, RawClient &client)
{
    RawResponse last;
    for (qsizetype i = 0; i < row.statuses.size(); ++i) {
        last = client.receive(row.sent.startsWith("HEAD "));
        QCOMPARE(QByteArray::number(last.status), row.statuses.at(i));
        QCOMPARE(last.complete, row.state != "cut" || i + 1 < row.statuses.size());
    }
    checkLastAnswer(row, last);
    if (row.state == "open") {
        client.send("GET " + aliveTarget + " HTTP/1.1\r\nHost: gw.test\r\n\r\n");
        const RawResponse next = client.receive();
        QCOMPARE(next.status, 200);
        QCOMPARE(next.body, QByteArray("ok"));
    } else {
        QVERIFY(client.waitForClose());
    }
}

void TestConformance::checkLastAnswer(const ConformanceCase &row, const RawResponse &last)
{
    for (const QByteArray &field : row.clientFields) {
        const qsizetype colon = field.indexOf(": ");
        QCOMPARE(last.field(field.left(colon)), field.mid(colon + 2));
    }
    for (const QByteArray &name : row.missingClientFields)
        QVERIFY2(last.field(name).isNull(), name.constData());
    if (row.hasBody)
        QCOMPARE(last.body, row.body);
}

void TestConformance::checkUpstream(const ConformanceCase &row, const RecordingUpstream &upstream)
{
    QList<QByteArray> received;
    const QList<ReceivedRequest> requests = upstream.requests();
    for (const ReceivedRequest &request : requests) {
        const QByteArray line = request.requestLine();
        QVERIFY(line.endsWith(" HTTP/1.1"));
        if (!line.contains(aliveTarget))
            received.append(QByteArray(line.chopped(9) + ' ' + request.body).trimmed());
    }
    QCOMPARE(received, row.received);
    const ReceivedRequest first = requests.isEmpty() ? asReceived({}) : requests.first();
    for (const QByteArray &field : row.upstreamFields) {
        const qsizetype colon = field.indexOf(": ");
        QCOMPARE(first.field(field.left(colon)), field.mid(colon + 2));
        QCOMPARE(first.fieldCount(field.left(colon)), 1);
    }
    for (const QByteArray &name : row.missingUpstreamFields)
        QVERIFY2(first.field(name).isNull(), name.constData());
    // Both framings at once, or a body that ended without all of its octets, would be two readings of one message.
    QVERIFY(first.field("Content-Length").isNull() || first.field("Transfer-Encoding").isNull());
}

QTEST_GUILESS_MAIN(TestConformance)

#include "tst_http_conformance.moc"
