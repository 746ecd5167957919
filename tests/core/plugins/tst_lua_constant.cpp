// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/lua_constant.h"

#include <QTest>

using namespace gatehouse;

class TestLuaConstant : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void leavesOtherChunksAlone_data();
    void leavesOtherChunksAlone();
};

void TestLuaConstant::reads_data()
{
    QTest::addColumn<QString>("chunk");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *chunk, const char *json) {
        QTest::newRow(chunk) << QString::fromUtf8(chunk) << QByteArray(json);
    };
    row("return 'x'", R"("x")");
    row("return \"a/b\"", R"("a\/b")");
    row("return 'say \"hi\"'", R"("say \"hi\"")");
    row("return 'it\\'s'", R"("it's")");
    row("return 'a\\n\\t\\\\'", R"("a\u000a\u0009\\")");
    row("return '\\65\\066\\x43d'", R"("ABCd")");
    row("return '\xc3\xa4'", "\"\xc3\xa4\"");
    row("return [[a\\n]]", R"("a\\n")");
    row("return [==[\n]]x]==]", R"("]]x")");
    row("return 5", "5");
    row("return -5.5", "-5.5");
    row("return 5.0", "5");
    row("return 0x10", "16");
    row("return 1e3", "1000");
    row("return 0.1", "0.1");
    row("return true", "true");
    row("return false", "false");
    row("return nil", "");
    row("return nil;", "");
    row("-- a comment\nreturn --[[ another ]] 'x' -- and one", R"("x")");
}

void TestLuaConstant::reads()
{
    QFETCH(QString, chunk);
    const std::optional<std::string> json = luaConstant(chunk);
    QVERIFY(json.has_value());
    QTEST(QByteArray::fromStdString(*json), "json");
}

void TestLuaConstant::leavesOtherChunksAlone_data()
{
    QTest::addColumn<QString>("chunk");
    for (const char *chunk : {"return ngx.now()", "return 'a' .. 'b'", "return x", "return 1 + 1", "return {}",
                              "return 1, 2", "local a = 1 return 1", "return", "", "'x'", "return -'1'", "return - - 1",
                              "return 'x", "return 1e999", "return not true"})
        QTest::newRow(chunk) << QString::fromUtf8(chunk);
}

void TestLuaConstant::leavesOtherChunksAlone()
{
    QFETCH(QString, chunk);
    QVERIFY(!luaConstant(chunk).has_value());
}

QTEST_GUILESS_MAIN(TestLuaConstant)
#include "tst_lua_constant.moc"
