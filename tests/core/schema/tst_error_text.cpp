// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/error_text.h"
#include "tests/support/json_text.h"

#include <QTest>

using namespace gatehouse;

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void wordsSchemaViolations_data();
    void wordsSchemaViolations();
    void dumpsTables_data();
    void dumpsTables();
    void writesNumbersLikeLua();
};

void TestErrorText::wordsSchemaViolations_data()
{
    QTest::addColumn<QByteArray>("errors");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *errors, const char *text) {
        QTest::newRow(name) << QByteArray(errors) << QString::fromUtf8(text);
    };
    row("one", R"({"name":"required field missing"})", "schema violation (name: required field missing)");
    row("sorted", R"({"b":"y","a":"x"})", "2 schema violations (a: x; b: y)");
    row("entity first", R"({"a":"x","@entity":["first","second"]})", "3 schema violations (first; second; a: x)");
    row("nested", R"({"config":{"minute":"expected a number"}})",
        "schema violation (config.minute: expected a number)");
    row("list index", R"({"paths":[null,"bad"]})", "schema violation (paths.2: bad)");
    row("deeper", R"({"config":{"redis":{"host":"required field missing"}}})",
        "schema violation (config.redis: {\n  host = \"required field missing\"\n})");
    row("deeper list", R"({"config":{"allow":[null,"expected a string"]}})",
        "schema violation (config.allow: {\n  [2] = \"expected a string\"\n})");
    row("deepest", R"({"config":{"limits":{"@entity":["x"],"nope":"y"}}})",
        "schema violation (config.limits: {\n  [\"@entity\"] = {\n    \"x\"\n  },\n  nope = \"y\"\n})");
}

void TestErrorText::wordsSchemaViolations()
{
    QFETCH(QByteArray, errors);
    QFETCH(QString, text);
    QCOMPARE(schemaViolationText(json(errors.constData())), text);
}

void TestErrorText::dumpsTables_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("dump");
    const auto row = [](const char *value, const char *dump) {
        QTest::newRow(value) << QByteArray(value) << QString::fromUtf8(dump);
    };
    row(R"({"id":"x"})", R"({id="x"})");
    row(R"({"a":{"b":"c"},"d":null})", R"({a={b="c"},d=null})");
    row(R"({"list":[null,"x",null,"y"]})", R"({list={[2]="x",[4]="y"}})");
    row(R"({"end":1,"a-b":true})", R"({["a-b"]=true,["end"]=1})");
    row(R"({"a":"say \"hi\"\\"})", R"({a="say \"hi\"\\"})");
    row("{}", "{}");
}

void TestErrorText::dumpsTables()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, dump);
    QCOMPARE(luaDump(json(value.constData())), dump);
}

void TestErrorText::writesNumbersLikeLua()
{
    QCOMPARE(luaText(5), QStringLiteral("5"));
    QCOMPARE(luaText(0.1), QStringLiteral("0.1"));
    QCOMPARE(luaText(1e20), QStringLiteral("1e+20"));
    QCOMPARE(luaText(QJsonValue::Null), QStringLiteral("null"));
    QCOMPARE(luaText(true), QStringLiteral("true"));
}

QTEST_GUILESS_MAIN(TestErrorText)

#include "tst_error_text.moc"
