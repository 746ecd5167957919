// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/form_table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;

// Rows of kong's spec/01-unit/01-db/03-arguments_spec.lua in our own words: names and values on the left, the tree
// right.
class TestFormTable : public QObject
{
    Q_OBJECT

private slots:
    void nestsNames_data();
    void nestsNames();
    void takesHugeNumbersForNames();
};

void TestFormTable::nestsNames_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QStringList &names, const char *json) {
        QTest::newRow(name) << names << QByteArray(json);
    };
    row("plain", {QStringLiteral("a")}, R"({"a":"1"})");
    row("dots", {QStringLiteral("a.b.c")}, R"({"a":{"b":{"c":"1"}}})");
    row("two members", {QStringLiteral("a.b"), QStringLiteral("a.c")}, R"({"a":{"b":"1","c":"2"}})");
    row("empty brackets", {QStringLiteral("a[]")}, R"({"a":["1"]})");
    row("numbered", {QStringLiteral("a[1]"), QStringLiteral("a[2]")}, R"({"a":["1","2"]})");
    row("a gap is no list", {QStringLiteral("a[1]"), QStringLiteral("a[3]")}, R"({"a":{"1":"1","3":"2"}})");
    row("map key", {QStringLiteral("a[k]")}, R"({"a":{"k":"1"}})");
    row("dot inside brackets", {QStringLiteral("a[k.l]")}, R"({"a":{"k.l":"1"}})");
    row("record in a list", {QStringLiteral("a[1].b"), QStringLiteral("a[1].c"), QStringLiteral("a[2].b")},
        R"({"a":[{"b":"1","c":"2"},{"b":"3"}]})");
    row("everything mixed", {QStringLiteral("x.r[1].s[a][2].t")}, R"({"x":{"r":[{"s":{"a":{"2":{"t":"1"}}}}]}})");
    row("leading dot", {QStringLiteral(".foo")}, R"({"name":"1"})");
    row("trailing dot", {QStringLiteral("foo.")}, R"({"name":"1"})");
    row("bracket in front", {QStringLiteral("[5]")}, R"({"[5]":"1"})");
    row("scalar and list", {QStringLiteral("a"), QStringLiteral("a[2]")}, R"({"a":["1","2"]})");
}

void TestFormTable::nestsNames()
{
    QFETCH(QStringList, names);
    QFETCH(QByteArray, json);
    FormTable table;
    int value = 0;
    for (const QString &name : std::as_const(names)) {
        table.add(name, QString::number(++value));
    }
    QCOMPARE(table.toJson().toObject(), QJsonDocument::fromJson(json).object());
}

void TestFormTable::takesHugeNumbersForNames()
{
    FormTable table;
    table.add(QStringLiteral("a[2000000000]"), QStringLiteral("x"));
    QCOMPARE(table.toJson().toObject(),
             QJsonObject({{QStringLiteral("a"), QJsonObject{{QStringLiteral("2000000000"), QStringLiteral("x")}}}}));
}

QTEST_GUILESS_MAIN(TestFormTable)
#include "tst_form_table.moc"
