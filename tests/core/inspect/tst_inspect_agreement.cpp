// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What inspection says of a configuration is what a running gateway does with it.
#include "core/inspect/access.h"
#include "core/inspect/match_report.h"
#include "tests/support/gateway_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstInspectAgreement : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void routesAsTheProxyDoes_data();
    void routesAsTheProxyDoes();
    void takesTheHostOfAHeaderAndTheNameOfTheUrl();
    void saysWhyOthersLost();
    void refusesWhatIsNoRequest();
    void choosesPluginsAsTheProxyDoes();
    void answersAccessAsTheProxyDoes_data();
    void answersAccessAsTheProxyDoes();

private:
    [[nodiscard]] const Config &config() { return m_gateway->project().store().config(); }

    [[nodiscard]] QString nameOf(const QString &table, const QString &id)
    {
        const auto row = config().find(table, id);
        return row ? row->value("name"_L1).toString() : QString();
    }

    [[nodiscard]] QString idOf(const QString &table, const QString &field, const QString &value)
    {
        const auto row = config().table(table).findBy(field, value);
        return row ? row->value("id"_L1).toString() : QString();
    }

    std::unique_ptr<RecordingUpstream> m_upstream;
    std::unique_ptr<GatewayFixture> m_gateway;
};

void TstInspectAgreement::init()
{
    m_upstream = std::make_unique<RecordingUpstream>();
    m_gateway = std::make_unique<GatewayFixture>();
}

void TstInspectAgreement::routesAsTheProxyDoes_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("route"); // empty: none
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const QString &request, const QString &route, const QString &path) {
        const QStringList words = request.split(u' ');
        QTest::newRow(name) << words[0] << words[1] << words[2] << route << path;
    };
    row("prefix is stripped", u"GET /orders/17?x=1 gw.test"_s, u"orders"_s, u"/orders"_s);
    row("prefix is kept", u"GET /keep/17 gw.test"_s, u"keep"_s, u"/keep"_s);
    row("regex", u"GET /users/42/cart gw.test"_s, u"users"_s, u"~/users/\\d+"_s);
    row("second regex", u"GET /people/ann gw.test"_s, u"users"_s, u"~/people/[a-z]+"_s);
    row("host", u"GET /orders shop.test"_s, u"shop"_s, QString());
    row("wildcard host", u"GET / a.wild.test"_s, u"wild"_s, QString());
    row("method", u"DELETE /orders gw.test"_s, u"remove"_s, u"/orders"_s);
    row("dots and escapes", u"GET /x/../orders/%41 gw.test"_s, u"orders"_s, u"/orders"_s);
    row("none", u"GET /nothing gw.test"_s, QString(), QString());
}

void TstInspectAgreement::routesAsTheProxyDoes()
{
    QFETCH(QString, method);
    QFETCH(QString, target);
    QFETCH(QString, host);
    const QByteArray yaml = "_format_version: \"3.0\"\nservices:\n- name: s\n  url: http://127.0.0.1:" +
                            QByteArray::number(m_upstream->port()) + "/base\n" + R"(  routes:
  - {name: orders, paths: [/orders]}
  - {name: keep, paths: [/keep], strip_path: false, preserve_host: true}
  - {name: users, paths: ["~/users/\\d+", "~/people/[a-z]+"]}
  - {name: shop, hosts: [shop.test], methods: [GET]}
  - {name: wild, hosts: ["*.wild.test"]}
  - {name: remove, paths: [/orders], methods: [DELETE]}
)";
    QCOMPARE(m_gateway->load(yaml), QString());
    const auto order = EvaluationOrder::of(config());
    QVERIFY(order);
    const MatchReport report = testMatch(*order, {method, u"http://%1%2"_s.arg(host, target)});
    QCOMPARE(report.problem, QString());
    QTEST(nameOf(u"routes"_s, report.routeId), "route");
    QTEST(report.path, "path");

    const RawResponse answer =
        m_gateway->send(u"%1 %2 HTTP/1.1\r\nHost: %3\r\n\r\n"_s.arg(method, target, host).toLatin1());
    if (report.routeId.isEmpty()) {
        QCOMPARE(answer.status, 404);
        return;
    }
    QCOMPARE(answer.status, 200);
    const ReceivedRequest received = m_upstream->requests().constLast();
    const QByteArray authority = "http://127.0.0.1:" + QByteArray::number(m_upstream->port());
    const QByteArray sent = received.requestLine().split(' ').value(1);
    QCOMPARE(report.upstreamUrl.toLatin1(), authority + sent);
    QCOMPARE(report.upstreamHost.toLatin1(), received.field("Host"));
}

void TstInspectAgreement::takesTheHostOfAHeaderAndTheNameOfTheUrl()
{
    QCOMPARE(m_gateway->load(R"(_format_version: "3.0"
routes:
  - {name: shop, hosts: [shop.test]}
  - {name: named, snis: [named.test], protocols: [https]}
)"),
             QString());
    const auto order = EvaluationOrder::of(config());
    QVERIFY(order);
    const auto routeOf = [&](const TestRequest &request) {
        const MatchReport report = testMatch(*order, request);
        return report.problem.isEmpty() ? nameOf(u"routes"_s, report.routeId) : report.problem;
    };
    QCOMPARE(routeOf({u"GET"_s, u"http://localhost:8000/"_s, {{u"host"_s, u"shop.test"_s}}}), u"shop"_s);
    QCOMPARE(m_gateway->send("GET / HTTP/1.1\r\nhost: shop.test\r\n\r\n").status, 503); // it has no service
    QCOMPARE(routeOf({u"GET"_s, u"https://named.test/"_s}), u"named"_s);
    QCOMPARE(routeOf({u"GET"_s, u"https://other.test/"_s, {{u"Host"_s, u"named.test"_s}}}), QString());
    QCOMPARE(routeOf({u"GET"_s, u"http://named.test/"_s}), u"named"_s); // which then asks for https
}

void TstInspectAgreement::saysWhyOthersLost()
{
    QCOMPARE(m_gateway->load(R"(_format_version: "3.0"
routes:
  - {name: put, paths: [/orders/long], methods: [PUT]}
  - {name: plain, paths: [/orders]}
)"),
             QString());
    const auto order = EvaluationOrder::of(config());
    QVERIFY(order);
    const MatchReport report = testMatch(*order, {u"GET"_s, u"/orders/long"_s});
    QCOMPARE(nameOf(u"routes"_s, report.routeId), u"plain"_s);
    QCOMPARE(report.tried.size(), 1);
    QCOMPARE(nameOf(u"routes"_s, report.tried.first().routeId), u"put"_s);
    QVERIFY(report.tried.first().failed == routing::Criterion::Method);
    QCOMPARE(report.upstreamUrl, QString()); // it has no service
}

void TstInspectAgreement::refusesWhatIsNoRequest()
{
    const auto order = EvaluationOrder::of(config());
    QVERIFY(order);
    QVERIFY(!testMatch(*order, {u"GET"_s, u"ftp://x/"_s}).problem.isEmpty());
    QVERIFY(!testMatch(*order, {u"TRACE"_s, u"/"_s}).problem.isEmpty());
    QVERIFY(!testMatch(*order, {u"G T"_s, u"/"_s}).problem.isEmpty());
}

void TstInspectAgreement::choosesPluginsAsTheProxyDoes()
{
    // One instance for each scope, the most precise first; each in turn is switched off.
    static const QStringList scopes{u"route: r, service: s, consumer: ann"_s,
                                    u"route: r, consumer: ann"_s,
                                    u"service: s, consumer: ann"_s,
                                    u"route: r, service: s"_s,
                                    u"consumer: ann"_s,
                                    u"route: r"_s,
                                    u"service: s"_s};
    QString yaml = u"_format_version: \"3.0\"\nservices:\n- {name: s, url: \"http://127.0.0.1:1\", routes: "
                   "[{name: r, paths: [/r]}]}\nconsumers:\n- {username: ann, keyauth_credentials: [{key: k}]}\n"
                   "plugins:\n- {name: key-auth}\n- {name: request-termination, config: {status_code: 208}}\n"_s;
    for (int i = 0; i < scopes.size(); ++i)
        yaml += u"- {name: request-termination, %1, config: {status_code: %2}}\n"_s.arg(scopes[i]).arg(201 + i);
    QCOMPARE(m_gateway->load(yaml.toUtf8()), QString());
    ConfigStore &store = m_gateway->project().store();
    const QString route = idOf(u"routes"_s, u"name"_s, u"r"_s);
    const QString ann = idOf(u"consumers"_s, u"username"_s, u"ann"_s);
    for (int expected = 201; expected <= 208; ++expected) {
        const auto chosen = EffectivePlugins(config()).instance(u"request-termination"_s, route, ann);
        QVERIFY(chosen);
        QCOMPARE(chosen->value("config"_L1).toObject().value("status_code"_L1).toInt(), expected);
        QTRY_COMPARE(m_gateway->get("/r", "apikey: k\r\n").status, expected);
        const EntityKey key = EntityKey::id(chosen->value("id"_L1).toString());
        QVERIFY(store.update(u"plugins"_s, key, {{u"enabled"_s, false}}, Origin::User));
    }
    const QList<PluginUse> left = EffectivePlugins(config()).on(route, ann);
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().name, u"key-auth"_s);
}

void TstInspectAgreement::answersAccessAsTheProxyDoes_data()
{
    QTest::addColumn<QString>("consumer"); // empty: nobody
    QTest::addColumn<QString>("route");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("reason");
    using Reason = AccessAnswer::Reason;
    const auto row = [](const char *name, const QString &who, const QString &route, int status, Reason reason) {
        QTest::newRow(name) << who << route << status << static_cast<int>(reason);
    };
    row("nobody, public", {}, u"public"_s, 200, Reason::NotAsked);
    row("ann, public", u"ann"_s, u"public"_s, 200, Reason::NotAsked);
    row("nobody, key", {}, u"key"_s, 401, Reason::NoCredential);
    row("ann, key", u"ann"_s, u"key"_s, 200, Reason::Authenticated);
    row("bob has no key", u"bob"_s, u"key"_s, 401, Reason::NoCredential);
    row("ann is a reader", u"ann"_s, u"readers"_s, 200, Reason::Authenticated);
    row("cid is none", u"cid"_s, u"readers"_s, 403, Reason::NotAllowed);
    row("ann is denied", u"ann"_s, u"denied"_s, 403, Reason::Denied);
    row("cid is not denied", u"cid"_s, u"denied"_s, 200, Reason::Authenticated);
    row("acl alone", u"ann"_s, u"acl-only"_s, 401, Reason::NeverRecognised);
    row("nobody, anonymous", {}, u"anonymous"_s, 200, Reason::Anonymous);
    row("bob, anonymous", u"bob"_s, u"anonymous"_s, 200, Reason::Anonymous);
    row("ann, anonymous", u"ann"_s, u"anonymous"_s, 200, Reason::Authenticated);
}

void TstInspectAgreement::answersAccessAsTheProxyDoes()
{
    QFETCH(QString, consumer);
    QFETCH(QString, route);
    const QByteArray yaml = "_format_version: \"3.0\"\nservices:\n- name: s\n  url: http://127.0.0.1:" +
                            QByteArray::number(m_upstream->port()) + "\n" + R"(  routes:
  - {name: public, paths: [/public]}
  - {name: key, paths: [/key], plugins: [{name: key-auth}]}
  - {name: readers, paths: [/readers], plugins: [{name: key-auth}, {name: acl, config: {allow: [readers]}}]}
  - {name: denied, paths: [/denied], plugins: [{name: key-auth}, {name: acl, config: {deny: [readers]}}]}
  - {name: acl-only, paths: [/acl-only], plugins: [{name: acl, config: {allow: [readers]}}]}
  - {name: anonymous, paths: [/anonymous], plugins: [{name: key-auth, config: {anonymous: guest}}]}
consumers:
- {username: ann, keyauth_credentials: [{key: ann}], acls: [{group: readers}]}
- {username: bob}
- {username: cid, keyauth_credentials: [{key: cid}]}
- {username: guest}
)";
    QCOMPARE(m_gateway->load(yaml), QString());
    const QString consumerId = consumer.isEmpty() ? QString() : idOf(u"consumers"_s, u"username"_s, consumer);
    const AccessAnswer answer = AccessRules(config()).ask(idOf(u"routes"_s, u"name"_s, route), consumerId);
    QTEST(static_cast<int>(answer.reason), "reason");
    const bool holdsKey = consumer == "ann"_L1 || consumer == "cid"_L1;
    const QByteArray key = holdsKey ? "apikey: " + consumer.toLatin1() + "\r\n" : QByteArray();
    const RawResponse response = m_gateway->get("/" + route.toLatin1(), key);
    QTEST(response.status, "status");
    QCOMPARE(answer.kind != AccessAnswer::Kind::Refused, response.status == 200);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstInspectAgreement)

#include "tst_inspect_agreement.moc"
