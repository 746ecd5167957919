// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exchange_fixture.h"

#include <QTest>

using namespace gatehouse;

// A client must not be able to say who it is in the words of the gateway (CWE-290).
class TestIdentity : public QObject
{
    Q_OBJECT

private slots:
    void dropsWhatClientsClaim_data();
    void dropsWhatClientsClaim();
    void keepsWhatAnotherPluginFound();
};

namespace {

const QByteArray consumers = R"(
_format_version: "3.0"
consumers:
- username: ann
  keyauth_credentials:
  - key: ann-key
plugins:
)";

} // namespace

void TestIdentity::dropsWhatClientsClaim_data()
{
    QTest::addColumn<QByteArray>("plugin");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("fields");
    const QByteArray get = "GET";
    QTest::newRow("a key") << QByteArray("{name: key-auth}") << get << QByteArray("apikey: ann-key\r\n");
    QTest::newRow("nobody") << QByteArray("{name: key-auth, config: {anonymous: ann}}") << get << QByteArray();
    QTest::newRow("no token") << QByteArray("{name: jwt, config: {anonymous: ann}}") << get << QByteArray();
    QTest::newRow("key-auth and a preflight")
        << QByteArray("{name: key-auth, config: {run_on_preflight: false}}") << QByteArray("OPTIONS") << QByteArray();
    QTest::newRow("jwt and a preflight") << QByteArray("{name: jwt, config: {run_on_preflight: false}}")
                                         << QByteArray("OPTIONS") << QByteArray();
}

void TestIdentity::dropsWhatClientsClaim()
{
    QFETCH(const QByteArray, plugin);
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, fields);
    ExchangeFixture fixture(consumers + "- " + plugin + '\n');
    fixture.receive(method + " /r HTTP/1.1\r\nHost: gw.test\r\n" + fields + "\r\n");
    QCOMPARE(fixture.access().status, 0);
    for (const char *name :
         {"X-Consumer-ID", "x-consumer-id", "X_Consumer_Id", "X-Consumer_Username", "X-Consumer-Custom-ID",
          "X-Consumer-Groups", "x_consumer_groups", "X-Authenticated-Groups", "X-Credential-Identifier",
          "X-CREDENTIAL_IDENTIFIER", "X-Anonymous-Consumer", "x_anonymous_consumer"})
        QVERIFY2(fixture.exchange().requestEdits.removes(name), name);
}

void TestIdentity::keepsWhatAnotherPluginFound()
{
    ExchangeFixture fixture(consumers + "- {name: key-auth}\n- {name: jwt, config: {run_on_preflight: false}}\n");
    fixture.receive("OPTIONS /r HTTP/1.1\r\nHost: gw.test\r\napikey: ann-key\r\n\r\n");
    QCOMPARE(fixture.access().status, 0);
    QCOMPARE(fixture.upstreamField("X-Consumer-Username"), QByteArray("ann"));
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
