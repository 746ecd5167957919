// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/lua_syntax.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestLuaSyntax : public QObject
{
    Q_OBJECT

private slots:
    void acceptsChunks_data();
    void acceptsChunks();
    void refusesBrokenChunks_data();
    void refusesBrokenChunks();
    void survivesDeepNesting();
};

void TestLuaSyntax::acceptsChunks_data()
{
    QTest::addColumn<QString>("chunk");
    for (const char *chunk :
         {"", "return", "return 1, 'a', [[long]], {1, a=2, [3]=4; 5}", "-- comment",
          "--[==[ long\n comment ]==]\nreturn", "for i = 1, 10, 2 do print(i) end", "for k, v in pairs(t) do end",
          "while true do break end", "repeat local x = f() until x == nil",
          "if a then b() elseif c then d() else e() end", "local function f(a, ...) return a, ... end",
          "function a.b.c:d() end", "x, y[1], z.a = 1, 2", "kong.log.inspect(kong.request.get_headers())",
          "return not -#t ^ 2 .. 'x' <= 5 and nil or true", "f'text' {1} :m(2)", "return function() return 1 end",
          "local a = 0x1F + 1.5e-3", "do end; f();"}) {
        QTest::newRow(*chunk ? chunk : "empty") << QString::fromUtf8(chunk);
    }
}

void TestLuaSyntax::acceptsChunks()
{
    QFETCH(QString, chunk);
    const std::optional<QString> problem = luaSyntaxProblem(chunk);
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
}

void TestLuaSyntax::refusesBrokenChunks_data()
{
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *chunk, const char *problem) { QTest::newRow(chunk) << QString::fromUtf8(problem); };
    row("return (", "[string]:1: unexpected symbol near '<eof>'");
    row("end", "[string]:1: '<eof>' expected near 'end'");
    row("x", "[string]:1: syntax error near '<eof>'");
    row("if a then", "[string]:1: 'end' expected near '<eof>'");
    row("local 5", "[string]:1: <name> expected near '5'");
    row("f()\nreturn return", "[string]:2: unexpected symbol near 'return'");
    row("return 'open", "[string]:1: unexpected symbol near ''open'");
    row("f() = 1", "[string]:1: syntax error near '='");
    row("return {1, 2", "[string]:1: '}' expected near '<eof>'");
    row("a ! b", "[string]:1: syntax error near '!'");
    row("--[[ never closed", "[string]:1: unexpected symbol near ''");
}

void TestLuaSyntax::refusesBrokenChunks()
{
    QFETCH(QString, problem);
    QCOMPARE(luaSyntaxProblem(QString::fromUtf8(QTest::currentDataTag())).value_or(QString()), problem);
}

void TestLuaSyntax::survivesDeepNesting()
{
    QVERIFY(luaSyntaxProblem(u"return "_s + QString(100000, u'(')));
    QVERIFY(luaSyntaxProblem(u"do "_s.repeated(100000)));
    QVERIFY(luaSyntaxProblem(u"return "_s + QString(100000, u'{')));
}

QTEST_GUILESS_MAIN(TestLuaSyntax)

#include "tst_lua_syntax.moc"
