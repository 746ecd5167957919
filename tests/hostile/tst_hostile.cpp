// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/parser_feed.h"
#include "tests/proxy/conformance/case_file.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

// Every file of corpus/<parser> is one message; its name begins with the status that it must be refused with, 0 when
// it is a message to accept. New cases need no code.
class TestHostile : public QObject
{
    Q_OBJECT

private slots:

    void answersEachRequest_data() { addFiles(u"request"_s); }

    void answersEachRequest();

    void answersEachResponse_data() { addFiles(u"response"_s); }

    void answersEachResponse();

    void answersEachChunkedBody_data() { addFiles(u"chunked"_s); }

    void answersEachChunkedBody();
    void readsAllCasesAlike_data();
    void readsAllCasesAlike();

private:
    static void addFiles(const QString &parser);
    template <class Feed>
    static void check(Feed feed);
};

void TestHostile::addFiles(const QString &parser)
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("status");
    const QDir folder(QLatin1String(GATEHOUSE_SOURCE_DIR) + u"/tests/hostile/corpus/"_s + parser);
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    QVERIFY2(!names.isEmpty(), qPrintable(folder.path()));
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(name.toUtf8().constData()) << file.readAll() << name.section(u'-', 0, 0).toUtf8();
    }
}

template <class Feed>
void TestHostile::check(Feed feed)
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, status);
    const std::string_view text(message.constData(), std::size_t(message.size()));
    const std::string whole = feed(text, text.size());
    const QByteArray expected = status == "0" ? QByteArray("size ") : QByteArray("failed " + status + " ");
    QCOMPARE(QByteArray::fromStdString(whole).left(expected.size()), expected);
    QCOMPARE(QByteArray::fromStdString(feed(text, 1)), QByteArray::fromStdString(whole));
    QCOMPARE(QByteArray::fromStdString(feed(text, 13)), QByteArray::fromStdString(whole));
}

void TestHostile::answersEachRequest()
{
    check([](std::string_view text, std::size_t step) { return hostile::feedRequest(text, step); });
}

void TestHostile::answersEachResponse()
{
    check([](std::string_view text, std::size_t step) { return hostile::feedResponse(text, step); });
}

void TestHostile::answersEachChunkedBody()
{
    check([](std::string_view text, std::size_t step) { return hostile::feedChunked(text, step); });
}

void TestHostile::readsAllCasesAlike_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/proxy/conformance/cases"));
    const QStringList names = folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qUtf8Printable(name)) << folder.filePath(name);
}

// However the messages of the conformance suite are cut into pieces, they mean the same.
void TestHostile::readsAllCasesAlike()
{
    QFETCH(const QString, name);
    QString problem;
    const QList<ConformanceCase> cases = readCases(name, problem);
    QCOMPARE(problem, QString());
    const auto text = [](const QByteArray &bytes) {
        return std::string_view(bytes.constData(), std::size_t(bytes.size()));
    };
    for (const ConformanceCase &each : cases) {
        const QByteArray body = each.chunkedBody();
        for (const std::size_t step : {std::size_t{1}, std::size_t{13}}) {
            QCOMPARE(hostile::feedRequest(text(each.sent), step), hostile::feedRequest(text(each.sent), 1 << 20));
            QCOMPARE(hostile::feedResponse(text(each.answer), step), hostile::feedResponse(text(each.answer), 1 << 20));
            QCOMPARE(hostile::feedChunked(text(body), step), hostile::feedChunked(text(body), 1 << 20));
        }
    }
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
