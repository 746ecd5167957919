// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/lua_pattern.h"

#include <QTest>

using namespace gatehouse;

class TestLuaPattern : public QObject
{
    Q_OBJECT

private slots:
    void matchesLikeLua_data();
    void matchesLikeLua();
    void givesUpOnEndlessBacktracking();
};

void TestLuaPattern::matchesLikeLua_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const char *text, const char *pattern, bool matches) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(pattern) << matches;
    };
    row("anywhere", "a//b", "//", true);
    row("anchored", "x/", "^/", false);
    row("end anchor", "abc", "c$", true);
    row("dollar inside", "a$b", "a$b", true);
    row("letters", "GET", "^%u+$", true);
    row("wrong case", "get", "^%u+$", false);
    row("negated class", "abc", "%D", true);
    row("set", "a-b_c", "^[%w%-_]+$", true);
    row("negated set", "a*b", "^[^*]*$", false);
    row("range", "7", "^[0-5]$", false);
    row("escaped star", "*.example", "^%*%.", true);
    row("optional", "https", "^https?$", true);
    row("optional missing", "http", "^https?$", true);
    row("lazy", "ab-12-x9", "^[a-z][a-z%d-]-[a-z%d]+$", true);
    row("lazy needs an end", "a", "^[a-z][a-z%d-]-[a-z%d]+$", false);
    row("lazy bad end", "ab-", "^[a-z][a-z%d-]-[a-z%d]+$", false);
    row("balanced", "[::1]:80", "^%b[]:%d+$", true);
    row("unbalanced", "[::1:80", "^%b[]", false);
    row("captures are ignored", "1.2", "^(%d)%.(%d)$", true);
    row("dot", "é", "^..$", true);
    row("closing bracket first", "]", "^[]]$", true);
    row("empty pattern", "", "", true);
}

void TestLuaPattern::matchesLikeLua()
{
    QFETCH(QString, text);
    QFETCH(QString, pattern);
    QFETCH(bool, matches);
    QCOMPARE(luaMatches(text, pattern), matches);
}

void TestLuaPattern::givesUpOnEndlessBacktracking()
{
    const QString text = QString(200000, u'a') + u"*b*";
    QVERIFY(!luaMatches(text, QStringLiteral("^[^*]*%*?[^*]*$")));
}

QTEST_GUILESS_MAIN(TestLuaPattern)

#include "tst_lua_pattern.moc"
