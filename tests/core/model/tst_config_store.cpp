// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/config_store.h"
#include "tests/support/store_fixture.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *serviceId = "a0000000-0000-4000-8000-000000000001";

} // namespace

class TestConfigStore : public QObject
{
    Q_OBJECT

private slots:
    void printsAllFieldsOfANewRow();
    void refusesTakenKeys_data();
    void refusesTakenKeys();
    void resolvesReferencesByName();
    void saysWhichReferenceIsMissing();
    void mergesOnUpdate();
    void replacesOnUpsert();
    void keepsTheIdOnUpdate();
    void wordsUnknownRowsAndKeys();
    void refusesToRemoveReferencedRows();
    void removesChildrenWithTheirParent();
    void checksProtocolsOfPlugins();
    void refusesChangesThatNoLongerFit();
    void refusesDanglingReferences();
    void replacesEverythingInOneChange();
    void hidesSecretsInTexts();

private:
    static QJsonObject service(const char *extra = "{}")
    {
        QJsonObject row = json(extra);
        row.insert(u"id"_s, QString::fromUtf8(serviceId));
        row.insert(u"name"_s, u"s"_s);
        row.insert(u"host"_s, u"h"_s);
        return row;
    }
};

void TestConfigStore::printsAllFieldsOfANewRow()
{
    StoreFixture fixture;
    const StoreOutcome outcome = fixture.store.insert(u"services"_s, service(), Origin::User);
    QVERIFY(outcome);
    const QJsonObject expected = json(R"({"id":"a0000000-0000-4000-8000-000000000001","name":"s","host":"h","port":80,
        "protocol":"http","path":null,"retries":5,"connect_timeout":60000,"write_timeout":60000,"read_timeout":60000,
        "client_certificate":null,"tls_verify":null,"tls_verify_depth":null,"ca_certificates":null,"enabled":true,
        "tags":null,"created_at":1700000000,"updated_at":1700000000})");
    QCOMPARE(compact(outcome.entity), compact(expected));
}

void TestConfigStore::refusesTakenKeys_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("name") << QByteArray(R"({"name":"s","host":"h"})") << 5
                          << u"UNIQUE violation detected on '{name=\"s\"}'"_s;
    QTest::newRow("id first") << QByteArray(R"({"id":"a0000000-0000-4000-8000-000000000001","name":"s","host":"h"})")
                              << 3 << u"primary key violation on key '{id=\"a0000000-0000-4000-8000-000000000001\"}'"_s;
}

void TestConfigStore::refusesTakenKeys()
{
    QFETCH(QByteArray, row);
    QFETCH(int, code);
    QFETCH(QString, message);
    StoreFixture fixture;
    fixture.store.insert(u"services"_s, service(), Origin::User);
    const StoreOutcome outcome = fixture.add("services", row.constData());
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->code, code);
    QCOMPARE(outcome.error->message, message);
}

void TestConfigStore::resolvesReferencesByName()
{
    StoreFixture fixture;
    fixture.store.insert(u"services"_s, service(), Origin::User);
    const StoreOutcome outcome = fixture.add("routes", R"({"paths":["/"],"service":{"name":"s"}})");
    QVERIFY(outcome);
    QCOMPARE(foreignId(outcome.entity, u"service"_s), QString::fromUtf8(serviceId));
}

void TestConfigStore::saysWhichReferenceIsMissing()
{
    StoreFixture fixture;
    const StoreOutcome byName = fixture.add("routes", R"({"paths":["/"],"service":{"name":"x"}})");
    QCOMPARE(byName.error->code, 13);
    QCOMPARE(byName.error->message,
             u"foreign key unresolved (service.name: the foreign key cannot be resolved with '{name=\"x\"}' for an "
             "existing 'services' entity)"_s);
    const StoreOutcome byId =
        fixture.add("routes", R"({"paths":["/"],"service":{"id":"a0000000-0000-4000-8000-000000000001"}})");
    QCOMPARE(byId.error->code, 4);
    QCOMPARE(byId.error->message,
             u"the foreign key '{id=\"a0000000-0000-4000-8000-000000000001\"}' does not reference an existing "
             "'services' entity."_s);
}

void TestConfigStore::mergesOnUpdate()
{
    StoreFixture fixture;
    fixture.add("plugins", R"({"name":"rate-limiting","instance_name":"rl","config":{"minute":5,"hour":9}})");
    const EntityKey key{u"instance_name"_s, u"rl"_s};
    const StoreOutcome outcome =
        fixture.store.update(u"plugins"_s, key, json(R"({"config":{"minute":6,"redis":{"host":"r"}}})"), Origin::User);
    QVERIFY(outcome);
    const QJsonObject config = outcome.entity.value(u"config"_s).toObject();
    QCOMPARE(config.value(u"minute"_s).toInt(), 6);
    QCOMPARE(config.value(u"hour"_s).toInt(), 9);
    QCOMPARE(config.value(u"redis_host"_s).toString(), u"r"_s);
    QCOMPARE(config.value(u"redis_port"_s).toInt(), 6379);
}

void TestConfigStore::replacesOnUpsert()
{
    StoreFixture fixture;
    fixture.store.insert(u"services"_s, service(R"({"retries":1})"), Origin::User);
    fixture.clock.advance(std::chrono::seconds(5));
    const StoreOutcome outcome = fixture.store.upsert(u"services"_s, {u"name"_s, u"s"_s},
                                                      json(R"({"host":"new","name":"ignored"})"), Origin::User);
    QVERIFY(outcome);
    QCOMPARE(outcome.entity.value(u"id"_s).toString(), QString::fromUtf8(serviceId));
    QCOMPARE(outcome.entity.value(u"name"_s).toString(), u"s"_s);
    QCOMPARE(outcome.entity.value(u"retries"_s).toInt(), 5);
    QCOMPARE(outcome.entity.value(u"created_at"_s).toInteger(), 1700000005);
    QCOMPARE(fixture.store.config().rows(u"services"_s).size(), 1);
}

void TestConfigStore::keepsTheIdOnUpdate()
{
    StoreFixture fixture;
    fixture.store.insert(u"services"_s, service(), Origin::User);
    const QJsonObject other{{u"id"_s, u"a0000000-0000-4000-8000-000000000009"_s}};
    const StoreOutcome outcome = fixture.store.update(u"services"_s, {u"name"_s, u"s"_s}, other, Origin::User);
    QCOMPARE(outcome.entity.value(u"id"_s).toString(), QString::fromUtf8(serviceId));
}

void TestConfigStore::wordsUnknownRowsAndKeys()
{
    StoreFixture fixture;
    const auto message = [&](const EntityKey &key) {
        return fixture.store.update(u"services"_s, key, {}, Origin::User).error->message;
    };
    QCOMPARE(message({u"name"_s, u"x"_s}), u"could not find the entity with '{name=\"x\"}'"_s);
    QCOMPARE(message(EntityKey::id(QString::fromUtf8(serviceId))),
             u"could not find the entity with primary key '{id=\"a0000000-0000-4000-8000-000000000001\"}'"_s);
    QCOMPARE(message(EntityKey::id(u"x"_s)), u"invalid primary key: '{id=\"expected a valid UUID\"}'"_s);
    QCOMPARE(message({u"name"_s, u"a b"_s}),
             u"invalid value 'a b': the only accepted ascii characters are alphanumerics or ., -, _, and ~"_s);
    QVERIFY(fixture.store.remove(u"services"_s, {u"name"_s, u"x"_s}, Origin::User));
}

void TestConfigStore::refusesToRemoveReferencedRows()
{
    StoreFixture fixture;
    fixture.store.insert(u"services"_s, service(), Origin::User);
    fixture.add("routes", R"({"paths":["/"],"service":{"name":"s"}})");
    const StoreOutcome outcome = fixture.store.remove(u"services"_s, {u"name"_s, u"s"_s}, Origin::User);
    QCOMPARE(outcome.error->message, u"an existing 'routes' entity references this 'services' entity"_s);
    QCOMPARE(outcome.error->fields, json(R"({"@referenced_by":"routes"})"));
}

void TestConfigStore::removesChildrenWithTheirParent()
{
    StoreFixture fixture;
    fixture.add("consumers", R"({"username":"ann"})");
    fixture.add("jwt_secrets", R"({"consumer":{"username":"ann"}})");
    fixture.add("acls", R"({"consumer":{"username":"ann"},"group":"g"})");
    fixture.add("oauth2_credentials", R"({"consumer":{"username":"ann"},"name":"app","client_id":"x"})");
    fixture.add("oauth2_tokens", R"({"credential":{"client_id":"x"},"expires_in":5})");
    QCOMPARE(fixture.store.config().rowCount(), 5);
    QVERIFY(fixture.store.remove(u"consumers"_s, {u"username"_s, u"ann"_s}, Origin::User));
    QVERIFY(fixture.store.config().isEmpty());
}

void TestConfigStore::checksProtocolsOfPlugins()
{
    StoreFixture fixture;
    fixture.store.insert(u"services"_s, service(), Origin::User);
    fixture.add("routes", R"({"name":"r","paths":["/"],"protocols":["https"],"service":{"name":"s"}})");
    QCOMPARE(fixture.refusal("plugins", R"({"name":"jwt","protocols":["http"],"route":{"name":"r"}})"),
             u"schema violation (protocols: must match the associated route's protocols)"_s);
    QCOMPARE(fixture.refusal("plugins", R"({"name":"jwt","protocols":["http"],"service":{"name":"s"}})"),
             u"schema violation (protocols: must match the protocols of at least one route pointing to this Plugin's "
             "service)"_s);
    QCOMPARE(fixture.refusal("plugins", R"({"name":"jwt","protocols":["http","https"],"service":{"name":"s"}})"),
             QString());
}

void TestConfigStore::refusesChangesThatNoLongerFit()
{
    StoreFixture fixture;
    fixture.store.insert(u"services"_s, service(), Origin::User);
    const QString id = QString::fromUtf8(serviceId);
    const Edit edit{u"services"_s, id, QJsonObject{{u"id"_s, id}}, std::nullopt};
    const Result<> result = fixture.store.apply({u"Delete"_s, {edit}}, Origin::Undo);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Conflict);
    QCOMPARE(fixture.store.config().rows(u"services"_s).size(), 1);
}

void TestConfigStore::refusesDanglingReferences()
{
    StoreFixture fixture;
    const QJsonObject route = json(R"({"id":"r","service":{"id":"gone"}})");
    QVERIFY(!fixture.store.apply({u"Add"_s, {Edit{u"routes"_s, u"r"_s, std::nullopt, route}}}, Origin::Undo));
    QVERIFY(fixture.store.config().isEmpty());
}

void TestConfigStore::replacesEverythingInOneChange()
{
    StoreFixture fixture;
    fixture.add("consumers", R"({"username":"ann"})");
    Config other(*fixture.registry);
    other.put(u"services"_s, service());
    QList<Change> changes;
    connect(&fixture.store, &ConfigStore::changed, this, [&](const Change &change) { changes << change; });
    fixture.store.replace(other, Origin::File, u"Import kong.yml"_s);
    QVERIFY(fixture.store.config() == other);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().edits.size(), 2);
}

void TestConfigStore::hidesSecretsInTexts()
{
    StoreFixture fixture;
    fixture.add("consumers", R"({"username":"ann"})");
    QString text;
    connect(&fixture.store, &ConfigStore::changed, this, [&](const Change &change) { text = change.text; });
    fixture.add("keyauth_credentials", R"({"consumer":{"username":"ann"},"key":"top-secret"})");
    QVERIFY(!text.isEmpty());
    QVERIFY(!text.contains(u"top-secret"_s));
}

QTEST_GUILESS_MAIN(TestConfigStore)

#include "tst_config_store.moc"
