// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gateway_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

const QByteArray document = R"(_format_version: "3.0"
services:
- name: s
  url: http://127.0.0.1:%1
  routes:
  - {name: posts, paths: [/things/special], methods: [POST]}
  - {name: things, paths: [/things]}
consumers:
- {username: ann, keyauth_credentials: [{key: a}], acls: [{group: staff}]}
- {username: bob, keyauth_credentials: [{key: b}], acls: [{group: guests}]}
plugins:
- {name: key-auth}
- {name: acl, config: {allow: [staff]}}
- {name: rate-limiting, config: {minute: 5}}
)";

QJsonObject traceOf(const RawResponse &response)
{
    return QJsonDocument::fromJson(response.field("X-Kong-Request-Debug-Output")).object();
}

QStringList verdicts(const QJsonObject &trace, const QString &list)
{
    QStringList texts;
    const QJsonArray steps = trace.value(list).toArray();
    for (const QJsonValue &step : steps)
        texts << step["name"_L1].toString() + u'=' + step["verdict"_L1].toVariant().toString();
    return texts;
}

} // namespace

// What a request that asks for it is told about itself.
class TestTrace : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsWhyRoutesWereNotUsed();
    void tellsWhichPluginRefusedAndWhy();
    void tellsOfARequestThatMatchesNothing();
    void saysNothingUnasked();

private:
    RawResponse get(const QByteArray &target, const QByteArray &fields)
    {
        return m_gateway.get(target, "X-Kong-Request-Debug: *\r\n" + fields);
    }

    RecordingUpstream m_upstream;
    GatewayFixture m_gateway;
};

void TestTrace::init()
{
    QCOMPARE(m_gateway.load(QByteArray(document).replace("%1", QByteArray::number(m_upstream.port()))), QString());
}

void TestTrace::tellsWhyRoutesWereNotUsed()
{
    const RawResponse response = get("/things/special", "apikey: a\r\n");
    QCOMPARE(response.status, 200);
    const QJsonObject trace = traceOf(response);
    QCOMPARE(trace.value("request_id"_L1).toString().toLatin1(), response.field("X-Kong-Request-Id"));
    QCOMPARE(verdicts(trace, u"routes"_s), QStringList({u"posts=other methods"_s, u"things=matched"_s}));
    QCOMPARE(verdicts(trace, u"plugins"_s),
             QStringList({u"key-auth=passed"_s, u"acl=passed"_s, u"rate-limiting=passed"_s}));
    QCOMPARE(trace.value("tries"_L1)[0]["port"_L1].toInt(), int(m_upstream.port()));
    QVERIFY(trace.value("ms"_L1)["upstream"_L1].toDouble() > 0);
    const QString limit = trace.value("plugins"_L1)[2]["rule"_L1].toString();
    QVERIFY2(limit.startsWith(u"counted by consumer ann; "_s) && limit.endsWith(u" of 5 used in this minute"_s),
             qPrintable(limit));
}

void TestTrace::tellsWhichPluginRefusedAndWhy()
{
    const RawResponse response = get("/things", "apikey: b\r\n");
    QCOMPARE(response.status, 403);
    const QJsonObject trace = traceOf(response);
    QCOMPARE(verdicts(trace, u"plugins"_s), QStringList({u"key-auth=passed"_s, u"acl=403"_s}));
    QCOMPARE(trace.value("plugins"_L1)[1]["rule"_L1].toString(),
             u"groups of the consumer: guests; You cannot consume this service"_s);
    QVERIFY(trace.value("tries"_L1).toArray().isEmpty());
}

void TestTrace::tellsOfARequestThatMatchesNothing()
{
    const RawResponse response = get("/other", {});
    QCOMPARE(response.status, 404);
    QCOMPARE(verdicts(traceOf(response), u"routes"_s),
             QStringList({u"posts=other methods"_s, u"things=other paths"_s}));
}

void TestTrace::saysNothingUnasked()
{
    QVERIFY(m_gateway.get("/things", "apikey: a\r\n").field("X-Kong-Request-Debug-Output").isNull());
}

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
