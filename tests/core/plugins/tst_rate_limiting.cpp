// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/allocation_count.h"
#include "tests/support/exchange_fixture.h"

#include <QTest>

using namespace gatehouse;

class TestRateLimiting : public QObject
{
    Q_OBJECT

private slots:
    void tellsHowMuchIsLeft();
    void refusesBeyondTheLimit();
    void showsEveryWindow();
    void namesTheTightestWindow();
    void beginsAnewWithTheNextWindow();
    void hidesItsHeadersWhenTold();
    void answersAsConfigured();
    void countsPerIdentity_data();
    void countsPerIdentity();
    void countsInstancesOfOneScopeTogether();
    void printsFractions();
    void countsLocallyWhateverThePolicyAndSaysSo();
    void allocatesNothingForAKnownBucket();
};

namespace {

QByteArray document(const QByteArray &config)
{
    return R"(
_format_version: "3.0"
services:
- {name: s, url: "http://s.test"}
consumers:
- {username: ann}
- {username: bob}
plugins:
- name: rate-limiting
  config: {)" +
           config + "}\n";
}

} // namespace

// The fixture's clock stands at 22:13:20, so a minute has 40 seconds left.
void TestRateLimiting::tellsHowMuchIsLeft()
{
    ExchangeFixture fixture(document("minute: 2"));
    QCOMPARE(fixture.get("/r").status, 0);
    QCOMPARE(fixture.responseField("X-RateLimit-Limit-Minute"), QByteArray("2"));
    QCOMPARE(fixture.responseField("X-RateLimit-Remaining-Minute"), QByteArray("1"));
    QCOMPARE(fixture.responseField("RateLimit-Limit"), QByteArray("2"));
    QCOMPARE(fixture.responseField("RateLimit-Remaining"), QByteArray("1"));
    QCOMPARE(fixture.responseField("RateLimit-Reset"), QByteArray("40"));
    QCOMPARE(fixture.responseField("Retry-After"), QByteArray());
    fixture.get("/r");
    QCOMPARE(fixture.responseField("RateLimit-Remaining"), QByteArray("0"));
}

void TestRateLimiting::refusesBeyondTheLimit()
{
    ExchangeFixture fixture(document("minute: 1"));
    QCOMPARE(fixture.get("/r").status, 0);
    const Answer answer = fixture.get("/r");
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.text, QByteArray("API rate limit exceeded"));
    QCOMPARE(fixture.responseField("X-RateLimit-Remaining-Minute"), QByteArray("0"));
    QCOMPARE(fixture.responseField("RateLimit-Remaining"), QByteArray("0"));
    QCOMPARE(fixture.responseField("Retry-After"), QByteArray("40"));
}

void TestRateLimiting::showsEveryWindow()
{
    ExchangeFixture fixture(document("second: 1, minute: 2, hour: 3, day: 4, month: 5, year: 6"));
    fixture.get("/r");
    QCOMPARE(fixture.responseField("X-RateLimit-Remaining-Second"), QByteArray("0"));
    QCOMPARE(fixture.responseField("X-RateLimit-Remaining-Minute"), QByteArray("1"));
    QCOMPARE(fixture.responseField("X-RateLimit-Remaining-Hour"), QByteArray("2"));
    QCOMPARE(fixture.responseField("X-RateLimit-Remaining-Day"), QByteArray("3"));
    QCOMPARE(fixture.responseField("X-RateLimit-Remaining-Month"), QByteArray("4"));
    QCOMPARE(fixture.responseField("X-RateLimit-Remaining-Year"), QByteArray("5"));
    // The second window refuses; the others show what is left without this request.
    QCOMPARE(fixture.get("/r").status, 429);
    QCOMPARE(fixture.responseField("X-RateLimit-Remaining-Second"), QByteArray("0"));
    QCOMPARE(fixture.responseField("X-RateLimit-Remaining-Minute"), QByteArray("1"));
}

void TestRateLimiting::namesTheTightestWindow()
{
    ExchangeFixture fixture(document("minute: 5, hour: 5"));
    fixture.get("/r");
    QCOMPARE(fixture.responseField("RateLimit-Reset"), QByteArray("2800")); // equal: the longer one, 46:40 are left
    ExchangeFixture other(document("minute: 2, hour: 5"));
    other.get("/r");
    QCOMPARE(other.responseField("RateLimit-Reset"), QByteArray("40"));
    QCOMPARE(other.responseField("RateLimit-Limit"), QByteArray("2"));
}

void TestRateLimiting::beginsAnewWithTheNextWindow()
{
    ExchangeFixture fixture(document("minute: 1"));
    fixture.get("/r");
    fixture.clock().advance(std::chrono::milliseconds(39'999));
    QCOMPARE(fixture.get("/r").status, 429);
    QCOMPARE(fixture.responseField("Retry-After"), QByteArray("1"));
    fixture.clock().advance(std::chrono::milliseconds(1));
    QCOMPARE(fixture.get("/r").status, 0);
}

void TestRateLimiting::hidesItsHeadersWhenTold()
{
    ExchangeFixture fixture(document("minute: 1, hide_client_headers: true"));
    fixture.get("/r");
    QCOMPARE(fixture.get("/r").status, 429);
    QVERIFY(fixture.exchange().responseEdits.empty());
}

void TestRateLimiting::answersAsConfigured()
{
    ExchangeFixture fixture(document("minute: 1, error_code: 503, error_message: slow down"));
    fixture.get("/r");
    const Answer answer = fixture.get("/r");
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.text, QByteArray("slow down"));
}

void TestRateLimiting::countsPerIdentity_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<bool>("perConsumer");
    QTest::addColumn<bool>("perCredential");
    QTest::addColumn<bool>("perAddress");
    QTest::addColumn<bool>("perHeader");
    const auto row = [](const char *name, const char *config) -> QTestData & {
        return QTest::newRow(name) << QByteArray(config);
    };
    row("consumer", "limit_by: consumer") << true << false << false << false;
    row("credential", "limit_by: credential") << false << true << false << false;
    row("ip", "limit_by: ip") << false << false << true << false;
    row("header", "limit_by: header, header_name: X-Tenant") << false << false << false << true;
    row("path, another one", "limit_by: path, path: /other") << false << false << true << false;
    row("path", "limit_by: path, path: /r") << false << false << false << false;
}

// After one request by ann the next one, which differs in one thing, passes only when that thing is counted by.
void TestRateLimiting::countsPerIdentity()
{
    static const CredentialFacts first{"credential-1"};
    static const CredentialFacts second{"credential-2"};

    struct Request {
        const char *consumer;
        const CredentialFacts *credential;
        const char *address;
        const char *tenant;
    };

    QFETCH(QByteArray, config);
    const auto passes = [&config](const Request &request) {
        ExchangeFixture fixture(document("minute: 1, " + config));
        for (const Request &each : {Request{"ann", &first, "192.0.2.1", "a"}, request}) {
            fixture.receiveGet("/r", QByteArray("X-Tenant: ") + each.tenant + "\r\n");
            fixture.exchange().consumer = fixture.consumers().byIdOrUsername(each.consumer);
            fixture.exchange().credential = each.credential;
            fixture.exchange().clientIp = each.address;
            if (fixture.access().status != 0)
                return false;
        }
        return true;
    };
    QTEST(passes({"bob", &first, "192.0.2.1", "a"}), "perConsumer");
    QTEST(passes({"ann", &second, "192.0.2.1", "a"}), "perCredential");
    QTEST(passes({"ann", &first, "192.0.2.2", "a"}), "perAddress");
    QTEST(passes({"ann", &first, "192.0.2.1", "b"}), "perHeader");
}

void TestRateLimiting::countsInstancesOfOneScopeTogether()
{
    // Two instances bound to nothing but a consumer have the same counter keys as a global one.
    ExchangeFixture fixture(document("minute: 3, limit_by: ip") + R"(
- {name: rate-limiting, consumer: ann, config: {minute: 3, limit_by: ip}}
)");
    QCOMPARE(fixture.get("/r").status, 0);
    QCOMPARE(fixture.get("/r").status, 429);
}

void TestRateLimiting::printsFractions()
{
    ExchangeFixture fixture(document("hour: 2.5"));
    fixture.get("/r");
    QCOMPARE(fixture.responseField("X-RateLimit-Limit-Hour"), QByteArray("2.5"));
    QCOMPARE(fixture.responseField("X-RateLimit-Remaining-Hour"), QByteArray("1.5"));
}

void TestRateLimiting::countsLocallyWhateverThePolicyAndSaysSo()
{
    ExchangeFixture fixture(document("minute: 1"));
    for (const PluginType *type : builtinPlugins()) {
        if (type->name != QLatin1String("rate-limiting"))
            continue;
        Config config;
        RateCounters counters;

        struct NoFiles final : LogFiles {
            [[nodiscard]] LogFileId idFor(const QString &, bool) override { return 0; }
        } files;

        QStringList warnings;
        const PluginServices services{config, fixture.consumers(), fixture.clock(), counters, files, warnings};
        PluginBinding binding;
        binding.config = {{QStringLiteral("policy"), QStringLiteral("redis")}};
        QVERIFY(type->create(binding, services));
        QCOMPARE(warnings.size(), 1);
        QVERIFY(warnings.first().contains(QStringLiteral("redis")));
    }
}

void TestRateLimiting::allocatesNothingForAKnownBucket()
{
    if (!countsAllocations())
        QSKIP("Allocations cannot be counted here.");
    ExchangeFixture fixture(document("minute: 100, hour: 1000"));
    fixture.get("/r");
    fixture.receiveGet("/r");
    const std::size_t before = allocationCount();
    const Answer answer = fixture.access();
    QCOMPARE(allocationCount() - before, std::size_t(0));
    QCOMPARE(answer.status, 0);
}

QTEST_GUILESS_MAIN(TestRateLimiting)
#include "tst_rate_limiting.moc"
