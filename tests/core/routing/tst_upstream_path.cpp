// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/upstream_path.h"
#include "tests/support/octets.h"

#include <QTest>

#include <vector>

using namespace gatehouse;
using namespace gatehouse::routing;

namespace {

QByteArray joined(const UpstreamPath &path)
{
    std::vector<char> out(path.base.size() + path.request.size() + 1);
    return QByteArray(out.data(), qsizetype(writeUpstreamPath(path, out.data())));
}

void row(const char *base, const char *route, const char *request, const char *stripped, const char *kept)
{
    QTest::addRow("%s + %s of %s", base, request, route)
        << QByteArray(base) << QByteArray(route) << QByteArray(request) << QByteArray(stripped) << QByteArray(kept);
}

} // namespace

class TestUpstreamPath : public QObject
{
    Q_OBJECT

private slots:
    void joins_data();
    void joins();
    void stripsTheMatchedText_data();
    void stripsTheMatchedText();
};

// An empty route path stands for a route with hosts only.
void TestUpstreamPath::joins_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("stripped");
    QTest::addColumn<QByteArray>("kept");
    row("/", "/", "/", "/", "/");
    row("/", "/", "/route", "/route", "/route");
    row("/", "/", "/route/", "/route/", "/route/");
    row("/", "/route", "/route", "/", "/route");
    row("/", "/route", "/route/", "/", "/route/");
    row("/", "/route", "/route/x", "/x", "/route/x");
    row("/", "/route", "/routex", "/x", "/routex");
    row("/", "/route/", "/route/", "/", "/route/");
    row("/", "/route/", "/route/x", "/x", "/route/x");
    row("/", "", "/", "/", "/");
    row("/", "", "/route/", "/route/", "/route/");
    row("/svc", "/", "/", "/svc", "/svc");
    row("/svc", "/", "/route", "/svc/route", "/svc/route");
    row("/svc", "/", "/route/", "/svc/route/", "/svc/route/");
    row("/svc", "/route", "/route", "/svc", "/svc/route");
    row("/svc", "/route", "/route/", "/svc/", "/svc/route/");
    row("/svc", "/route", "/route/x", "/svc/x", "/svc/route/x");
    row("/svc", "/route", "/routex", "/svc/x", "/svc/routex");
    row("/svc", "/route/", "/route/", "/svc/", "/svc/route/");
    row("/svc", "/route/", "/route/x", "/svc/x", "/svc/route/x");
    row("/svc", "", "/", "/svc", "/svc");
    row("/svc", "", "/route", "/svc/route", "/svc/route");
    row("/svc", "", "/route/", "/svc/route/", "/svc/route/");
    row("/svc/", "/", "/", "/svc/", "/svc/");
    row("/svc/", "/", "/route", "/svc/route", "/svc/route");
    row("/svc/", "/", "/route/", "/svc/route/", "/svc/route/");
    row("/svc/", "/route", "/route", "/svc", "/svc/route");
    row("/svc/", "/route", "/route/", "/svc/", "/svc/route/");
    row("/svc/", "/route", "/route/x", "/svc/x", "/svc/route/x");
    row("/svc/", "/route", "/routex", "/svc/x", "/svc/routex");
    row("/svc/", "/route/", "/route/", "/svc/", "/svc/route/");
    row("/svc/", "/route/", "/route/x", "/svc/x", "/svc/route/x");
    row("/svc/", "", "/", "/svc/", "/svc/");
    row("/svc/", "", "/route", "/svc/route", "/svc/route");
    row("/svc/", "", "/route/", "/svc/route/", "/svc/route/");
}

void TestUpstreamPath::joins()
{
    QFETCH(const QByteArray, base);
    QFETCH(const QByteArray, route);
    QFETCH(const QByteArray, request);
    QTEST(joined({view(base), view(request), view(route), true}), "stripped");
    QTEST(joined({view(base), view(request), view(route), false}), "kept");
}

void TestUpstreamPath::stripsTheMatchedText_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("matched");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("path");
    const auto add = [](const char *name, const char *base, const char *matched, const char *request,
                        const char *path) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(matched) << QByteArray(request) << QByteArray(path);
    };
    add("whole path", "/svc", "/users/1984/p", "/users/1984/p", "/svc");
    add("text of a regular expression", "/", "/users/1984/p", "/users/1984/p/x", "/x");
    add("text matched elsewhere is counted off the front", "/", "/b", "/x/b", "/b");
    add("one dot is left", "/svc", "/route", "/route.", "/svc");
    add("two dots are left", "/", "/route", "/route..", "/");
    add("dot and slash are left", "/", "/route", "/route./x", "/x");
    add("two dots and slash are left", "/svc/", "/route", "/route../x", "/svc/x");
    add("dots and slash leave nothing", "/svc", "/route", "/route../", "/svc/");
    add("three dots are a name", "/", "/route", "/route.../x", "/.../x");
    add("space in the prefix", "/svc", "/a b", "/a b/c", "/svc/c");
}

void TestUpstreamPath::stripsTheMatchedText()
{
    QFETCH(const QByteArray, base);
    QFETCH(const QByteArray, matched);
    QFETCH(const QByteArray, request);
    QTEST(joined({view(base), view(request), view(matched), true}), "path");
}

QTEST_GUILESS_MAIN(TestUpstreamPath)
#include "tst_upstream_path.moc"
