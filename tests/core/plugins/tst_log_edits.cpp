// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/log_edits.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestLogEdits : public QObject
{
    Q_OBJECT

private slots:
    void edits_data();
    void edits();
    void needsNoMoreRoomThanItSays_data();
    void needsNoMoreRoomThanItSays();
    void namesWhatItIgnores();
};

namespace {

const QByteArray record = R"({"a":{"b":1,"c":{"d":[{"x":"}"},2]}},"e":"q\"}","f":{},"g":[]})";

std::string edited(const LogEdits &edits, std::size_t &limit)
{
    limit = edits.limit(static_cast<std::size_t>(record.size()));
    std::string out(limit + 1000, '\0');
    out.resize(edits.apply({record.constData(), static_cast<std::size_t>(record.size())}, out.data()));
    return out;
}

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

// The fields as "name=chunk" separated by '|'.
LogEdits editsOf(const QString &fields)
{
    QJsonObject object;
    const QStringList parts = fields.split(u'|', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        object.insert(part.section(u'=', 0, 0), part.section(u'=', 1));
    return LogEdits(object);
}

void editRows()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing") << QString() << record;
    QTest::newRow("adds") << u"new=return 'x'"_s
                          << QByteArray(R"({"a":{"b":1,"c":{"d":[{"x":"}"},2]}},"e":"q\"}","f":{},"g":[],"new":"x"})");
    QTest::newRow("replaces") << u"a=return true|e=return 5"_s << QByteArray(R"({"a":true,"e":5,"f":{},"g":[]})");
    QTest::newRow("deletes") << u"a=return nil|e=return nil|f=return nil"_s << QByteArray(R"({"g":[]})");
    QTest::newRow("deletes what is not there") << u"z=return nil"_s << record;
    QTest::newRow("leads into objects") << u"a.b=return 2|a.c.d=return nil|f.x.y=return 'z'"_s
                                        << QByteArray(R"({"a":{"b":2,"c":{}},"e":"q\"}","f":{"x":{"y":"z"}},"g":[]})");
    QTest::newRow("makes objects")
        << u"n.m=return 1|n.o=return nil"_s
        << QByteArray(R"({"a":{"b":1,"c":{"d":[{"x":"}"},2]}},"e":"q\"}","f":{},"g":[],"n":{"m":1}})");
    QTest::newRow("does not lead into text") << u"e.x=return 1|g.x=return 1"_s << record;
    QTest::newRow("escaped name") << u"q\"/=return 1"_s
                                  << QByteArray(
                                         R"({"a":{"b":1,"c":{"d":[{"x":"}"},2]}},"e":"q\"}","f":{},"g":[],"q\"/":1})");
}

} // namespace

void TestLogEdits::edits_data()
{
    editRows();
}

void TestLogEdits::edits()
{
    QFETCH(QString, fields);
    QFETCH(QByteArray, expected);
    std::size_t limit = 0;
    const QByteArray result = QByteArray::fromStdString(edited(editsOf(fields), limit));
    QCOMPARE(parsed(result), parsed(expected));
    QVERIFY(!parsed(result).isEmpty());
}

void TestLogEdits::needsNoMoreRoomThanItSays_data()
{
    editRows();
}

void TestLogEdits::needsNoMoreRoomThanItSays()
{
    QFETCH(QString, fields);
    std::size_t limit = 0;
    QVERIFY(edited(editsOf(fields), limit).size() <= limit);
}

void TestLogEdits::namesWhatItIgnores()
{
    const LogEdits edits = editsOf(u"a=return ngx.now()|b=return 1"_s);
    QCOMPARE(edits.ignoredNames(), QStringList{u"a"_s});
    QVERIFY(!edits.isEmpty());
    QVERIFY(editsOf(u"a=return ngx.now()"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestLogEdits)
#include "tst_log_edits.moc"
