// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/admin_api.h"
#include "core/plugins/described/bundled_schemas.h"
#include "tests/core/admin/fake_node_facts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;

// The recorded conversations of a real gateway cover the wording; here is what Gatehouse adds or must not lose.
class TestAdminApi : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void createsReadsChangesAndDeletes();
    void tellsTheStoreWhoWrites();
    void answersMethods_data();
    void answersMethods();
    void pagesInOrderOfId();
    void filtersByTags_data();
    void filtersByTags();
    void listsTags();
    void keepsTheOldConfigurationWhenTheNewOneIsRefused();
    void loadsAndPrintsConfigurations();
    void skipsAConfigurationItHasAlready();
    void writesRowsBesideAConfiguration();
    void refusesTooManyArguments();
    void listsItsEndpointsSegmentBySegment();

private:
    AdminReply call(const QByteArray &method, const QByteArray &target, const QByteArray &json = {});

    QJsonObject body(const AdminReply &reply) const { return QJsonDocument::fromJson(reply.body).object(); }

    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    SystemClock m_clock;
    FakeNodeFacts m_facts;
    std::unique_ptr<ConfigStore> m_store;
    std::unique_ptr<AdminApi> m_api;
};

void TestAdminApi::init()
{
    m_api.reset();
    m_store = std::make_unique<ConfigStore>(*m_registry, m_clock);
    m_api = std::make_unique<AdminApi>(*m_store, m_facts);
}

AdminReply TestAdminApi::call(const QByteArray &method, const QByteArray &target, const QByteArray &json)
{
    AdminRequest request{method, target, {}, json};
    if (!json.isEmpty()) {
        request.headers.append(AdminHeader("Content-Type", "application/json"));
    }
    return m_api->handle(request);
}

void TestAdminApi::createsReadsChangesAndDeletes()
{
    QCOMPARE(call("POST", "/services", R"({"name":"s","host":"h"})").status, 201);
    QCOMPARE(body(call("GET", "/services/s")).value(QStringLiteral("port")).toInt(), 80);
    QCOMPARE(body(call("PATCH", "/services/s", R"({"port":81})")).value(QStringLiteral("port")).toInt(), 81);
    QCOMPARE(call("DELETE", "/services/s").status, 204);
    QCOMPARE(call("GET", "/services/s").status, 404);
}

void TestAdminApi::tellsTheStoreWhoWrites()
{
    QSignalSpy changed(m_store.get(), &ConfigStore::changed);
    call("POST", "/consumers", R"({"username":"u"})");
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(1).value<Origin>(), Origin::AdminApi);
}

void TestAdminApi::answersMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    const auto row = [](const char *method, const char *target, int status) {
        QTest::addRow("%s %s", method, target) << QByteArray(method) << QByteArray(target) << status;
    };
    row("GET", "/nosuch", 404);
    row("GET", "/services/", 200);
    row("GET", "//services", 404);
    row("PUT", "/services", 405);
    row("FOO", "/services", 405);
    row("OPTIONS", "/services", 204);
    row("OPTIONS", "/nosuch", 404);
    row("GET", "/targets", 404);
    row("GET", "/tags", 200);
    row("GET", "/status", 200);
    row("GET", "/timers", 200);
    row("GET", "/filter-chains", 400);
    row("GET", "services", 404);
}

void TestAdminApi::answersMethods()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QCOMPARE(call(method, target).status, status);
}

void TestAdminApi::pagesInOrderOfId()
{
    for (int i = 9; i > 0; --i) {
        const QByteArray n = QByteArray::number(i);
        call("POST", "/consumers",
             R"({"username":"u)" + n + R"(","id":"a0000000-0000-4000-8000-00000000000)" + n + "\"}");
    }
    QStringList names;
    QByteArray next("/consumers?size=4");
    while (!next.isEmpty()) {
        const QJsonObject page = body(call("GET", next));
        const QJsonArray rows = page.value(QStringLiteral("data")).toArray();
        for (const QJsonValue &row : rows) {
            names.append(row[QStringLiteral("username")].toString());
        }
        next = page.value(QStringLiteral("next")).toString().toLatin1();
    }
    QCOMPARE(names.join(u' '), QStringLiteral("u1 u2 u3 u4 u5 u6 u7 u8 u9"));
}

void TestAdminApi::filtersByTags_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<int>("count");
    QTest::newRow("one") << QByteArray("a") << 2;
    QTest::newRow("all") << QByteArray("a,b") << 1;
    QTest::newRow("any") << QByteArray("b/c") << 2;
    QTest::newRow("none") << QByteArray("z") << 0;
}

void TestAdminApi::filtersByTags()
{
    QFETCH(QByteArray, filter);
    QFETCH(int, count);
    call("POST", "/consumers", R"({"username":"1","tags":["a"]})");
    call("POST", "/consumers", R"({"username":"2","tags":["a","b"]})");
    call("POST", "/consumers", R"({"username":"3","tags":["c"]})");
    call("POST", "/consumers", R"({"username":"4"})");
    const QJsonObject page = body(call("GET", "/consumers?tags=" + filter));
    QCOMPARE(page.value(QStringLiteral("data")).toArray().size(), count);
}

void TestAdminApi::listsTags()
{
    call("POST", "/consumers", R"({"username":"1","tags":["a","b"]})");
    call("POST", "/services", R"({"host":"h","tags":["a"]})");
    QCOMPARE(body(call("GET", "/tags")).value(QStringLiteral("data")).toArray().size(), 3);
    QCOMPARE(body(call("GET", "/tags/a")).value(QStringLiteral("data")).toArray().size(), 2);
    QCOMPARE(call("GET", "/tags/a%2Cb").status, 400);
}

void TestAdminApi::keepsTheOldConfigurationWhenTheNewOneIsRefused()
{
    call("POST", "/config", R"({"_format_version":"3.0","consumers":[{"username":"old"}]})");
    const AdminReply refused = call("POST", "/config", R"({"_format_version":"3.0","consumers":[{"username":5}]})");
    QCOMPARE(refused.status, 400);
    QCOMPARE(body(refused).value(QStringLiteral("code")).toInt(), 14);
    QCOMPARE(call("GET", "/consumers/old").status, 200);
}

void TestAdminApi::loadsAndPrintsConfigurations()
{
    const AdminReply loaded = m_api->handle({"POST",
                                             "/config",
                                             {{"Content-Type", "text/yaml"}},
                                             "_format_version: \"3.0\"\nservices:\n- {name: s, host: h}\n"});
    QCOMPARE(loaded.status, 201);
    QCOMPARE(m_store->config().rows(QStringLiteral("services")).size(), 1);
    const QString text = body(call("GET", "/config")).value(QStringLiteral("config")).toString();
    QVERIFY(text.startsWith(QLatin1String("_format_version: \"3.0\"\n_transform: false\nservices:\n")));
}

void TestAdminApi::skipsAConfigurationItHasAlready()
{
    const AdminRequest post{"POST",
                            "/config?check_hash=1",
                            {{"Content-Type", "text/yaml"}},
                            "_format_version: \"3.0\"\nconsumers:\n- username: u\n"};
    QCOMPARE(m_api->handle(post).status, 201);
    const AdminReply again = m_api->handle(post);
    QCOMPARE(again.status, 304);
    QVERIFY(again.body.isEmpty());
    call("DELETE", "/consumers/u");
    QCOMPARE(m_api->handle(post).status, 201);
}

void TestAdminApi::writesRowsBesideAConfiguration()
{
    call("POST", "/config", R"({"_format_version":"3.0","services":[{"name":"s","host":"h"}]})");
    QCOMPARE(call("POST", "/services/s/routes", R"({"name":"r","paths":["/"]})").status, 201);
    QCOMPARE(call("GET", "/routes/r/service").status, 200);
}

void TestAdminApi::refusesTooManyArguments()
{
    QCOMPARE(call("GET", "/services?" + QByteArray("a=1&").repeated(1001)).status, 400);
}

void TestAdminApi::listsItsEndpointsSegmentBySegment()
{
    const QJsonArray paths = body(call("GET", "/endpoints")).value(QStringLiteral("data")).toArray();
    QCOMPARE(paths.first().toString(), QStringLiteral("/"));
    QVERIFY(paths.contains(QStringLiteral("/services/{services}/routes/{routes}")));
    QVERIFY(!paths.contains(QStringLiteral("/workspaces")));
}

QTEST_GUILESS_MAIN(TestAdminApi)
#include "tst_admin_api.moc"
