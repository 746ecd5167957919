// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/arguments.h"
#include "core/plugins/described/bundled_schemas.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;

class TestArguments : public QObject
{
    Q_OBJECT

private slots:
    void readsQueries();
    void decodesForms_data();
    void decodesForms();
    void takesTheLastOfEqualParts();
    void refusesJson_data();
    void refusesJson();
    void knowsBodiesByTheirType_data();
    void knowsBodiesByTheirType();
    void infersTypesFromTheSchema_data();
    void infersTypesFromTheSchema();

private:
    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
};

namespace {

AdminRequest bodyOf(const QByteArray &type, const QByteArray &body)
{
    return {"POST", "/", {{"Content-Type", type}}, body};
}

QJsonObject jsonOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

void TestArguments::readsQueries()
{
    const QueryArguments query("size=2&tags=a%2Cb+c&flag&size=3&=x");
    QCOMPARE(query.value(QStringLiteral("size")), QStringLiteral("2"));
    QCOMPARE(query.value(QStringLiteral("tags")), QStringLiteral("a,b c"));
    QCOMPARE(query.value(QStringLiteral("flag")), QStringLiteral("true"));
    QCOMPARE(query.count(), 4);
    QVERIFY(!query.without(QStringLiteral("size")).contains(QStringLiteral("size")));
}

void TestArguments::decodesForms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("texts") << QByteArray("a=1&b=x+y%21") << QByteArray(R"({"a":"1","b":"x y!"})");
    QTest::newRow("repeated name") << QByteArray("a=x&a=y") << QByteArray(R"({"a":["x","y"]})");
    QTest::newRow("no value") << QByteArray("a") << QByteArray(R"({"a":true})");
    QTest::newRow("encoded brackets") << QByteArray("a%5B%5D=x") << QByteArray(R"({"a":["x"]})");
    QTest::newRow("broken triplet") << QByteArray("a=x%ZZ%2") << QByteArray(R"({"a":"x%ZZ%2"})");
    QTest::newRow("semicolon separates nothing") << QByteArray("a=1;b=2") << QByteArray(R"({"a":"1;b=2"})");
}

void TestArguments::decodesForms()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, json);
    const auto decoded = decodeBody(bodyOf("application/x-www-form-urlencoded", body), BodyKind::Form);
    QVERIFY(decoded);
    QCOMPARE(decoded->fields, jsonOf(json));
}

void TestArguments::takesTheLastOfEqualParts()
{
    const QByteArray body("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
                          "--B\r\ncontent-disposition: form-data; name=\"a\"; filename=\"f\"\r\n\r\nline\r\nline\r\n"
                          "--B--\r\n");
    const auto decoded = decodeBody(bodyOf("multipart/form-data; boundary=B", body), BodyKind::Form);
    QVERIFY(decoded);
    QCOMPARE(decoded->fields, jsonOf(R"({"a":"line\r\nline"})"));
}

void TestArguments::refusesJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("broken") << QByteArray("{");
    QTest::newRow("a text") << QByteArray("\"a\"");
    QTest::newRow("a number") << QByteArray("5");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a list of objects") << QByteArray("[{}]");
    QTest::newRow("too deep") << QByteArray("{\"a\":") + QByteArray(64, '[') + QByteArray(64, ']') + "}";
}

void TestArguments::refusesJson()
{
    QFETCH(QByteArray, body);
    QVERIFY(!decodeBody(bodyOf("application/json", body), BodyKind::Json));
}

void TestArguments::knowsBodiesByTheirType_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &type, const QByteArray &body, BodyKind kind) {
        QTest::newRow(name) << type << body << static_cast<int>(kind);
    };
    row("nothing at all", "", "", BodyKind::None);
    row("body without type", "", "x", BodyKind::Unsupported);
    row("json", "application/json; charset=utf-8", "{}", BodyKind::Json);
    row("json in other letters", "Application/JSON", "{}", BodyKind::Unsupported);
    row("form", "application/x-www-form-urlencoded", "a=1", BodyKind::Form);
    row("multipart", "multipart/form-data; boundary=x", "", BodyKind::Form);
    row("yaml", "text/yaml", "a: 1", BodyKind::Yaml);
    row("plain text", "text/plain", "{}", BodyKind::Unsupported);
}

void TestArguments::knowsBodiesByTheirType()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    AdminRequest request{"POST", "/", {}, body};
    if (!type.isEmpty()) {
        request.headers.append(AdminHeader("content-type", type));
    }
    QCOMPARE(static_cast<int>(bodyKindOf(request)), kind);
}

void TestArguments::infersTypesFromTheSchema_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *table, const char *form, const char *json) {
        QTest::newRow(name) << QString::fromLatin1(table) << QByteArray(form) << QByteArray(json);
    };
    row("integer", "services", R"({"port":"80"})", R"({"port":80})");
    row("fraction stays for the validator", "services", R"({"port":"2.5"})", R"({"port":2.5})");
    row("no number stays a text", "services", R"({"port":"high"})", R"({"port":"high"})");
    row("empty is null", "services", R"({"path":""})", R"({"path":null})");
    row("unknown field is left alone", "services", R"({"nope":""})", R"({"nope":""})");
    row("boolean", "services", R"({"enabled":"false"})", R"({"enabled":false})");
    row("other words are no booleans", "services", R"({"enabled":"yes"})", R"({"enabled":"yes"})");
    row("one element", "services", R"({"tags":"a"})", R"({"tags":["a"]})");
    row("map of lists", "routes", R"({"headers":{"x":"1"}})", R"({"headers":{"x":["1"]}})");
    row("plugin config", "plugins", R"({"name":"rate-limiting","config":{"minute":"5"}})",
        R"({"name":"rate-limiting","config":{"minute":5}})");
    row("config of a nameless plugin", "plugins", R"({"config":{"minute":"5"}})", R"({"config":{"minute":"5"}})");
}

void TestArguments::infersTypesFromTheSchema()
{
    QFETCH(QString, table);
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, json);
    QCOMPARE(infer(jsonOf(form), *m_registry->entity(table), *m_registry), jsonOf(json));
}

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
