// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/path_normalizer.h"
#include "core/routing/router.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::routing;

namespace {

std::string text(const QString &text)
{
    return text.toStdString();
}

RouteRule rule(int number, const QString &host, const QString &path)
{
    RouteRule rule;
    rule.id = text(QStringLiteral("%1-0000-4000-8000-000000000000").arg(number, 8, 10, QLatin1Char('0')));
    if (!host.isEmpty())
        rule.hosts = {text(host)};
    rule.paths = {text(path)};
    return rule;
}

// Prefixes on 500 hosts, and for every hundredth rule a regular expression on all hosts.
std::vector<RouteRule> manyRules(int count)
{
    std::vector<RouteRule> rules;
    for (int i = 0; i < count; ++i) {
        const QString host = QStringLiteral("h%1.example.com").arg(i % 500);
        if (i % 100 == 99)
            rules.push_back(rule(i, {}, QStringLiteral("~/r%1/(?<id>\\d+)/items").arg(i)));
        else
            rules.push_back(rule(i, host, QStringLiteral("/api/v1/service-%1").arg(i)));
    }
    return rules;
}

std::vector<RouteRule> prefixesWithoutHosts(int count)
{
    std::vector<RouteRule> rules;
    for (int i = 0; i < count; ++i)
        rules.push_back(rule(i, {}, QStringLiteral("/api/v1/service-%1").arg(i)));
    return rules;
}

} // namespace

Q_DECLARE_METATYPE(gatehouse::routing::RouteRule)

class BenchRouter : public QObject
{
    Q_OBJECT

private slots:
    void matches_data();
    void matches();
    void builds();
    void normalizes_data();
    void normalizes();
};

void BenchRouter::matches_data()
{
    QTest::addColumn<QList<RouteRule>>("rules");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *name, const std::vector<RouteRule> &rules, const char *host, const char *path) {
        QTest::newRow(name) << QList<RouteRule>(rules.begin(), rules.end()) << QByteArray(host) << QByteArray(path);
    };
    row("one prefix", {rule(0, {}, QStringLiteral("/api"))}, "h7.example.com", "/api/v1/service-5007/orders");
    row("10,000: a prefix", manyRules(10000), "h7.example.com", "/api/v1/service-5007/orders");
    row("10,000: a regular expression", manyRules(10000), "h7.example.com", "/r5099/1984/items");
    row("10,000: none", manyRules(10000), "other.example.com", "/other/path");
    row("10,000 prefixes without hosts", prefixesWithoutHosts(10000), "h7.example.com", "/api/v1/service-5007/orders");
}

void BenchRouter::matches()
{
    QFETCH(const QList<RouteRule>, rules);
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, path);
    const Result<Router> router = Router::build(std::vector<RouteRule>(rules.begin(), rules.end()));
    QVERIFY(router);
    RouteQuery query;
    query.method = "GET";
    query.host = {host.constData(), std::size_t(host.size())};
    query.path = {path.constData(), std::size_t(path.size())};
    MatchScratch scratch;
    RouteMatch match;
    bool found = false;
    QBENCHMARK
    {
        found = router->match(query, scratch, match);
    }
    QCOMPARE(found, path != "/other/path");
}

void BenchRouter::builds()
{
    const std::vector<RouteRule> rules = manyRules(10000);
    QBENCHMARK
    {
        QVERIFY(Router::build(rules));
    }
}

void BenchRouter::normalizes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("normal") << QByteArray("/api/v1/orders/4711/items");
    QTest::newRow("with escapes") << QByteArray("/api/v1/caf%C3%A9/./a//b");
}

void BenchRouter::normalizes()
{
    QFETCH(const QByteArray, path);
    char out[64];
    std::size_t size = 0;
    QBENCHMARK
    {
        size = normalizePath({path.constData(), std::size_t(path.size())}, out).size();
    }
    QVERIFY(size > 0);
}

QTEST_GUILESS_MAIN(BenchRouter)
#include "bench_router.moc"
