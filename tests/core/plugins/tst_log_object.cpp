// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/log_object.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QByteArray logged(const QJsonObject &entity, ShowWorkspace workspace = ShowWorkspace::No)
{
    return QByteArray::fromStdString(logObject(entity, workspace));
}

// JSON with ' for ", which is easier to read.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class TestLogObject : public QObject
{
    Q_OBJECT

private slots:
    void nullFieldsAreLeftOutAndNullsBelowAreKept()
    {
        const QJsonObject entity{{u"a"_s, QJsonValue::Null},
                                 {u"b"_s, QJsonObject{{u"c"_s, QJsonValue::Null}, {u"d"_s, QJsonArray()}}},
                                 {u"e"_s, QJsonArray{QJsonValue::Null, u"{"_s, true}}};
        QCOMPARE(logged(entity), json("{'b':{'c':null,'d':[]},'e':[null,'{',true]}"));
    }

    void slashesAreEscaped() { QCOMPARE(logged({{u"a/b"_s, u"/orders"_s}}), json("{'a\\/b':'\\/orders'}")); }

    void anEmptyEntityHasItsWorkspace()
    {
        QCOMPARE(logged({}), json("{}"));
        QCOMPARE(logged({}, ShowWorkspace::Yes), json("{'ws_id':'0dc6f45b-8f8d-40d2-a504-473544ee190b'}"));
        const QByteArray two = logged({{u"a"_s, 1}}, ShowWorkspace::Yes);
        QVERIFY(two.startsWith("{\"a\":1,\"ws_id\":\"0dc6"));
    }

    // What any JSON reader makes of it is the entity.
    void numbersAndTextsComeBack()
    {
        const QJsonObject entity{{u"created_at"_s, 1764194400},
                                 {u"exact"_s, 1764194400.125},
                                 {u"tiny"_s, 1e-9},
                                 {u"huge"_s, 1e300},
                                 {u"negative"_s, -7},
                                 {u"text"_s, u"ä\"\\\n\x01 \U0001F600 /"_s}};
        QCOMPARE(QJsonDocument::fromJson(logged(entity)).object(), entity);
        QVERIFY(logged(entity).contains("\"created_at\":1764194400,"));
    }
};

QTEST_APPLESS_MAIN(TestLogObject)
#include "tst_log_object.moc"
