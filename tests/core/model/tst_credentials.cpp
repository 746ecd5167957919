// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/store_fixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestCredentials : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void hashesBasicPasswordsWithTheConsumer();
    void asksForTheConsumerBesideAPassword();
    void hashesClientSecretsOnRequest();
    void generatesMissingSecrets();
    void checksPublicKeysOfJwtSecrets();
    void refusesAGroupTwice();
    void countsDownTheTimeToLive();
    void refusesBadTimesToLive();
    void checksRedirectUris();

private:
    std::unique_ptr<StoreFixture> m_fixture;
};

void TestCredentials::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    m_fixture->add("consumers", R"({"id":"a0000000-0000-4000-8000-000000000001","username":"c"})");
}

void TestCredentials::hashesBasicPasswordsWithTheConsumer()
{
    const StoreOutcome outcome =
        m_fixture->add("basicauth_credentials", R"({"consumer":{"username":"c"},"username":"u1","password":"p1"})");
    QCOMPARE(outcome.entity.value(u"password"_s).toString(), u"837bc03919f87f3d8b4cf9a6914084d83cfd670f"_s);
}

void TestCredentials::asksForTheConsumerBesideAPassword()
{
    m_fixture->add("basicauth_credentials", R"({"consumer":{"username":"c"},"username":"u1","password":"p1"})");
    const EntityKey key{u"username"_s, u"u1"_s};
    const auto update = [&](const char *input) {
        return m_fixture->store.update(u"basicauth_credentials"_s, key, json(input), Origin::User);
    };
    QCOMPARE(update(R"({"password":"p2"})").error->message,
             u"schema violation (all or none of these fields must be set: 'password', 'consumer.id')"_s);
    QCOMPARE(update(R"({"tags":["a"]})").entity.value(u"password"_s).toString(),
             u"837bc03919f87f3d8b4cf9a6914084d83cfd670f"_s);
}

void TestCredentials::hashesClientSecretsOnRequest()
{
    const StoreOutcome clear =
        m_fixture->add("oauth2_credentials", R"({"consumer":{"username":"c"},"name":"a","client_secret":"s"})");
    QCOMPARE(clear.entity.value(u"client_secret"_s).toString(), u"s"_s);
    const StoreOutcome hashed = m_fixture->add(
        "oauth2_credentials", R"({"consumer":{"username":"c"},"name":"b","client_secret":"s","hash_secret":true})");
    static const QRegularExpression phc(u"^\\$pbkdf2-sha512\\$i=10000,l=32\\$"_s);
    QVERIFY(phc.match(hashed.entity.value(u"client_secret"_s).toString()).hasMatch());
}

void TestCredentials::generatesMissingSecrets()
{
    const QJsonObject row = m_fixture->add("jwt_secrets", R"({"consumer":{"username":"c"}})").entity;
    QCOMPARE(row.value(u"key"_s).toString().size(), 32);
    QCOMPARE(row.value(u"secret"_s).toString().size(), 32);
    QCOMPARE(row.value(u"algorithm"_s).toString(), u"HS256"_s);
}

void TestCredentials::checksPublicKeysOfJwtSecrets()
{
    QCOMPARE(m_fixture->refusal("jwt_secrets", R"({"consumer":{"username":"c"},"algorithm":"RS256"})"),
             u"2 schema violations (failed conditional validation given value of field 'algorithm'; rsa_public_key: "
             "required field missing)"_s);
    QCOMPARE(
        m_fixture->refusal("jwt_secrets", R"({"consumer":{"username":"c"},"algorithm":"RS256","rsa_public_key":"x"})"),
        u"2 schema violations (failed conditional validation given value of field 'algorithm'; rsa_public_key: "
        "invalid key)"_s);
    QCOMPARE(m_fixture->refusal("jwt_secrets", R"({"consumer":{"username":"c"},"algorithm":"ES256"})"), QString());
}

void TestCredentials::refusesAGroupTwice()
{
    QVERIFY(m_fixture->add("acls", R"({"consumer":{"username":"c"},"group":"g"})"));
    QCOMPARE(m_fixture->refusal("acls", R"({"consumer":{"username":"c"},"group":"g"})"),
             u"UNIQUE violation detected on '{consumer={id=\"a0000000-0000-4000-8000-000000000001\"},group=\"g\"}'"_s);
}

void TestCredentials::countsDownTheTimeToLive()
{
    const StoreOutcome outcome =
        m_fixture->add("keyauth_credentials", R"({"consumer":{"username":"c"},"key":"k","ttl":60})");
    QCOMPARE(outcome.entity.value(u"ttl"_s).toInt(), 60);
    const EntityKey key{u"key"_s, u"k"_s};
    m_fixture->clock.advance(std::chrono::seconds(59));
    QCOMPARE(m_fixture->store.find(u"keyauth_credentials"_s, key).entity.value(u"ttl"_s).toInt(), 1);
    m_fixture->clock.advance(std::chrono::seconds(1));
    QVERIFY(m_fixture->store.find(u"keyauth_credentials"_s, key).entity.isEmpty());
}

void TestCredentials::refusesBadTimesToLive()
{
    const StoreOutcome outcome = m_fixture->add("keyauth_credentials", R"({"consumer":{"username":"c"},"ttl":-1})");
    QCOMPARE(outcome.error->message, u"invalid option (ttl: must be an integer between 0 and 100000000)"_s);
    QVERIFY(outcome.error->toJson().contains(u"options"_s));
}

void TestCredentials::checksRedirectUris()
{
    QCOMPARE(
        m_fixture->refusal("oauth2_credentials", R"({"consumer":{"username":"c"},"name":"a","redirect_uris":["x"]})"),
        u"schema violation (redirect_uris.1: cannot parse 'x')"_s);
    const QJsonObject input{{u"consumer"_s, QJsonObject{{u"username"_s, u"c"_s}}},
                            {u"name"_s, u"a"_s},
                            {u"redirect_uris"_s, QJsonArray{u"https://a/#f"_s}}};
    QCOMPARE(m_fixture->store.insert(u"oauth2_credentials"_s, input, Origin::User).error->message,
             u"schema violation (redirect_uris.1: fragment not allowed in 'https://a/#f')"_s);
}

QTEST_GUILESS_MAIN(TestCredentials)

#include "tst_credentials.moc"
