// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/vocabulary.h"

#include <QTest>

using namespace gatehouse;
using vocabulary::Problem;

using Rule = Problem (*)(const QJsonValue &);
Q_DECLARE_METATYPE(Rule)

class TestVocabulary : public QObject
{
    Q_OBJECT

private slots:
    void wordsProblemsAsKongDoes_data();
    void wordsProblemsAsKongDoes();
    void splitsUrls_data();
    void splitsUrls();
    void normalizesPaths_data();
    void normalizesPaths();
};

void TestVocabulary::wordsProblemsAsKongDoes_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, Rule rule, const char *value, const char *problem) {
        QTest::newRow(name) << rule << QString::fromUtf8(value) << QString::fromUtf8(problem);
    };
    row("host", vocabulary::host, "example.com", "");
    row("host with port", vocabulary::host, "a:80", "must not have a port");
    row("host with bad port", vocabulary::host, "a:99999", "must not have a port");
    row("no host", vocabulary::host, "bad host", "invalid value: bad host");
    row("host and port", vocabulary::hostWithOptionalPort, "a:80", "");
    row("sni", vocabulary::sni, "a.example", "");
    row("sni address", vocabulary::sni, "1.1.1.1", "must not be an IP");
    row("wildcard", vocabulary::wildcardHost, "*.a", "");
    row("wildcard without dot", vocabulary::wildcardHost, "*example.com", "");
    row("wildcard inside", vocabulary::wildcardHost, "a.*.b", "wildcard must be leftmost or rightmost character");
    row("two wildcards", vocabulary::wildcardHost, "*.*.a", "only one wildcard must be specified");
    row("range", vocabulary::ipOrCidr, "10.0.0.0/99", "invalid ip or cidr range: '10.0.0.0/99'");
    row("path", vocabulary::path, "/a b",
        "invalid path: '/a b' (characters outside of the reserved list of RFC 3986 found)");
    row("path percent", vocabulary::path, "/a%2w", "invalid url-encoded value: '%2w'");
    row("path percent at end", vocabulary::path, "/a%2", "invalid url-encoded value: '%2'");
    row("url", vocabulary::url, "http://a", "");
    row("url without host", vocabulary::url, "x", "missing host in url");
    row("url without scheme", vocabulary::url, "//a/b", "missing scheme in url");
    row("name", vocabulary::utf8Name, "a-b.c_d~é", "");
    row("bad name", vocabulary::utf8Name, "a b",
        "invalid value 'a b': the only accepted ascii characters are alphanumerics or ., -, _, and ~");
    row("tag with space", vocabulary::tag, "a b:c", "");
    row("tag with comma", vocabulary::tag, "a,b",
        "invalid tag 'a,b': expected printable ascii (except `,` and `/`) or valid utf-8 sequences");
    row("header", vocabulary::headerName, "bad header",
        "bad header name 'bad header', allowed characters are A-Z, a-z, 0-9, '_', and '-'");
    row("route host", vocabulary::routeHost, "*.example.org:321", "");
    row("route host port", vocabulary::routeHost, "example.*:80", "");
    row("route path", vocabulary::routePath, "/a/b", "");
    row("route path encoded", vocabulary::routePath, "/a%2fb", "non-normalized path, consider use '/a%2Fb' instead");
    row("route path space", vocabulary::routePath, "/a%20b", "non-normalized path, consider use '/a b' instead");
    row("route path dots", vocabulary::routePath, "/a/../b", "non-normalized path, consider use '/b' instead");
    row("route path percent", vocabulary::routePath, "/a%zz", "invalid url-encoded value: '%zz'");
    row("route expression", vocabulary::routePath, "~/users/(?<id>\\d+)$", "");
}

void TestVocabulary::wordsProblemsAsKongDoes()
{
    QFETCH(Rule, rule);
    QFETCH(QString, value);
    QFETCH(QString, problem);
    QCOMPARE(rule(value).value_or(QString()), problem);
}

void TestVocabulary::splitsUrls_data()
{
    QTest::addColumn<QString>("parts");
    QTest::newRow("http://user:pw@example.com:8080/p/q?x=1#f") << QStringLiteral("http example.com 8080 /p/q");
    QTest::newRow("https://example.com") << QStringLiteral("https example.com - -");
    QTest::newRow("http://[::1]:8080/x") << QStringLiteral("http ::1 8080 /x");
    QTest::newRow("localhost:3001") << QStringLiteral("localhost - - 3001");
    QTest::newRow("127.0.0.1:80") << QStringLiteral("127.0.0.1 - - 80");
    QTest::newRow("//h/x") << QStringLiteral("- h - /x");
    QTest::newRow("http://") << QStringLiteral("http - - -");
    QTest::newRow("http://h?x=1") << QStringLiteral("http h - -");
    QTest::newRow("/only/path") << QStringLiteral("- - - /only/path");
}

void TestVocabulary::splitsUrls()
{
    QFETCH(QString, parts);
    const vocabulary::UrlParts split = vocabulary::splitUrl(QString::fromUtf8(QTest::currentDataTag()));
    const auto shown = [](const QString &part) { return part.isNull() ? QStringLiteral("-") : part; };
    QCOMPARE(shown(split.scheme) + u' ' + shown(split.host) + u' ' + shown(split.port) + u' ' + shown(split.path),
             parts);
}

void TestVocabulary::normalizesPaths_data()
{
    QTest::addColumn<QString>("normal");
    QTest::newRow("/") << QStringLiteral("/");
    QTest::newRow("/a/./b/../c") << QStringLiteral("/a/c");
    QTest::newRow("/a//b") << QStringLiteral("/a/b");
    QTest::newRow("/a/b/..") << QStringLiteral("/a/");
    QTest::newRow("/..") << QStringLiteral("/");
    QTest::newRow("/%7euser") << QStringLiteral("/~user");
    QTest::newRow("/a%2fb%3a") << QStringLiteral("/a%2Fb%3A");
    QTest::newRow("/%c3%a9") << QStringLiteral("/é");
    QTest::newRow("/a%") << QStringLiteral("/a%");
}

void TestVocabulary::normalizesPaths()
{
    QFETCH(QString, normal);
    QCOMPARE(vocabulary::normalizePath(QString::fromUtf8(QTest::currentDataTag())), normal);
}

QTEST_GUILESS_MAIN(TestVocabulary)

#include "tst_vocabulary.moc"
