// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/store_fixture.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestEntitySchemas : public QObject
{
    Q_OBJECT

private slots:
    void wordsRefusals_data();
    void wordsRefusals();
    void splitsServiceUrls_data();
    void splitsServiceUrls();
    void defaultsStripPathByProtocol();
    void writesTargetsWithTheirPort();
    void ordersParentsBeforeChildren();
};

void TestEntitySchemas::wordsRefusals_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *table, const char *text, const char *message) {
        QTest::newRow(name) << QByteArray(table) << QByteArray(text) << QString::fromUtf8(message);
    };
    row("service host", "services", "{}", "schema violation (host: required field missing)");
    row("service tcp path", "services", R"({"host":"h","protocol":"tcp","path":"/a"})",
        "2 schema violations (failed conditional validation given value of field 'protocol'; path: value must be "
        "null)");
    row("service tls", "services", R"({"host":"h","tls_verify":true})",
        "2 schema violations (failed conditional validation given value of field 'protocol'; tls_verify: value must be "
        "null)");
    row("service url null", "services", R"({"url":null})",
        "3 schema violations (host: required field missing; path: should start with: /; protocol: expected one of: "
        "grpc, grpcs, http, https, tcp, tls, tls_passthrough, udp)");
    row("route without match", "routes", "{}",
        "schema violation (must set one of 'methods', 'hosts', 'headers', 'paths', 'snis' when 'protocols' is "
        "'https')");
    row("plain route without match", "routes", R"({"protocols":["http"]})",
        "schema violation (must set one of 'methods', 'hosts', 'headers', 'paths' when 'protocols' is 'http')");
    row("route sources", "routes", R"({"paths":["/"],"sources":[{"ip":"1.1.1.1"}]})",
        "schema violation (sources: cannot set 'sources' when 'protocols' is 'http' or 'https')");
    row("route snis", "routes", R"({"protocols":["http"],"paths":["/"],"snis":["a"]})",
        "2 schema violations ('snis' can only be set when 'protocols' is 'grpcs', 'https', 'tls' or 'tls_passthrough'; "
        "snis: length must be 0)");
    row("stream route", "routes", R"({"protocols":["tcp"],"paths":["/"]})",
        "2 schema violations (must set one of 'sources', 'destinations', 'snis' when 'protocols' is 'tcp', 'tls' or "
        "'udp'; paths: cannot set 'paths' when 'protocols' is 'tcp', 'tls', 'tls_passthrough' or 'udp')");
    row("passthrough route", "routes", R"({"protocols":["tls_passthrough"]})",
        "schema violation (must set snis when 'protocols' is 'tls_passthrough')");
    row("grpc strip", "routes", R"({"protocols":["grpc"],"paths":["/"],"strip_path":true})",
        "schema violation (strip_path: cannot set 'strip_path' when 'protocols' is 'grpc' or 'grpcs')");
    row("unknown protocol", "routes", R"({"protocols":["ws"],"paths":["/"]})",
        "schema violation (protocols: unknown type: ws)");
    row("host header", "routes", R"({"paths":["/"],"headers":{"Host":["a"]}})",
        "schema violation (headers: cannot contain 'host' header, which must be specified in the 'hosts' attribute)");
    row("endpoint", "routes", R"({"protocols":["tcp"],"sources":[{}]})",
        "schema violation (sources.1: {\n  [\"@entity\"] = {\n    \"at least one of these fields must be non-empty: "
        "'ip', 'port'\"\n  }\n})");
    row("consumer", "consumers", "{}",
        "schema violation (at least one of these fields must be non-empty: 'custom_id', 'username')");
    row("consumer groups", "consumers", R"({"username":"a","groups":[]})", "schema violation (groups: unknown field)");
    row("tag", "consumers", R"({"username":"a","tags":["x","a,b"]})",
        "schema violation (tags.2: invalid tag 'a,b': expected printable ascii (except `,` and `/`) or valid utf-8 "
        "sequences)");
    row("plugin name", "plugins", R"({"name":"nope"})",
        "schema violation (name: plugin 'nope' not enabled; add it to the 'plugins' configuration property)");
    row("plugin scope", "plugins", R"({"name":"jwt","consumer":{"id":"a0000000-0000-4000-8000-000000000001"}})",
        "schema violation (consumer: value must be null)");
    row("target", "targets", R"({"target":"bad target"})",
        "schema violation (target: Invalid target; not a valid hostname or ip address)");
    row("vault prefix", "vaults", R"({"name":"env","prefix":"env"})",
        "schema violation (prefix: must not be one of: env)");
    row("vault name", "vaults", R"({"name":"aws","prefix":"my"})",
        "schema violation (name: vault 'aws' is not installed)");
    row("key", "keys", R"({"kid":"k"})",
        "schema violation (at least one of these fields must be non-empty: 'jwk', 'pem')");
    row("jwk text", "keys", R"({"kid":"k","jwk":"no"})", "schema violation (could not json decode jwk string)");
    row("jwk kid", "keys", R"({"kid":"k","jwk":"{\"kid\":\"x\"}"})",
        "schema violation (kid in jwk.kid must be equal to keys.kid)");
    row("jwk key", "keys", R"({"kid":"k","jwk":"{\"kid\":\"k\"}"})",
        "schema violation (could not load JWK, likely not a valid key)");
}

void TestEntitySchemas::wordsRefusals()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, row);
    QFETCH(QString, message);
    StoreFixture fixture;
    QCOMPARE(fixture.refusal(table.constData(), row.constData()), message);
}

void TestEntitySchemas::splitsServiceUrls_data()
{
    QTest::addColumn<QString>("stored");
    QTest::newRow("http://example.com") << u"http example.com 80 -"_s;
    QTest::newRow("https://example.com/a/b?q=1") << u"https example.com 443 /a/b"_s;
    QTest::newRow("grpcs://example.com") << u"grpcs example.com 80 -"_s;
    QTest::newRow("tcp://example.com:99") << u"tcp example.com 99 -"_s;
    QTest::newRow("//example.com/x") << u"http example.com 80 /x"_s;
    QTest::newRow("//example.com:443") << u"https example.com 443 -"_s;
}

void TestEntitySchemas::splitsServiceUrls()
{
    QFETCH(QString, stored);
    StoreFixture fixture;
    const QJsonObject input{{u"url"_s, QString::fromUtf8(QTest::currentDataTag())}, {u"port"_s, 1}};
    const QJsonObject row = fixture.store.insert(u"services"_s, input, Origin::User).entity;
    QVERIFY(!row.contains(u"url"_s));
    QCOMPARE(row.value(u"protocol"_s).toString() + u' ' + row.value(u"host"_s).toString() + u' ' +
                 QString::number(row.value(u"port"_s).toInt()) + u' ' + row.value(u"path"_s).toString(u"-"_s),
             stored);
}

void TestEntitySchemas::defaultsStripPathByProtocol()
{
    StoreFixture fixture;
    QCOMPARE(fixture.add("routes", R"({"paths":["/"]})").entity.value(u"strip_path"_s).toBool(), true);
    const StoreOutcome grpc = fixture.add("routes", R"({"paths":["/"],"protocols":["grpc"]})");
    QVERIFY(grpc);
    QCOMPARE(grpc.entity.value(u"strip_path"_s).toBool(true), false);
}

void TestEntitySchemas::writesTargetsWithTheirPort()
{
    StoreFixture fixture;
    fixture.add("upstreams", R"({"name":"u"})");
    const StoreOutcome target = fixture.add("targets", R"({"target":"a.example","upstream":{"name":"u"}})");
    QCOMPARE(target.entity.value(u"target"_s).toString(), u"a.example:8000"_s);
    const StoreOutcome again = fixture.add("targets", R"({"target":"a.example:8000","upstream":{"name":"u"}})");
    QCOMPARE(again.error->httpStatus(), 409);
}

void TestEntitySchemas::ordersParentsBeforeChildren()
{
    const auto registry = makeSchemaRegistry();
    QStringList names;
    for (const RecordSchema *schema : registry->entities())
        names << schema->name;
    const auto before = [&](const QString &parent, const QString &child) {
        return names.indexOf(parent) < names.indexOf(child);
    };
    QVERIFY(before(u"certificates"_s, u"services"_s));
    QVERIFY(before(u"services"_s, u"routes"_s));
    QVERIFY(before(u"consumers"_s, u"plugins"_s));
    QVERIFY(before(u"vaults"_s, u"acls"_s));
    QVERIFY(before(u"oauth2_credentials"_s, u"oauth2_tokens"_s));
}

QTEST_GUILESS_MAIN(TestEntitySchemas)

#include "tst_entity_schemas.moc"
