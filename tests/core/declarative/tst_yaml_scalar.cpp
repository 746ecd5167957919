// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/yaml_scalar.h"

#include <QJsonObject>
#include <QTest>

using namespace gatehouse;

class TestYamlScalar : public QObject
{
    Q_OBJECT

private slots:
    void typesPlainScalars_data();
    void typesPlainScalars();
    void checksTaggedScalars();
    void quotesOnlyWhatWouldBeReadDifferently_data();
    void quotesOnlyWhatWouldBeReadDifferently();
};

void TestYamlScalar::typesPlainScalars_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *text, const QJsonValue &value) {
        QTest::newRow(*text ? text : "empty") << QByteArray(text) << value;
    };
    row("", QJsonValue::Null);
    row("~", QJsonValue::Null);
    row("Null", QJsonValue::Null);
    row("nULL", QStringLiteral("nULL"));
    row("0", 0);
    row("-0", 0);
    row("12", 12);
    row("+12", 12);
    row("1_000", 1000);
    row("010", 8);
    row("-010", -8);
    row("08", 8);
    row("0x1F", 31);
    row("0b101", 5);
    row("3.0", 3);
    row(".5", 0.5);
    row("5.", 5);
    row("1e3", 1000);
    row("-1.5E-1", -0.15);
    row("1.2.3", QStringLiteral("1.2.3"));
    row("1e", QStringLiteral("1e"));
    row("10.0.0.1", QStringLiteral("10.0.0.1"));
    row("12:30:45", 45045);
    row("1:80", 140);
    row("a:80", QStringLiteral("a:80"));
    row("yes", true);
    row("Off", false);
    row("oN", QStringLiteral("oN"));
    row("TRUE", true);
    row("y", QStringLiteral("y"));
    row("-", QStringLiteral("-"));
    row("9007199254740993", 9007199254740992.0);
    row("2001-01-01", QStringLiteral("2001-01-01"));
}

void TestYamlScalar::typesPlainScalars()
{
    QFETCH(QByteArray, text);
    QFETCH(QJsonValue, value);
    QCOMPARE(plainScalar(std::string_view(text.constData(), std::size_t(text.size()))), value);
}

void TestYamlScalar::checksTaggedScalars()
{
    QCOMPARE(taggedScalar("bool", "false"), QJsonValue(false));
    QCOMPARE(taggedScalar("str", "false"), QJsonValue(QStringLiteral("false")));
    QCOMPARE(taggedScalar("int", "7"), QJsonValue(7));
    QVERIFY(!taggedScalar("int", "seven"));
}

void TestYamlScalar::quotesOnlyWhatWouldBeReadDifferently_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("quoted");
    const auto row = [](const char *text, bool quoted) {
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text) << quoted;
    };
    row("", true);
    row("orders", false);
    row("http://localhost:3001", false);
    row("/users", false);
    row("~/users/(?<id>\\d+)$", false);
    row("~", true);
    row("3.0", true);
    row("off", true);
    row("n", true);
    row("*.example.com", true);
    row("a: b", true);
    row("a:b", false);
    row("a #b", true);
    row("a:", true);
    row("- a", true);
    row("-a", false);
    row(" a", true);
    row("a\nb", true);
    row("ünïcode", false);
    row("[a]", true);
    row("<<", true);
    row("---", true);
    row("1:80", true);
}

void TestYamlScalar::quotesOnlyWhatWouldBeReadDifferently()
{
    QFETCH(QString, text);
    QFETCH(bool, quoted);
    QCOMPARE(needsQuotes(text), quoted);
}

QTEST_GUILESS_MAIN(TestYamlScalar)
#include "tst_yaml_scalar.moc"
