// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/host.h"
#include "core/http/target.h"
#include "tests/support/octets.h"

#include <QTest>

#include <string_view>

using namespace gatehouse;
using namespace gatehouse::http;

class TestTarget : public QObject
{
    Q_OBJECT

private slots:
    void splitsTargets_data();
    void splitsTargets();
    void refusesTargets_data();
    void refusesTargets();
    void checksHosts_data();
    void checksHosts();
};

void TestTarget::splitsTargets_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("authority");
    const auto row = [](const char *target, QByteArray path, QByteArray query = {}, QByteArray authority = {}) {
        QTest::newRow(target) << QByteArray("GET") << path << query << authority;
    };
    row("/", "/");
    row("/a/b;c=1/d", "/a/b;c=1/d");
    row("/a?", "/a", "?");
    row("/a?b=c?d", "/a", "?b=c?d");
    row("/a?b=%zz%", "/a", "?b=%zz%"); // queries are never decoded, so nothing in them is malformed
    row("/a?../..", "/a", "?../..");
    row("//a//b", "//a//b");
    row("/%41%c3%A9", "/%41%c3%A9");
    row("/caf\xc3\xa9", "/caf\xc3\xa9");
    row("/a/../b", "/a/../b");
    row("/a/b/%2e%2E/..", "/a/b/%2e%2E/..");
    row("/...", "/...");
    row("/a/..b/../..", "/a/..b/../..");
    row("/./.", "/./.");
    row("http://a.test", "", "", "a.test");
    row("http://a.test:8080/x?y", "/x", "?y", "a.test:8080");
    row("HTTPS://a.test?y", "", "?y", "a.test");
    row("http://[::1]:80/x", "/x", "", "[::1]:80");
    QTest::newRow("*") << QByteArray("OPTIONS") << QByteArray("*") << QByteArray() << QByteArray();
    QTest::newRow("a.test:443") << QByteArray("CONNECT") << QByteArray("a.test:443") << QByteArray()
                                << QByteArray("a.test:443");
}

void TestTarget::splitsTargets()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, query);
    QFETCH(const QByteArray, authority);
    Target target;
    QCOMPARE(parseTarget(QTest::currentDataTag(), view(method), target), nullptr);
    QCOMPARE(bytes(target.path), path);
    QCOMPARE(bytes(target.query), query);
    QCOMPARE(bytes(target.authority), authority);
}

void TestTarget::refusesTargets_data()
{
    QTest::addColumn<QByteArray>("method");
    const auto row = [](const char *target, const char *method = "GET") {
        QTest::addRow("%s %s", method, target) << QByteArray(method);
    };
    for (const char *target : {"a", "a.test:80", "*", "?a", "#", "mailto:a", "ftp://a/", "http:/a", "http:a", "http://",
                               "http:///a", "http://:80/", "http://u@a.test/", "http://u:p@a.test/", "http://a b/",
                               "http://a.test:x/", "http://a.test#f"})
        row(target);
    for (const char *target : {"/a#b", "/a?b#c", "/%", "/%4", "/%4g", "/%zz", "/a%b", "/%00", "/a%00b", "/%2?b"})
        row(target);
    for (const char *target : {"/..", "/../", "/../a", "/a/../..", "/a/../../b", "/%2e%2e", "/.%2E/a", "/a//../..",
                               "/a/./../..", "/a%2f..%2f..", "/%2f..", "http://a.test/../b"})
        row(target);
    row("*", "options");
    row("/", "CONNECT");
    row("a.test", "CONNECT");
    row("a.test:", "CONNECT");
    row("http://a.test:80/", "CONNECT");
    row("[::1]", "CONNECT");
}

void TestTarget::refusesTargets()
{
    QFETCH(const QByteArray, method);
    const std::string_view text = std::string_view(QTest::currentDataTag()).substr(std::size_t(method.size()) + 1);
    Target target;
    QVERIFY(parseTarget(text, view(method), target) != nullptr);
}

void TestTarget::checksHosts_data()
{
    QTest::addColumn<bool>("valid");
    for (const char *host : {"a", "a.test", "a.test:80", "a.test:", "A_b.test", "127.0.0.1:65535", "[::1]", "[::1]:80",
                             "[1:2:3:4:5:6:7:8]", "[::ffff:1.2.3.4]", "[fe80::1:2]:1", "a%20b", "x!$&'()*+;=~", "a."})
        QTest::newRow(host) << true;
    for (const char *host : {"",
                             ":80",
                             "a:b",
                             "a:80:80",
                             "a:65536",
                             "a:-1",
                             "a:+80",
                             "a b",
                             "a/b",
                             "a?b",
                             "a#b",
                             "a@b",
                             "a\\b",
                             "[::1",
                             "::1",
                             "[]",
                             "[a]",
                             "[::g]",
                             "[::1]x",
                             "[::1]:x",
                             "[1:2:3:4:5:6:7:8:9]",
                             "[1::2::3]",
                             "[:::]",
                             "[12345::]",
                             "[1:2]",
                             "[::1.2.3]",
                             "[::1.2.3.256]",
                             "[fe80::1%25e]",
                             "a%2",
                             "a%zz",
                             "\xc3\xa9.test",
                             "a\"b",
                             "<a>",
                             "a,b c",
                             "a|b",
                             "a^b",
                             "`a`",
                             "{a}"})
        QTest::newRow(host[0] == '\0' ? "empty" : host) << false;
}

void TestTarget::checksHosts()
{
    QFETCH(const bool, valid);
    const std::string_view tag = QTest::currentDataTag();
    QCOMPARE(isHost(tag == "empty" ? std::string_view() : tag), valid);
}

QTEST_GUILESS_MAIN(TestTarget)
#include "tst_target.moc"
