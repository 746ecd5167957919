// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/route_priority.h"

#include <QTest>

using namespace gatehouse::routing;

namespace {

using Texts = std::vector<std::string>;

RouteRule rule(Texts methods, Texts hosts, Texts paths, int headers = 0, std::int64_t regexPriority = 0)
{
    RouteRule rule;
    rule.id = "01234567-89ab-4cde-8f01-23456789abcd";
    rule.methods = std::move(methods);
    rule.hosts = std::move(hosts);
    rule.paths = std::move(paths);
    for (int i = 0; i < headers; ++i)
        rule.headers.emplace_back(std::string("x-").append(std::to_string(i)), Texts{"v"});
    rule.regexPriority = regexPriority;
    return rule;
}

} // namespace

Q_DECLARE_METATYPE(gatehouse::routing::RouteRule)

class TestRoutePriority : public QObject
{
    Q_OBJECT

private slots:
    void makesTheKey_data();
    void makesTheKey();
    void splitsByKindAndLengthOfPath();
    void keepsTheIdOfOneGroup();
    void findsConflictsWithTheDocumentation_data();
    void findsConflictsWithTheDocumentation();
};

void TestRoutePriority::makesTheKey_data()
{
    QTest::addColumn<RouteRule>("route");
    QTest::addColumn<quint64>("key");
    const auto row = [](const char *name, const RouteRule &route, quint64 key) { QTest::newRow(name) << route << key; };
    row("methods", rule({"GET"}, {}, {}), 0x0000000020000000);
    row("prefix", rule({}, {}, {"/v1/foo"}), 0x0000000020000007);
    row("one header", rule({}, {}, {}, 1), 0x0000000020100000);
    row("two headers", rule({}, {}, {}, 2), 0x0000000020200000);
    row("many headers", rule({}, {}, {}, 300), 0x000000002ff00000);
    row("regex", rule({}, {}, {"~/v1"}), 0x0008000020000000);
    row("regex, priority 1", rule({}, {}, {"~/v1"}, 0, 1), 0x0008000020080000);
    row("regex, priority 1, one header", rule({}, {}, {"~/v1"}, 1, 1), 0x0008000040180000);
    row("regex, priority 2, one header", rule({}, {}, {"~/v1"}, 1, 2), 0x0008000040100000);
    row("regex, priority 1024", rule({}, {}, {"~/v1"}, 0, 1024), 0x0008000020000000);
    row("regex, priority 8192", rule({}, {}, {"~/v1"}, 0, 8192), 0x0008000020000000);
    row("regex, priority 4096", rule({}, {}, {"~/v1"}, 0, 4096), 0x8008000020000000);
    row("regex, priority -1", rule({}, {}, {"~/v1"}, 0, -1), 0x8008000020000000);
    row("regex priority of a prefix", rule({}, {}, {"/v1"}, 0, 7), 0x0000000020000003);
    row("plain host", rule({}, {"a.test"}, {}), 0x1000000020000000);
    row("wildcard host", rule({}, {"*.a.test"}, {}), 0x0000000020000000);
    row("plain and wildcard host", rule({}, {"a.test", "*.a.test"}, {}), 0x0000000020000000);
    row("wildcard host, prefix", rule({}, {"*.a.test"}, {"/v1/foo"}), 0x0000000040000007);
    row("plain host, prefix", rule({}, {"a.test"}, {"/v1"}), 0x1000000040000003);
    row("plain host, regex", rule({}, {"a.test"}, {"~/v1"}), 0x1008000040000000);
    row("plain host, prefix, methods", rule({"GET"}, {"a.test"}, {"/v1"}), 0x1000000060000003);
    row("prefix, methods, one header", rule({"GET"}, {}, {"/v1"}, 1), 0x0000000060100003);
    row("four kinds, plain host", rule({"GET"}, {"a.test"}, {"/v1"}, 1), 0x9000000000100003);
    row("four kinds, wildcard host", rule({"GET"}, {"*.a.test"}, {"/v1"}, 1), 0x8000000000000000);
    row("long prefix", rule({}, {}, {"/" + std::string(0x80000, 'a')}), 0x0000000020000001);
    RouteRule five = rule({"GET"}, {"*.a.test"}, {"/v1"}, 1);
    five.snis = {"a.test"};
    row("five kinds, wildcard host", five, 0x8000000000000000);
}

void TestRoutePriority::makesTheKey()
{
    QFETCH(const RouteRule, route);
    const std::vector<PathGroup> groups = splitByPath(route);
    QCOMPARE(groups.size(), std::size_t(1));
    QTEST(quint64(priorityKey(route, groups.front())), "key");
}

void TestRoutePriority::splitsByKindAndLengthOfPath()
{
    const RouteRule route = rule({}, {}, {"~/regex.*$", "/long-path", "/one", "/two", "/three", "~/.*"});
    const std::vector<PathGroup> groups = splitByPath(route);
    QCOMPARE(groups.size(), std::size_t(4));
    QVERIFY(groups[0].paths == Texts({"~/regex.*$", "~/.*"}));
    QVERIFY(groups[1].paths == Texts({"/long-path"}));
    QVERIFY(groups[2].paths == Texts({"/one", "/two"}));
    QVERIFY(groups[3].paths == Texts({"/three"}));
    // Version 5 UUIDs of "<id>#1" and "<id>#4", computed independently.
    QCOMPARE(QByteArray::fromStdString(groups[0].id), "63475309-a306-58bf-bda7-0db63d88a870");
    QCOMPARE(QByteArray::fromStdString(groups[3].id), "8ebf5dd3-bfd0-5ad8-9f61-615d1b29d0fe");
}

void TestRoutePriority::keepsTheIdOfOneGroup()
{
    for (const Texts &paths : {Texts(), Texts({"/a"}), Texts({"/a", "/b"}), Texts({"~/a", "~/bcd"})}) {
        const RouteRule route = rule({}, {}, paths);
        const std::vector<PathGroup> groups = splitByPath(route);
        QCOMPARE(groups.size(), std::size_t(1));
        QVERIFY(groups.front().id == route.id);
        QVERIFY(groups.front().paths == paths);
    }
}

void TestRoutePriority::findsConflictsWithTheDocumentation_data()
{
    QTest::addColumn<RouteRule>("first");
    QTest::addColumn<RouteRule>("second");
    QTest::addColumn<bool>("conflict");
    const auto row = [](const char *name, const RouteRule &first, const RouteRule &second, bool conflict) {
        QTest::newRow(name) << first << second << conflict;
    };
    const RouteRule hostOnly = rule({}, {"a.test"}, {});
    row("plain host against two kinds", hostOnly, rule({"GET"}, {}, {"/v1"}), true);
    row("two kinds against plain host", rule({"GET"}, {}, {"/v1"}), hostOnly, true);
    row("plain host against another host", hostOnly, rule({"GET"}, {"b.test"}, {"/v1"}), false);
    row("plain host against a wildcard of it", hostOnly, rule({"GET"}, {"*.test"}, {"/v1"}), true);
    row("plain host against a wildcard beside it", hostOnly, rule({"GET"}, {"*.example"}, {"/v1"}), false);
    row("regex against more kinds", rule({}, {"a.test"}, {"~/v1"}), rule({"GET"}, {"a.test"}, {"/v1/foo"}), true);
    row("regex of another place", rule({}, {"a.test"}, {"~/v2"}), rule({"GET"}, {"a.test"}, {"/v1/foo"}), false);
    row("regex with other ports", rule({}, {"a.test:1"}, {"~/v1"}), rule({"GET"}, {"a.test:2"}, {"/v1"}), false);
    row("one header and regex priorities", rule({}, {}, {"~/a"}, 1, 1), rule({}, {}, {"~/a"}, 1, 2), true);
    row("regex priorities", rule({}, {}, {"~/a"}, 0, 1), rule({}, {}, {"~/a"}, 0, 2), false);
    row("longer prefix", rule({}, {}, {"/a"}), rule({}, {}, {"/a/b"}), false);
    RouteRule put = hostOnly;
    put.methods = {"PUT"};
    row("methods that never meet", put, rule({"GET"}, {}, {"/v1"}, 1), false);
    RouteRule other = rule({"GET"}, {}, {"/v1"}, 1);
    RouteRule value = rule({}, {"a.test"}, {}, 1);
    value.headers.front().second = {"w"};
    row("header values that never meet", value, other, false);
}

void TestRoutePriority::findsConflictsWithTheDocumentation()
{
    QFETCH(const RouteRule, first);
    QFETCH(const RouteRule, second);
    QTEST(findPriorityConflict(first, second).has_value(), "conflict");
}

QTEST_GUILESS_MAIN(TestRoutePriority)
#include "tst_route_priority.moc"
