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
    void namesAHeaderNotItsValue();
    void saysNothingUnasked();
    void givesTheWatcherWhatTheClientDoesNotGet();
    void recordsNothingUnwatched();

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
    const QJsonValue limit = trace.value("plugins"_L1)[2]["facts"_L1];
    QCOMPARE(limit["counted by"_L1].toString(), u"consumer ann"_s);
    QVERIFY2(limit["minute"_L1].toString().endsWith(u" of 5"_s), qPrintable(limit["minute"_L1].toString()));
}

void TestTrace::tellsWhichPluginRefusedAndWhy()
{
    const RawResponse response = get("/things", "apikey: b\r\n");
    QCOMPARE(response.status, 403);
    const QJsonObject trace = traceOf(response);
    QCOMPARE(verdicts(trace, u"plugins"_s),
             QStringList({u"key-auth=passed"_s, u"acl=403"_s, u"rate-limiting=not reached"_s}));
    QCOMPARE(trace.value("plugins"_L1)[0]["facts"_L1]["consumer"_L1].toString(), u"bob"_s);
    const QJsonValue acl = trace.value("plugins"_L1)[1];
    QCOMPARE(acl["facts"_L1].toObject(), QJsonObject({{u"allow"_s, u"staff"_s}, {u"groups"_s, u"guests"_s}}));
    QCOMPARE(acl["message"_L1].toString(), u"You cannot consume this service"_s);
    QCOMPARE(trace.value("decided_by"_L1).toString(), u"acl"_s);
    QVERIFY(trace.value("tries"_L1).toArray().isEmpty());
}

void TestTrace::tellsOfARequestThatMatchesNothing()
{
    const RawResponse response = get("/other", {});
    QCOMPARE(response.status, 404);
    QCOMPARE(verdicts(traceOf(response), u"routes"_s),
             QStringList({u"posts=other methods"_s, u"things=other paths"_s}));
}

void TestTrace::namesAHeaderNotItsValue()
{
    QCOMPARE(m_gateway.load(QByteArray(document)
                                .replace("%1", QByteArray::number(m_upstream.port()))
                                .replace("{minute: 5}", "{minute: 5, limit_by: header, header_name: X-Token}")),
             QString());
    const RawResponse response = get("/things", "apikey: a\r\nX-Token: hush\r\n");
    const QJsonValue limit = traceOf(response).value("plugins"_L1)[2];
    QCOMPARE(limit["facts"_L1]["counted by"_L1].toString(), u"header X-Token"_s);
    QVERIFY(!response.field("X-Kong-Request-Debug-Output").contains("hush"));
}

void TestTrace::saysNothingUnasked()
{
    QVERIFY(m_gateway.get("/things", "apikey: a\r\n").field("X-Kong-Request-Debug-Output").isNull());
}

void TestTrace::givesTheWatcherWhatTheClientDoesNotGet()
{
    m_gateway.gateway().setTrafficWatched(true);
    const RawResponse response = m_gateway.get("/things", "apikey: b\r\n");
    QVERIFY(response.field("X-Kong-Request-Debug-Output").isNull());
    QJsonObject trace;
    const auto take = [&trace](const TrafficRecord &, std::string_view text) {
        trace = QJsonDocument::fromJson(QByteArray(text.data(), qsizetype(text.size()))).object();
    };
    QTRY_VERIFY((m_gateway.gateway().drainTraffic(take), !trace.isEmpty()));
    m_gateway.gateway().setTrafficWatched(false);
    QCOMPARE(trace.value("request_id"_L1).toString().toLatin1(), response.field("X-Kong-Request-Id"));
    QCOMPARE(trace.value("plugins"_L1)[1]["verdict"_L1].toInt(), 403);
    QVERIFY(trace.value("ms"_L1)["total"_L1].toDouble() > 0);
}

void TestTrace::recordsNothingUnwatched()
{
    QCOMPARE(m_gateway.get("/things", "apikey: b\r\n").status, 403);
    m_gateway.gateway().setTrafficWatched(true);
    QCOMPARE(m_gateway.get("/things").status, 401);
    std::vector<int> statuses;
    const auto take = [&statuses](const TrafficRecord &record, std::string_view) { statuses.push_back(record.status); };
    QTRY_VERIFY((m_gateway.gateway().drainTraffic(take), !statuses.empty()));
    m_gateway.gateway().setTrafficWatched(false);
    QCOMPARE(statuses, std::vector<int>({401}));
}

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
