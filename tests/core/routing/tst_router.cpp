// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/router.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::routing;

namespace
{

using Texts = std::vector<std::string>;

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

RouteRule withPaths(const Texts &paths)
{
    RouteRule rule;
    rule.paths = paths;
    return rule;
}

RouteRule withHosts(const Texts &hosts)
{
    RouteRule rule;
    rule.hosts = hosts;
    return rule;
}

RouteRule withHeader(const char *name, const Texts &values)
{
    RouteRule rule;
    rule.headers.emplace_back(name, values);
    return rule;
}

Router build(const std::vector<RouteRule> &rules)
{
    Result<Router> router = Router::build(rules);
    if (!router)
        qFatal("%s", qPrintable(router.error().message));
    return std::move(*router);
}

// The rule that matches, or -1.
int matched(const Router &router, const RouteQuery &query)
{
    MatchScratch scratch;
    RouteMatch match;
    return router.match(query, scratch, match) ? int(match.rule) : -1;
}

RouteQuery forPath(std::string_view path)
{
    RouteQuery query;
    query.method = "GET";
    query.host = "a.test";
    query.path = path;
    query.listenPort = 8000;
    return query;
}

} // namespace

class TestRouter : public QObject
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
    void triesTheLargestKeyFirst();
    void triesTheLargestIdFirstAmongEqualKeys();
    void reportsWhatMatched();
    void leavesOutCapturesWithoutGroups();
    void reportsTheOriginalRuleOfAGroup();
    void refusesTextThatIsNotUtf8();
    void readsTheFirstHundredFieldsOnly();
    void matchesNothingWithoutRules();
    void namesTheRuleThatCannotBeBuilt();
    void explainsWhatFailed();
};

void TestRouter::comparesHosts_data()
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

void TestRouter::comparesHosts()
{
    QFETCH(const QByteArray, configured);
    QFETCH(const QByteArray, host);
    QFETCH(const bool, matches);
    const Router router = build({withHosts({configured.toStdString()})});
    RouteQuery query = forPath("/");
    query.host = {host.constData(), std::size_t(host.size())};
    QCOMPARE(matched(router, query), matches ? 0 : -1);
}

void TestRouter::comparesPrefixes_data()
{
    QTest::addColumn<bool>("matches");
    for (const char *path : {"/foo", "/foo/", "/foobar", "/foo/bar"})
        QTest::newRow(path) << true;
    for (const char *path : {"/", "/fo", "/Foo", "/x/foo"})
        QTest::newRow(path) << false;
}

void TestRouter::comparesPrefixes()
{
    QFETCH(const bool, matches);
    QCOMPARE(matched(build({withPaths({"/foo"})}), forPath(QTest::currentDataTag())), matches ? 0 : -1);
}

void TestRouter::comparesMethods()
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

void TestRouter::comparesHeaders_data()
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

void TestRouter::comparesHeaders()
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

void TestRouter::needsEveryHeader()
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

void TestRouter::comparesSnisOfTlsOnly_data()
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

void TestRouter::comparesSnisOfTlsOnly()
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

void TestRouter::triesTheLargestKeyFirst()
{
    RouteRule methodsAndPath = withPaths({"/p"});
    methodsAndPath.methods = {"GET"};
    const Router router = build(
        {withPaths({"/"}), withPaths({"/p/long/prefix"}), methodsAndPath, withHosts({"a.test"}), withPaths({"~/p/q"})});
    QByteArray rules;
    for (const RouteOrder &order : router.order())
        rules += QByteArray::number(order.rule);
    QCOMPARE(rules, "34210"); // plain host, regex, two kinds, longer prefix, shorter prefix
    QCOMPARE(matched(router, forPath("/p/q")), 3);
    RouteQuery query = forPath("/p/long/prefix");
    query.host = "b.test";
    QCOMPARE(matched(router, query), 2);
    query.method = "PUT";
    QCOMPARE(matched(router, query), 1);
    query.path = "/p/q";
    QCOMPARE(matched(router, query), 4);
    query.path = "/other";
    QCOMPARE(matched(router, query), 0);
}

void TestRouter::triesTheLargestIdFirstAmongEqualKeys()
{
    std::vector<RouteRule> rules(3, withPaths({"/t"}));
    rules[0].id = "11111111-0000-0000-0000-000000000001";
    rules[1].id = "99999999-0000-0000-0000-000000000002";
    rules[2].id = "55555555-0000-0000-0000-000000000003";
    QCOMPARE(matched(build(rules), forPath("/t")), 1);
    QByteArray order;
    for (const RouteOrder &entry : build(rules).order())
        order += QByteArray::number(entry.rule);
    QCOMPARE(order, "120");
}

void TestRouter::reportsWhatMatched()
{
    const Router router =
        build({withPaths({"/pre"}), withPaths({"~/users/(?<id>\\d+)(/opt)?/p"}), withHosts({"a.test"})});
    MatchScratch scratch;
    RouteMatch match;
    RouteQuery query = forPath("/users/1984/p/x");
    query.host = "b.test";
    QVERIFY(router.match(query, scratch, match));
    QCOMPARE(match.rule, 1U);
    QVERIFY(match.regex);
    QCOMPARE(bytes(match.matchedPath), "/users/1984/p");
    QCOMPARE(match.captures.count, std::size_t(3));
    QCOMPARE(bytes(match.captures.values[0]), "/users/1984/p");
    QCOMPARE(bytes(match.captures.values[1]), "1984");
    QVERIFY(match.captures.values[2].data() == nullptr);
    QCOMPARE(bytes(match.captures.named("id")), "1984");
    QVERIFY(match.captures.named("other").data() == nullptr);

    query.path = "/prefix";
    QVERIFY(router.match(query, scratch, match));
    QVERIFY(!match.regex);
    QCOMPARE(bytes(match.matchedPath), "/pre");
    QCOMPARE(match.captures.count, std::size_t(0));

    QVERIFY(router.match(forPath("/"), scratch, match));
    QCOMPARE(match.rule, 2U);
    QVERIFY(match.matchedPath.empty());
}

void TestRouter::leavesOutCapturesWithoutGroups()
{
    MatchScratch scratch;
    RouteMatch match;
    const Router router = build({withPaths({"~/a\\d"})});
    QVERIFY(router.match(forPath("/a1b"), scratch, match));
    QCOMPARE(bytes(match.matchedPath), "/a1");
    QCOMPARE(match.captures.count, std::size_t(0));
}

void TestRouter::reportsTheOriginalRuleOfAGroup()
{
    const Router router = build({withPaths({"/pre", "~/re\\d"}), withPaths({"/re1/long"})});
    QCOMPARE(router.order().size(), std::size_t(3));
    QCOMPARE(matched(router, forPath("/re1/long")), 0);
    QCOMPARE(matched(router, forPath("/prefix")), 0);
    QCOMPARE(matched(router, forPath("/rex/long")), -1);
}

void TestRouter::refusesTextThatIsNotUtf8()
{
    QCOMPARE(matched(build({withPaths({"/"})}), forPath("/caf\xe9")), -1);
    QCOMPARE(matched(build({withHosts({"a.test"})}), forPath("/caf\xe9")), 0); // nothing compares paths

    RouteRule rule = withHeader("x-a", {"1"});
    const Router router = build({withPaths({"/"}), rule});
    http::FieldList fields;
    QVERIFY(fields.push({"x-b", "\xe9", http::FieldId::Other, false}));
    RouteQuery query = forPath("/");
    query.fields = &fields;
    QCOMPARE(matched(router, query), 0);
    QVERIFY(fields.push({"X_A", "\xe9", http::FieldId::Other, false}));
    QCOMPARE(matched(router, query), -1);
}

void TestRouter::readsTheFirstHundredFieldsOnly()
{
    const Router router = build({withHeader("x-a", {"1"})});
    http::FieldList fields;
    RouteQuery query = forPath("/");
    query.fields = &fields;
    for (int i = 0; i < 99; ++i)
        QVERIFY(fields.push({"x-b", "1", http::FieldId::Other, false}));
    http::FieldList hundred = fields;
    QVERIFY(hundred.push({"x-a", "1", http::FieldId::Other, false}));
    query.fields = &hundred;
    QCOMPARE(matched(router, query), 0);
    QVERIFY(fields.push({"x-b", "1", http::FieldId::Other, false}));
    QVERIFY(fields.push({"x-a", "1", http::FieldId::Other, false}));
    query.fields = &fields;
    QCOMPARE(matched(router, query), -1);
}

void TestRouter::matchesNothingWithoutRules()
{
    QCOMPARE(matched(build({}), forPath("/")), -1);
}

void TestRouter::namesTheRuleThatCannotBeBuilt()
{
    RouteRule bad = withPaths({"~/a(?=b)"});
    bad.id = "11111111-0000-0000-0000-000000000001";
    const Result<Router> router = Router::build({withPaths({"/"}), bad});
    QVERIFY(!router);
    QCOMPARE(router.error().problems.size(), 1);
    QVERIFY(router.error().problems.first().path.contains(QString::fromStdString(bad.id)));
    QVERIFY(!Router::check(bad));
    QVERIFY(Router::check(withPaths({"~/a"})));
}

void TestRouter::explainsWhatFailed()
{
    RouteRule method = withPaths({"/a"});
    method.methods = {"PUT"};
    RouteRule sni;
    sni.snis = {"x"};
    const Router router =
        build({withPaths({"/b"}), withHosts({"b.test"}), method, withHeader("x", {"y"}), sni, withPaths({"/"})});
    RouteQuery query = forPath("/a");
    query.tls = true;
    MatchScratch scratch;
    std::array<Criterion, 6> failed{};
    for (const RouteTrace &trace : router.explain(query, scratch))
        failed.at(trace.rule) = trace.failed;
    const std::array expected{Criterion::Path,   Criterion::Host, Criterion::Method,
                              Criterion::Header, Criterion::Sni,  Criterion::None};
    QVERIFY(failed == expected);
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
