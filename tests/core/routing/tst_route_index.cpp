// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/router.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::routing;

namespace {

using Texts = std::vector<std::string>;

const Texts hosts{"a.test",      "b.test",    "*.test", "*.a.test", "a.*",   "b.a.*",
                  "a.test:8000", "*.test:81", "*test",  "a*",       "[::1]", "[::1]:8000"};
const Texts queryHosts{"a.test", "b.test", "c.a.test", "a.example",  "b.a.x", "a.test:81", "b.test:8000",
                       "",       "xtest",  "[::1]",    "[::1]:8000", ".test", "a."};
const Texts paths{"/",        "/a",     "/b",      "/ab",     "/a/b",   "/a/b/c", "/caf\xc3\xa9", "~/a",
                  "~/a/\\d+", "~/a|/b", "~/(a|b)", "~/(?i)A", "~/a/b$", "~/ab?c", "~/x{0,2}a"};
const Texts queryPaths{"/",   "/a",   "/b", "/ab", "/abc", "/ac", "/a/b", "/a/b/c/d", "/a/12", "/A", "/caf\xc3\xa9/x",
                       "/xa", "/x/b", "/z"};
const Texts methods{"GET", "PUT"};
const Texts values{"1", "2", "~*3"};

// A list of up to `most` different texts, often none.
Texts some(QRandomGenerator &random, const Texts &from, int most)
{
    Texts texts;
    for (int count = random.bounded(most + 2) - 1; count > 0; --count) {
        const std::string &text = from[random.bounded(quint32(from.size()))];
        if (std::find(texts.begin(), texts.end(), text) == texts.end())
            texts.push_back(text);
    }
    return texts;
}

std::string id(QRandomGenerator &random)
{
    return QByteArray::number(random.generate(), 16).toStdString();
}

std::string numbered(const char *begin, int number, const char *end = "")
{
    return std::string(begin).append(std::to_string(number)).append(end);
}

RouteRule randomRule(QRandomGenerator &random)
{
    RouteRule rule;
    rule.id = id(random);
    rule.methods = some(random, methods, 1);
    rule.hosts = some(random, hosts, 3);
    rule.paths = some(random, paths, 4);
    if (random.bounded(6) == 0)
        rule.headers.emplace_back("x-a", Texts{values[random.bounded(quint32(values.size()))]});
    if (random.bounded(10) == 0)
        rule.snis = {"a.test"};
    rule.regexPriority = random.bounded(5) == 0 ? qint64(random.bounded(2000)) : 0;
    return rule;
}

} // namespace

// The index must change nothing: the first group that matches in the order of trying wins.
class TestRouteIndex : public QObject
{
    Q_OBJECT

private slots:
    void answersLikeAWalkOverAllRules();
    void answersLikeAWalkOverManyHostsAndPrefixes();
};

namespace {

void compareWithWalk(const Router &router, const RouteQuery &query, MatchScratch &scratch)
{
    int expected = -1;
    for (const RouteTrace &trace : router.explain(query, scratch)) {
        if (trace.failed != Criterion::None)
            continue;
        expected = int(trace.rule);
        break;
    }
    RouteMatch match;
    const int actual = router.match(query, scratch, match) ? int(match.rule) : -1;
    QCOMPARE(actual, expected);
}

} // namespace

void TestRouteIndex::answersLikeAWalkOverAllRules()
{
    QRandomGenerator random(42);
    MatchScratch scratch;
    for (int round = 0; round < 300; ++round) {
        std::vector<RouteRule> rules;
        for (int count = random.bounded(40); count >= 0; --count)
            rules.push_back(randomRule(random));
        const Result<Router> router = Router::build(rules);
        QVERIFY(router);
        for (int i = 0; i < 100; ++i) {
            http::FieldList fields;
            const std::string value = std::to_string(random.bounded(1, 4));
            QVERIFY(fields.push({"X-A", value, http::FieldId::Other, false}));
            RouteQuery query;
            query.method = methods[random.bounded(2U)];
            query.host = queryHosts[random.bounded(quint32(queryHosts.size()))];
            query.path = queryPaths[random.bounded(quint32(queryPaths.size()))];
            query.fields = &fields;
            query.tls = random.bounded(2) == 0;
            query.sni = random.bounded(2) == 0 ? "a.test" : "";
            query.listenPort = random.bounded(2) == 0 ? 8000 : 81;
            compareWithWalk(*router, query, scratch);
        }
    }
}

void TestRouteIndex::answersLikeAWalkOverManyHostsAndPrefixes()
{
    QRandomGenerator random(7);
    std::vector<RouteRule> rules;
    for (int i = 0; i < 3000; ++i) {
        RouteRule rule;
        rule.id = id(random);
        rule.hosts = {numbered("h", i % 150, ".test")};
        rule.paths = {numbered("/p", random.bounded(300)), numbered("/p", random.bounded(30), "/q")};
        rules.push_back(rule);
    }
    RouteRule crowded; // more hosts times paths than are filed
    crowded.id = id(random);
    for (int i = 0; i < 100; ++i) {
        crowded.hosts.push_back(numbered("h", i, ".test"));
        crowded.paths.push_back(numbered("/c", 100 + i));
    }
    rules.push_back(crowded);
    const Result<Router> router = Router::build(rules);
    QVERIFY(router);
    MatchScratch scratch;
    for (int i = 0; i < 1000; ++i) {
        const std::string host = numbered("h", random.bounded(160), ".test");
        const std::string path = numbered(i % 5 == 0 ? "/c" : "/p", random.bounded(330), "/q");
        RouteQuery query;
        query.method = "GET";
        query.host = host;
        query.path = path;
        compareWithWalk(*router, query, scratch);
    }
}

QTEST_GUILESS_MAIN(TestRouteIndex)
#include "tst_route_index.moc"
