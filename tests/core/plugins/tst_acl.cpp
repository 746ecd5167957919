// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exchange_fixture.h"

#include <QTest>

using namespace gatehouse;

class TestAcl : public QObject
{
    Q_OBJECT

private slots:
    void decides_data();
    void decides();
    void tellsTheUpstreamTheGroups();
    void hidesTheGroupsWhenTold();
    void needsSomebodyToAsk();
};

namespace {

QByteArray document(const QByteArray &config)
{
    return R"(
_format_version: "3.0"
consumers:
- username: both
  acls: [{group: admins, id: 00000000-0000-4000-8000-000000000001}, {group: staff, id: 00000000-0000-4000-8000-000000000002}]
- username: staff
  acls: [{group: staff}]
- username: loner
plugins:
- name: acl
  config: {)" +
           config + "}\n";
}

const CredentialFacts credential{"credential"};

enum class With { Credential, Nothing };

Answer ask(ExchangeFixture &fixture, const QByteArray &consumer, With with = With::Credential)
{
    fixture.receiveGet("/r", "X-Consumer-Groups: forged\r\n");
    fixture.exchange().consumer = fixture.consumers().byIdOrUsername(consumer.toStdString());
    fixture.exchange().credential = with == With::Credential ? &credential : nullptr;
    return fixture.access();
}

} // namespace

void TestAcl::decides_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("consumer");
    QTest::addColumn<bool>("hasCredential");
    QTest::addColumn<int>("status");
    const QByteArray allow = "allow: [admins, owners]";
    const QByteArray deny = "deny: [admins, owners]";
    QTest::newRow("allowed") << allow << QByteArray("both") << true << 0;
    QTest::newRow("not allowed") << allow << QByteArray("staff") << true << 403;
    QTest::newRow("not allowed, no groups") << allow << QByteArray("loner") << true << 403;
    QTest::newRow("anonymous, no groups") << allow << QByteArray("loner") << false << 401;
    QTest::newRow("anonymous, allowed") << allow << QByteArray("both") << false << 0;
    QTest::newRow("anonymous, not allowed") << allow << QByteArray("staff") << false << 403;
    QTest::newRow("denied") << deny << QByteArray("both") << true << 403;
    QTest::newRow("not denied") << deny << QByteArray("staff") << true << 0;
    QTest::newRow("not denied, no groups") << deny << QByteArray("loner") << true << 0;
    QTest::newRow("anonymous, not denied") << deny << QByteArray("loner") << false << 0;
    QTest::newRow("another case") << QByteArray("allow: [Admins]") << QByteArray("both") << true << 403;
}

void TestAcl::decides()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, consumer);
    QFETCH(bool, hasCredential);
    ExchangeFixture fixture(document(config));
    const Answer answer = ask(fixture, consumer, hasCredential ? With::Credential : With::Nothing);
    QTEST(answer.status, "status");
    const QByteArray text = answer.status == 403 ? "You cannot consume this service" : "Unauthorized";
    QCOMPARE(answer.text, answer.status == 0 ? QByteArray() : text);
    QCOMPARE(answer.challenge, QByteArray());
}

void TestAcl::tellsTheUpstreamTheGroups()
{
    ExchangeFixture fixture(document("allow: [admins]"));
    ask(fixture, "both");
    QCOMPARE(fixture.upstreamField("X-Consumer-Groups"), QByteArray("admins, staff"));
    ExchangeFixture denying(document("deny: [admins]"));
    ask(denying, "loner");
    QVERIFY(denying.exchange().requestEdits.find("X-Consumer-Groups"));
    QCOMPARE(denying.upstreamField("X-Consumer-Groups"), QByteArray(""));
}

void TestAcl::hidesTheGroupsWhenTold()
{
    ExchangeFixture fixture(document("allow: [admins], hide_groups_header: true"));
    QCOMPARE(ask(fixture, "both").status, 0);
    QVERIFY(!fixture.exchange().requestEdits.find("X-Consumer-Groups"));
}

void TestAcl::needsSomebodyToAsk()
{
    ExchangeFixture fixture(document("deny: [admins]"));
    QCOMPARE(fixture.get("/r").status, 401);
    QCOMPARE(fixture.get("/r").text, QByteArray("Unauthorized"));
}

QTEST_GUILESS_MAIN(TestAcl)
#include "tst_acl.moc"
