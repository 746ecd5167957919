// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/routing/route_rules.h"
#include "tests/support/octets.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::routing;

class TestRouter : public QObject
{
    Q_OBJECT

private slots:
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
