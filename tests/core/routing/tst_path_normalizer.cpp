// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/path_normalizer.h"
#include "tests/support/octets.h"

#include <QRandomGenerator>
#include <QTest>

#include <vector>

using namespace gatehouse;
using namespace gatehouse::routing;

namespace {

QByteArray normalized(const QByteArray &path)
{
    std::vector<char> out(std::size_t(path.size()));
    const std::string_view result = normalizePath(view(path), out.data());
    return QByteArray(result.data(), qsizetype(result.size()));
}

QByteArray escaped(const QByteArray &path)
{
    std::vector<char> out(std::size_t(path.size()) * 3);
    return QByteArray(out.data(), qsizetype(escapePath(view(path), out.data())));
}

} // namespace

class TestPathNormalizer : public QObject
{
    Q_OBJECT

private slots:
    void normalizesAndEscapes_data();
    void normalizesAndEscapes();
    void returnsNormalPathsAsTheyAre();
    void decodesEveryOctetButTheReserved();
    void isStableUnderRepetition();
    void recognisesUtf8_data();
    void recognisesUtf8();
};

void TestPathNormalizer::normalizesAndEscapes_data()
{
    QTest::addColumn<QByteArray>("matched");
    QTest::addColumn<QByteArray>("forwarded");
    const auto row = [](const char *raw, const char *matched, const char *forwarded = nullptr) {
        QTest::newRow(raw) << QByteArray(matched) << QByteArray(forwarded == nullptr ? matched : forwarded);
    };
    row("/", "/");
    row("/foo/bar", "/foo/bar");
    row("/foo//bar", "/foo/bar");
    row("/foo/./bar", "/foo/bar");
    row("/foo/a/../bar", "/foo/bar");
    row("/h%65llo", "/hello");
    row("/a%2fb", "/a%2Fb");
    row("/cat%20dog", "/cat dog", "/cat%20dog");
    row("/caf%C3%A9", "/caf\xc3\xa9", "/caf%C3%A9");
    row("/caf\xc3\xa9", "/caf\xc3\xa9", "/caf%C3%A9");
    row("/caf%E9", "/caf\xe9", "/caf%E9");
    row("/a\\b", "/a\\b", "/a%5Cb");
    row("/a%5cb", "/a\\b", "/a%5Cb");
    row("/a\"b", "/a\"b", "/a%22b");
    row("/a;b=1", "/a;b=1");
    row("/a%25b", "/a%25b");
    row("/a%2525b", "/a%2525b");
    row("/a%3bb", "/a%3Bb");
    row("/a%3f", "/a%3F");
    row("/^{}|<>`", "/^{}|<>`", "/%5E%7B%7D%7C%3C%3E%60");
    row("/a/..", "/");
    row("/a/.", "/a/");
    row("/a//", "/a/");
    row("//", "/");
    row("////a", "/a");
    row("/a/%2E%2E/b", "/b");
    row("/a/.%2e/b", "/b");
    row("/a..", "/a..");
    row("/...", "/...");
    row("/.a", "/.a");
    row("/..a/b", "/..a/b");
    row("/a/b/../..", "/");
    row("/a/b/..//../c/", "/c/");
    row("/a/b/./../c/.", "/a/c/");
    row("/..", "/");
    row("/../a", "/a");
    row("/a//../b", "/b");
    row("/a%2f../b", "/a%2F../b");
    row("/%7e%7E~", "/~~~");
    row("/a%0Ab%7F", "/a\nb\x7f", "/a%0Ab%7F");
}

void TestPathNormalizer::normalizesAndEscapes()
{
    const QByteArray matched = normalized(QTest::currentDataTag());
    QTEST(matched, "matched");
    QTEST(escaped(matched), "forwarded");
}

void TestPathNormalizer::returnsNormalPathsAsTheyAre()
{
    const std::string_view path = "/a/b.c/d;e=f/";
    QCOMPARE(static_cast<const void *>(normalizePath(path, nullptr).data()), static_cast<const void *>(path.data()));
}

void TestPathNormalizer::decodesEveryOctetButTheReserved()
{
    const QByteArray reserved = "!*'();:@&=+$,/?%#[]";
    for (int octet = 1; octet < 256; ++octet) {
        if (octet == '.')
            continue; // a dot segment
        const QByteArray hex = QByteArray(1, char(octet)).toHex();
        const QByteArray expected = reserved.contains(char(octet)) ? "%" + hex.toUpper() : QByteArray(1, char(octet));
        QCOMPARE(normalized("/%" + hex), "/" + expected);
        QCOMPARE(normalized("/%" + hex.toUpper()), "/" + expected);
    }
}

void TestPathNormalizer::isStableUnderRepetition()
{
    QRandomGenerator random(20240229);
    const QByteArrayList pieces{"/", ".", "..", "a", "%2e", "%2F", "%41", "%25", "//", "/./", "/../", "~", "%c3%a9"};
    for (int i = 0; i < 20000; ++i) {
        QByteArray path = "/";
        for (int count = random.bounded(8); count > 0; --count)
            path += pieces.at(random.bounded(int(pieces.size())));
        const QByteArray once = normalized(path);
        QVERIFY(once.startsWith('/') && !once.contains("//") && once.size() <= path.size());
        const QByteArray closed = once + "/";
        QVERIFY(!closed.contains("/../") && !closed.contains("/./"));
        QCOMPARE(normalized(once), once);
    }
}

void TestPathNormalizer::recognisesUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *name, const QByteArray &text, bool valid) { QTest::newRow(name) << text << valid; };
    row("empty", "", true);
    row("ASCII", "/abcdefghijklmnop", true);
    row("two octets", "/\xc2\x80\xdf\xbf", true);
    row("three octets", "\xe0\xa0\x80\xef\xbf\xbf", true);
    row("four octets", "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf", true);
    row("behind eight octets", "abcdefgh\xe9", false);
    row("lone continuation", "\x80", false);
    row("overlong of two", "\xc1\xbf", false);
    row("overlong of three", "\xe0\x9f\xbf", false);
    row("overlong of four", "\xf0\x8f\xbf\xbf", false);
    row("surrogate", "\xed\xa0\x80", false);
    row("beyond U+10FFFF", "\xf4\x90\x80\x80", false);
    row("five octets", "\xf8\x88\x80\x80\x80", false);
    row("cut", "a\xe2\x82", false);
    row("Latin-1", "caf\xe9/x", false);
}

void TestPathNormalizer::recognisesUtf8()
{
    QFETCH(const QByteArray, text);
    QTEST(isUtf8(view(text)), "valid");
}

QTEST_GUILESS_MAIN(TestPathNormalizer)
#include "tst_path_normalizer.moc"
