// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/proxy_options.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;
using namespace std::chrono_literals;

class TestProxyOptions : public QObject
{
    Q_OBJECT

private slots:
    void readsTheDefaultsItPrints();
    void refuses_data();
    void refuses();
    void readsUnits();
    void leavesOutThePrefixesOfNginx();
    void namesTheNearestSetting();
    void readsTheEnvironment();
    void ignoresOtherVariablesOfKong();
    void isListedInTheReadme();
};

// A default is written twice, as text for people and in ProxySettings: they must agree.
void TestProxyOptions::readsTheDefaultsItPrints()
{
    for (const ProxyOption &option : proxyOptions()) {
        ProxySettings settings;
        const Result<> set = setProxyOption(settings, option.name, option.defaultText);
        QVERIFY2(set, qPrintable(set ? QString() : set.error().message));
        settings.requestLimits.fieldLine = ProxySettings().requestLimits.fieldLine; // see large_client_header_buffers
        const ProxySettings defaults;
        QCOMPARE(settings.requestLimits.head, defaults.requestLimits.head);
        QCOMPARE(settings.requestLimits.requestLine, defaults.requestLimits.requestLine);
        QCOMPARE(settings.requestLimits.fields, defaults.requestLimits.fields);
        QCOMPARE(settings.headTimeout, defaults.headTimeout);
        QCOMPARE(settings.bodyTimeout, defaults.bodyTimeout);
        QCOMPARE(settings.sendTimeout, defaults.sendTimeout);
        QCOMPARE(settings.idleTimeout, defaults.idleTimeout);
        QCOMPARE(settings.lingerTimeout, defaults.lingerTimeout);
        QCOMPARE(settings.lingerTime, defaults.lingerTime);
        QCOMPARE(settings.bufferedBodyLimit, defaults.bufferedBodyLimit);
        QCOMPARE(settings.bufferedBodyTime, defaults.bufferedBodyTime);
        QCOMPARE(settings.wholeBodyLimit, defaults.wholeBodyLimit);
        QCOMPARE(settings.bodyLimit, defaults.bodyLimit);
        QCOMPARE(settings.bodyRate, defaults.bodyRate);
        QCOMPARE(settings.bodyRateGrace, defaults.bodyRateGrace);
        QCOMPARE(settings.requestsPerConnection, defaults.requestsPerConnection);
        QCOMPARE(settings.connectionsPerWorker, defaults.connectionsPerWorker);
        QCOMPARE(settings.connectionsPerAddress, defaults.connectionsPerAddress);
        QCOMPARE(settings.descriptorReserve, defaults.descriptorReserve);
        QCOMPARE(settings.handshakesPerSecond, defaults.handshakesPerSecond);
        QCOMPARE(settings.sendRate, defaults.sendRate);
        QCOMPARE(settings.sendRateGrace, defaults.sendRateGrace);
        QCOMPARE(settings.redactsKeys, defaults.redactsKeys);
        QCOMPARE(settings.upstreamKeepalive.perAddress, defaults.upstreamKeepalive.perAddress);
        QCOMPARE(settings.upstreamKeepalive.maxRequests, defaults.upstreamKeepalive.maxRequests);
        QCOMPARE(settings.upstreamKeepalive.idleTimeout, defaults.upstreamKeepalive.idleTimeout);
    }
}

void TestProxyOptions::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *title, const QString &name, const QString &value) {
        QTest::newRow(title) << name << value;
    };
    row("no value", u"client_max_body_size"_s, u""_s);
    row("a sign", u"client_max_body_size"_s, u"-1"_s);
    row("a unit nobody knows", u"client_max_body_size"_s, u"1t"_s);
    row("a unit of another kind", u"client_max_body_size"_s, u"1s"_s);
    row("a fraction", u"keepalive_timeout"_s, u"1.5s"_s);
    row("a unit of a count", u"keepalive_requests"_s, u"1k"_s);
    row("below the least", u"keepalive_requests"_s, u"0"_s);
    row("beyond the most", u"client_header_fields"_s, u"201"_s);
    row("too large for any number", u"client_max_body_size"_s, u"999999999999999999g"_s);
    row("a size without a number of buffers", u"large_client_header_buffers"_s, u"8k"_s);
    row("buffers beyond 60k", u"large_client_header_buffers"_s, u"8 8k"_s);
    row("buffers of a size", u"client_body_buffer_size"_s, u"2 8k"_s);
}

void TestProxyOptions::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    ProxySettings settings;
    const Result<> set = setProxyOption(settings, name, value);
    QVERIFY(!set);
    QVERIFY(set.error().message.contains(name));
}

void TestProxyOptions::readsUnits()
{
    ProxySettings settings;
    QVERIFY(setProxyOption(settings, u"nginx_http_client_max_body_size"_s, u"8M"_s));
    QCOMPARE(settings.bodyLimit, 8U * 1024 * 1024);
    QVERIFY(setProxyOption(settings, u"nginx_http_send_timeout"_s, u"250ms"_s));
    QCOMPARE(settings.sendTimeout, 250ms);
    QVERIFY(setProxyOption(settings, u"nginx_http_send_timeout"_s, u"2"_s));
    QCOMPARE(settings.sendTimeout, 2s);
    QVERIFY(setProxyOption(settings, u"nginx_http_large_client_header_buffers"_s, u"2 16k"_s));
    QCOMPARE(settings.requestLimits.requestLine, 16384U);
    QCOMPARE(settings.requestLimits.fieldLine, 16384U);
    QCOMPARE(settings.requestLimits.head, 32768U);
}

void TestProxyOptions::leavesOutThePrefixesOfNginx()
{
    ProxySettings settings;
    QVERIFY(setProxyOption(settings, u"worker_connections"_s, u"10"_s));
    QCOMPARE(settings.connectionsPerWorker, 10U);
}

void TestProxyOptions::namesTheNearestSetting()
{
    ProxySettings settings;
    const Result<> set = setProxyOption(settings, u"client_max_boddy_size"_s, u"8m"_s);
    QVERIFY(!set);
    QVERIFY(set.error().message.contains(u"did you mean nginx_http_client_max_body_size?"));
}

void TestProxyOptions::readsTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"KONG_UPSTREAM_KEEPALIVE_POOL_SIZE"_s, u"7"_s);
    ProxySettings settings;
    QVERIFY(readProxyEnvironment(settings, environment));
    QCOMPARE(settings.upstreamKeepalive.perAddress, 7U);
    environment.insert(u"KONG_NGINX_HTTP_CLIENT_BODY_TIMEOUT"_s, u"soon"_s);
    QVERIFY(!readProxyEnvironment(settings, environment));
}

void TestProxyOptions::ignoresOtherVariablesOfKong()
{
    QProcessEnvironment environment;
    environment.insert(u"KONG_DATABASE"_s, u"off"_s);
    ProxySettings settings;
    QVERIFY(readProxyEnvironment(settings, environment));
}

void TestProxyOptions::isListedInTheReadme()
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/README.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString readme = QString::fromUtf8(file.readAll());
    for (const ProxyOption &option : proxyOptions()) {
        const QString row =
            u"| `%1` | `%2` | %3 |\n"_s.arg(option.name, option.defaultText, QString::fromLatin1(option.help));
        QVERIFY2(readme.contains(row), qPrintable(row));
    }
}

QTEST_GUILESS_MAIN(TestProxyOptions)

#include "tst_proxy_options.moc"
