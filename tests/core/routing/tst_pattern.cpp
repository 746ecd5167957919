// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/match_scratch.h"
#include "core/routing/pattern.h"
#include "core/routing/rust_pattern.h"
#include "tests/support/octets.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::routing;

class TestPattern : public QObject
{
    Q_OBJECT

private slots:
    void matchesPaths_data();
    void matchesPaths();
    void matchesLoweredHeaders_data();
    void matchesLoweredHeaders();
    void refuses_data();
    void refuses();
    void findsWhatMatchesBeginWith_data();
    void findsWhatMatchesBeginWith();
    void namesItsGroups();
    void givesUpOnTextsThatTakeTooLong();
    void refusesSourcesThatAreTooLong();
};

// Pattern of a route path without "~"; matched text, null when it does not match.
void TestPattern::matchesPaths_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("matched");
    const auto row = [](const char *pattern, const char *path, const char *matched) {
        QTest::addRow("%s on %s", pattern, path) << QByteArray(pattern) << QByteArray(path) << QByteArray(matched);
    };
    row("/x", "/xyz", "/x");
    row("/x$", "/x", "/x");
    row("/x$", "/xy", nullptr);
    row("/x$", "/x\n", nullptr);
    row("/x", "/a/x", nullptr);
    row("/a|/b", "/x/b", "/b");
    row("/(a|b)", "/x/b", nullptr);
    row("/users/(?<id>\\d+)/p", "/users/1984/p/x", "/users/1984/p");
    row("/(?P<lang>en|fr)/docs", "/fr/docs", "/fr/docs");
    row("/(?i)hello", "/HeLLo", "/HeLLo");
    row("/hello", "/Hello", nullptr);
    row("/a.b",
        "/a\xc3\xa9"
        "b",
        "/a\xc3\xa9"
        "b");
    row("/a.b", "/a\nb", nullptr);
    row("/\\w+", "/\xc3\xa9t\xc3\xa9", "/\xc3\xa9t\xc3\xa9");
    row("/\\d", "/\xd9\xa5", "/\xd9\xa5");
    row("/a{2,3}", "/aaaa", "/aaa");
    row("/a{2,3}?", "/aaaa", "/aa");
    row("/a++b", "/aab", "/aab");
    row("/.*+b", "/aab", "/aab"); // the second "+" repeats here; in PCRE2 it would forbid going back
    row("/a?+ab", "/ab", "/ab");
    row("/(?:a{1,2}){2}+x", "/aaaax", "/aaaax");
    row("/a{1}+a", "/aaa", "/aaa");
    row("/[^/]+/x", "/ab/x", "/ab/x");
    row("/[]a]+", "/]a", "/]a");
    row("/[[:alpha:]]+", "/ab1", "/ab");
    row("/[a\\]]+", "/a]", "/a]");
    row("/\\v", "/\x0b", "/\x0b");
    row("/\\v", "/\n", nullptr);
    row("/a\\/b\\-c", "/a/b-c", "/a/b-c");
    row("/\\x41\\x{42}", "/AB", "/AB");
    row("/\\<a\\>", "/a", "/a");
    row("/\\p{Lu}\\pN", "/A1", "/A1");
    row("/(?x) a b ", "/ab", "/ab");
    row("/(a)|", "/", "/");
    row("/status/(?<code>[0-9]{3})(?<rest>/.*)?$", "/status/200", "/status/200");
}

void TestPattern::matchesPaths()
{
    QFETCH(const QByteArray, pattern);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, matched);
    const Result<Pattern> compiled = Pattern::forPath(view(pattern));
    QVERIFY2(compiled, compiled ? "" : qPrintable(compiled.error().message));
    MatchScratch scratch;
    // "(a)|" is glued to "^/(a)|": the empty alternative matches everywhere.
    const bool found = compiled->search(view(path), scratch);
    if (pattern == "/(a)|") {
        QVERIFY(found);
        return;
    }
    QCOMPARE(found, !matched.isNull());
    if (found)
        QCOMPARE(bytes(scratch.group(0, view(path))), matched);
}

void TestPattern::matchesLoweredHeaders_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *pattern, const char *value, bool matches) {
        QTest::addRow("%s on %s", pattern, value) << QByteArray(pattern) << QByteArray(value) << matches;
    };
    row("Mobile", "some mobile thing", true);
    row("^mobile$", "some mobile thing", false);
    row("v[12]", "v2", true);
    row("\\D", "1", true); // lowered to \d
    row("\\D", "a", false);
    row("[A-Z]", "a", true);
}

void TestPattern::matchesLoweredHeaders()
{
    QFETCH(const QByteArray, pattern);
    QFETCH(const QByteArray, value);
    const Result<Pattern> compiled = Pattern::forHeader(view(pattern));
    QVERIFY(compiled);
    MatchScratch scratch;
    QTEST(compiled->search(scratch.lower(view(value)), scratch), "matches");
}

void TestPattern::refuses_data()
{
    QTest::addColumn<QByteArray>("pattern");
    for (const char *pattern : {"/a(?=b)",
                                "/a(?!b)",
                                "/(?<=a)b",
                                "/(?<!a)b",
                                "/(a)\\1",
                                "/(?<n>a)\\k<n>",
                                "/(?P<n>a)(?P=n)",
                                "/(a)\\g1",
                                "/(?>a)",
                                "/(?|a|b)",
                                "/(?R)",
                                "/(?1)",
                                "/(?&n)",
                                "/(?#c)",
                                "/(?(1)a)",
                                "/(*FAIL)",
                                "/(?'n'a)",
                                "/(?n)a",
                                "/\\Qa\\E",
                                "/\\Z",
                                "/\\G",
                                "/\\K",
                                "/\\h",
                                "/\\R",
                                "/\\X",
                                "/\\C",
                                "/\\N",
                                "/\\cA",
                                "/\\e",
                                "/\\0",
                                "/\\u0041",
                                "/[a[b]]",
                                "/[a&&b]",
                                "/[a--b]",
                                "/[\\b]",
                                "/[a",
                                "/(a",
                                "/a)",
                                "/a{",
                                "/a{x}",
                                "/a{,3}",
                                "/a{1001}",
                                "/(?:(?:ab){1000}){1000}",
                                "/a{3,2}",
                                "/\\x4",
                                "/\\x{}",
                                "/\\xg0",
                                "/\\p{Nonsense}",
                                "/\\",
                                "/(?<n",
                                "/(?<n>a)(?<n>b)",
                                "/[b-a]",
                                "/[[:nonsense:]]",
                                "/(?<1>a)"})
        QTest::newRow(pattern) << QByteArray(pattern);
}

void TestPattern::refuses()
{
    QFETCH(const QByteArray, pattern);
    const Result<Pattern> compiled = Pattern::forPath(view(pattern));
    QVERIFY(!compiled);
    QVERIFY(compiled.error().message.contains(QString::fromUtf8(pattern)));
}

void TestPattern::findsWhatMatchesBeginWith_data()
{
    QTest::addColumn<QByteArray>("begin");
    const auto row = [](const char *pattern, const char *begin) { QTest::newRow(pattern) << QByteArray(begin); };
    row("^/api/v[12]/orders", "/api/v");
    row("^/api/v\\d", "/api/v");
    row("^/a\\.b\\/c(d)", "/a.b/c");
    row("^/ab?c", "/a");
    row("^/ab*c", "/a");
    row("^/ab+c", "/ab");
    row("^/ab{0,2}c", "/a");
    row("^/ab{2}c", "/a");
    row("^/a|/b", "");
    row("^/(a|b)", "/");
    row("^/a(b|c)|d", "");
    row("^/(?i)ab", "/");
    row("^(?i)/ab", "");
    row("^/a$", "/a");
    row("^/a.b", "/a");
    row("^/caf\xc3\xa9", "/caf");
    row("^/a^b", "/a");
    row("/a", "");
    row("^", "");
}

void TestPattern::findsWhatMatchesBeginWith()
{
    QTEST(QByteArray::fromStdString(literalBegin(QTest::currentDataTag())), "begin");
}

void TestPattern::namesItsGroups()
{
    const Result<Pattern> compiled = Pattern::forPath("/(?<a>x)(y)?(?P<c>z)");
    QVERIFY(compiled);
    QCOMPARE(compiled->groupCount(), 3U);
    QCOMPARE(compiled->names().size(), std::size_t(2));
    QCOMPARE(bytes(compiled->names()[1].name), "c");
    QCOMPARE(compiled->names()[1].group, 3U);
    MatchScratch scratch;
    QVERIFY(compiled->search("/xz", scratch));
    QCOMPARE(bytes(scratch.group(1, "/xz")), "x");
    QVERIFY(scratch.group(2, "/xz").data() == nullptr);
    QCOMPARE(bytes(scratch.group(3, "/xz")), "z");
}

void TestPattern::givesUpOnTextsThatTakeTooLong()
{
    const Result<Pattern> compiled = Pattern::forPath("/(a+)+$");
    QVERIFY(compiled);
    MatchScratch scratch;
    const QByteArray path = "/" + QByteArray(8000, 'a') + "b";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!compiled->search(view(path), scratch));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

void TestPattern::refusesSourcesThatAreTooLong()
{
    QVERIFY(Pattern::forPath(std::string(4095, 'a')));
    QVERIFY(!Pattern::forPath(std::string(4096, 'a')));
}

QTEST_GUILESS_MAIN(TestPattern)
#include "tst_pattern.moc"
