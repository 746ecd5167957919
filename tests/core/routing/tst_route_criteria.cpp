// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/routing/route_rules.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::routing;

// Each criterion of a rule alone; tst_router is about choosing among rules.
class TestRouteCriteria : public QObject
{
    Q_OBJECT

private slots:
    void comparesHosts_data();
    void comparesHosts();
    void comparesPrefixes_data();
    void comparesPrefixes();
    void comparesMethods();
    void comparesHeaders_data();
    void comparesHeaders();
    void needsEveryHeader();
    void comparesSnisOfTlsOnly_data();
    void comparesSnisOfTlsOnly();
};

void TestRouteCriteria::comparesHosts_data()
{
    QTest::addColumn<QByteArray>("configured");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *configured, const char *host, bool matches) {
        QTest::addRow("%s against %s", configured, host) << QByteArray(configured) << QByteArray(host) << matches;
    };
    row("a.test", "a.test", true);
    row("a.test", "A.test", false);
    row("a.test", "a.test:1234", true);
    row("a.test", "b.test", false);
    row("a.test", "a.test.", false);
    row("a.test", "", false);
    row("*.x.com", "a.x.com", true);
    row("*.x.com", "a.b.x.com", true);
    row("*.x.com", ".x.com", true);
    row("*.x.com", "x.com", false);
    row("*.x.com", "a.x.com:81", true);
    row("*.x.com", "a.x.com.net", false);
    row("x.*", "x.co.uk", true);
    row("x.*", "x.", true);
    row("x.*", "x", false);
    row("x.*", "a.x.com", false);
    row("h:8000", "h", true); // the listening port counts
    row("h:8000", "h:8000", true);
    row("h:8000", "h:8001", false);
    row("h:8001", "h", false);
    row("h:8001", "h:8001", true);
    row("*.h:8001", "a.h:8001", true);
    row("*.h:8001", "a.h:8002", false);
    row("[::1]", "[::1]", true);
    row("[::1]:8000", "[::1]:8000", true);
    row("[::1]", "[::1]:8000", false);
    row("h", "h:", false);
    row("127.0.0.1", "127.0.0.1:8000", true);
}

void TestRouteCriteria::comparesHosts()
{
    QFETCH(const QByteArray, configured);
    QFETCH(const QByteArray, host);
    QFETCH(const bool, matches);
    const Router router = build({withHosts({configured.toStdString()})});
    RouteQuery query = forPath("/");
    query.host = {host.constData(), std::size_t(host.size())};
    QCOMPARE(matched(router, query), matches ? 0 : -1);
}

void TestRouteCriteria::comparesPrefixes_data()
{
    QTest::addColumn<bool>("matches");
    for (const char *path : {"/foo", "/foo/", "/foobar", "/foo/bar"})
        QTest::newRow(path) << true;
    for (const char *path : {"/", "/fo", "/Foo", "/x/foo"})
        QTest::newRow(path) << false;
}

void TestRouteCriteria::comparesPrefixes()
{
    QFETCH(const bool, matches);
    QCOMPARE(matched(build({withPaths({"/foo"})}), forPath(QTest::currentDataTag())), matches ? 0 : -1);
}

void TestRouteCriteria::comparesMethods()
{
    RouteRule rule;
    rule.methods = {"GET", "PURGE"};
    const Router router = build({rule});
    RouteQuery query = forPath("/");
    QCOMPARE(matched(router, query), 0);
    query.method = "PURGE";
    QCOMPARE(matched(router, query), 0);
    query.method = "get";
    QCOMPARE(matched(router, query), -1);
}

void TestRouteCriteria::comparesHeaders_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const char *value, bool matches) {
        QTest::addRow("%s: %s", name, value) << QByteArray(name) << QByteArray(value) << matches;
    };
    row("X-My-Env", "canary", true);
    row("x-my-env", "CANARY", true);
    row("x_my_env", "Beta", true);
    row("X-My_Env", "canary", true);
    row("X-My-Env", "canary,beta", false);
    row("X-My-Env", "", false);
    row("X-Env", "canary", false);
    row("X-My-Env", "Version-12-x", true); // ~*, searched anywhere
    row("X-My-Env", "version-x", false);
}

void TestRouteCriteria::comparesHeaders()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, matches);
    const Router router = build({withHeader("X-my-env", {"Canary", "beta", "~*Version-\\d+"})});
    http::FieldList fields;
    QVERIFY(fields.push({"X-My-Env", "other", http::FieldId::Other, false})); // any instance suffices
    QVERIFY(fields.push({{name.constData(), std::size_t(name.size())},
                         {value.constData(), std::size_t(value.size())},
                         http::FieldId::Other,
                         false}));
    RouteQuery query = forPath("/");
    query.fields = &fields;
    QCOMPARE(matched(router, query), matches ? 0 : -1);
}

void TestRouteCriteria::needsEveryHeader()
{
    RouteRule rule = withHeader("a", {"1"});
    rule.headers.emplace_back("b", Texts{"2"});
    const Router router = build({rule});
    http::FieldList fields;
    RouteQuery query = forPath("/");
    QCOMPARE(matched(router, query), -1);
    query.fields = &fields;
    QVERIFY(fields.push({"a", "1", http::FieldId::Other, false}));
    QCOMPARE(matched(router, query), -1);
    QVERIFY(fields.push({"b", "2", http::FieldId::Other, false}));
    QCOMPARE(matched(router, query), 0);
}

void TestRouteCriteria::comparesSnisOfTlsOnly_data()
{
    QTest::addColumn<QByteArray>("configured");
    QTest::addColumn<QByteArray>("sni");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const char *configured, const char *sni, bool tls, bool matches) {
        QTest::newRow(name) << QByteArray(configured) << QByteArray(sni) << tls << matches;
    };
    row("equal", "a.test", "a.test", true, true);
    row("other", "a.test", "b.test", true, false);
    row("none", "a.test", "", true, false);
    row("plain connection", "a.test", "", false, true);
    row("dot at the end", "a.test.", "a.test", true, true);
    row("wildcard", "*.test", "a.test", true, true);
    row("wildcard on the right", "a.*", "a.test", true, true);
    row("other wildcard", "*.test", "test", true, false);
}

void TestRouteCriteria::comparesSnisOfTlsOnly()
{
    QFETCH(const QByteArray, configured);
    QFETCH(const QByteArray, sni);
    QFETCH(const bool, tls);
    QFETCH(const bool, matches);
    RouteRule rule;
    rule.snis = {configured.toStdString()};
    RouteQuery query = forPath("/");
    query.sni = {sni.constData(), std::size_t(sni.size())};
    query.tls = tls;
    QCOMPARE(matched(build({rule}), query), matches ? 0 : -1);
}

QTEST_GUILESS_MAIN(TestRouteCriteria)
#include "tst_route_criteria.moc"
