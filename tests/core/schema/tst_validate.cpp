// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/fields.h"
#include "core/schema/validate.h"
#include "tests/support/json_text.h"
#include "tests/support/manual_clock.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::fields;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(gatehouse::Field)

class TestValidate : public QObject
{
    Q_OBJECT

private slots:
    void wordsBadValues_data();
    void wordsBadValues();
    void acceptsGoodValues_data();
    void acceptsGoodValues();
    void placesErrorsOfElements();
    void reportsUnknownAndMissingFields();
    void asksForTheReferencedId_data();
    void asksForTheReferencedId();
    void acceptsReferencesAsTextWhenAsked();
    void skipsRulesForVaultReferences();
    void stopsAtAnUnknownSubschema();
    void refusesDatabaseChoicesInDocuments();

private:
    [[nodiscard]] QJsonValue errorOf(const Field &field, const QJsonValue &value) const
    {
        return Validator(m_registry, m_clock).validateField(field, value);
    }

    SchemaRegistry m_registry;
    ManualClock m_clock;
};

void TestValidate::wordsBadValues_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const Field &field, const QJsonValue &value, const QString &error) {
        QTest::newRow(name) << field << value << error;
    };
    const Field word = text(u"x"_s);
    row("text", word, 5, u"expected a string"_s);
    row("empty text", word, u""_s, u"length must be at least 1"_s);
    row("integer", integer(u"x"_s), 5.5, u"expected an integer"_s);
    row("integer as text", integer(u"x"_s), u"5"_s, u"expected an integer"_s);
    row("number", number(u"x"_s), u"5"_s, u"expected a number"_s);
    row("boolean", boolean(u"x"_s), u"true"_s, u"expected a boolean"_s);
    row("array", array(u"x"_s, word), u"a"_s, u"expected an array"_s);
    row("array as object", array(u"x"_s, word), QJsonObject{{u"a"_s, 1}}, u"expected an array"_s);
    row("set", set(u"x"_s, word), 1, u"expected a set"_s);
    row("map", map(u"x"_s, word, word), 1, u"expected a map"_s);
    row("record", record(u"x"_s, {word}), u"a"_s, u"expected a record"_s);
    row("required null", word.need(), QJsonValue::Null, u"required field missing"_s);
    row("between", port(u"x"_s), 70000, u"value should be between 0 and 65535"_s);
    row("between fraction", number(u"x"_s).range(0.001, 1000000), 0, u"value should be between 0 and 1000000"_s);
    row("greater", number(u"x"_s).above(0), 0, u"value must be greater than 0"_s);
    row("choice", word.oneOf({u"a"_s, u"b"_s}), u"c"_s, u"expected one of: a, b"_s);
    row("uuid", uuidText(u"x"_s), u"nope"_s, u"expected a valid UUID"_s);
    row("timestamp", createdAt(), 0, u"expected a valid timestamp"_s);
    row("pattern", httpMethod(u"x"_s), u"get"_s, u"invalid value: get"_s);
    row("path", path(u"x"_s), u"a"_s, u"should start with: /"_s);
    row("path segments", path(u"x"_s), u"/a//b"_s, u"must not have empty segments"_s);
    row("own text", word.matching(u"^a$"_s, u"not an a"_s), u"b"_s, u"not an a"_s);
    row("hosts wildcard", *routeHosts(u"x"_s).elements, u"a.*.b"_s,
        u"invalid wildcard: must be placed at leftmost or rightmost label"_s);
    row("hosts wildcards", *routeHosts(u"x"_s).elements, u"*.*"_s,
        u"invalid wildcard: must have at most one wildcard"_s);
    row("check without text", word.checked([](const QJsonValue &) { return QString(); }), u"v"_s,
        u"failed validating: v"_s);
    Field length = array(u"x"_s, word).minLength(1);
    row("array length", length, QJsonArray(), u"length must be at least 1"_s);
    Field subsets = set(u"x"_s, word);
    subsets.rules.exclusiveSubsets = {{u"http"_s, u"https"_s}, {u"tcp"_s, u"tls"_s}};
    row("subsets", subsets, QJsonArray{u"http"_s, u"tcp"_s},
        u"these sets are mutually exclusive: ('http', 'https'), ('tcp', 'tls')"_s);
    Field mustBeNull = word;
    mustBeNull.rules.equals = QJsonValue(QJsonValue::Null);
    row("must be null", mustBeNull, u"a"_s, u"value must be null"_s);
    Field contains = set(u"x"_s, word);
    contains.rules.contains = u"exp"_s;
    row("contains", contains, QJsonArray{u"nbf"_s}, u"expected to contain: exp"_s);
    Field not5 = integer(u"x"_s);
    not5.rules.notOneOf = {5, 6};
    row("not one of", not5, 5, u"must not be one of: 5, 6"_s);
    row("map key", map(u"x"_s, headerName({}), word), QJsonObject{{u"a b"_s, u"v"_s}},
        u"bad header name 'a b', allowed characters are A-Z, a-z, 0-9, '_', and '-'"_s);
}

void TestValidate::wordsBadValues()
{
    QFETCH(Field, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, error);
    QCOMPARE(errorOf(field, value), QJsonValue(error));
}

void TestValidate::acceptsGoodValues_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("null") << text(u"x"_s) << QJsonValue(QJsonValue::Null);
    QTest::newRow("whole number with fraction") << integer(u"x"_s) << QJsonValue(5.0);
    QTest::newRow("empty object as list") << array(u"x"_s, text({})) << QJsonValue(QJsonObject());
    QTest::newRow("empty list as record") << record(u"x"_s, {text(u"a"_s)}) << QJsonValue(QJsonArray());
    QTest::newRow("upper-case uuid") << uuidText(u"x"_s) << QJsonValue(u"A0000000-0000-4000-8000-00000000000A"_s);
    QTest::newRow("empty text when allowed") << text(u"x"_s).minLength(0) << QJsonValue(QString(u""_s));
}

void TestValidate::acceptsGoodValues()
{
    QFETCH(Field, field);
    QFETCH(QJsonValue, value);
    QCOMPARE(errorOf(field, value), QJsonValue(QJsonValue::Undefined));
}

void TestValidate::placesErrorsOfElements()
{
    const QJsonValue errors = errorOf(array(u"x"_s, text({})), QJsonArray{u"good"_s, 5, u"good"_s, QJsonValue::Null});
    QCOMPARE(errors, QJsonValue(QJsonArray{QJsonValue::Null, u"expected a string"_s, QJsonValue::Null,
                                           u"required field missing"_s}));
}

void TestValidate::reportsUnknownAndMissingFields()
{
    RecordSchema schema;
    schema.fields = {text(u"a"_s).need(), text(u"b"_s)};
    const Prepared result = Validator(m_registry, m_clock).check(schema, json(R"({"c":1,"updated_at":"x"})"));
    QCOMPARE(result.errors, json(R"({"a":"required field missing","c":"unknown field"})"));
}

void TestValidate::asksForTheReferencedId_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("text") << QByteArray(R"({"v":"svc"})") << QByteArray(R"({"id":"missing primary key"})");
    QTest::newRow("empty") << QByteArray(R"({"v":{}})") << QByteArray(R"({"id":"missing primary key"})");
    QTest::newRow("bad id") << QByteArray(R"({"v":{"id":"x"}})") << QByteArray(R"({"id":"expected a valid UUID"})");
    QTest::newRow("bad field") << QByteArray(R"({"v":{"name":5}})") << QByteArray(R"({"name":"expected a string"})");
}

void TestValidate::asksForTheReferencedId()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, error);
    SchemaRegistry registry;
    RecordSchema parent;
    parent.name = u"parents"_s;
    parent.fields = {id(), text(u"name"_s)};
    registry.addEntity(parent);
    const QJsonValue result = Validator(registry, m_clock)
                                  .validateField(foreign(u"v"_s, u"parents"_s), json(value.constData()).value(u"v"_s));
    QCOMPARE(result, QJsonValue(json(error.constData())));
}

void TestValidate::acceptsReferencesAsTextWhenAsked()
{
    const Validator validator(m_registry, m_clock, ForeignForm::Text);
    const Field field = foreign(u"service"_s, u"services"_s);
    QCOMPARE(validator.validateField(field, u"any-name"_s), QJsonValue(QJsonValue::Undefined));
    QCOMPARE(validator.validateField(field, QJsonObject()), QJsonValue(u"expected a string"_s));
}

void TestValidate::skipsRulesForVaultReferences()
{
    const Field field = text(u"x"_s).matching(u"^%d$"_s);
    QCOMPARE(errorOf(field.vaultable(), u"{vault://env/a}"_s), QJsonValue(QJsonValue::Undefined));
    QCOMPARE(errorOf(field, u"{vault://env/a}"_s), QJsonValue(u"invalid value: {vault://env/a}"_s));
    QCOMPARE(errorOf(field.vaultable(), u"x{vault://env/a}"_s), QJsonValue(u"invalid value: x{vault://env/a}"_s));
}

void TestValidate::stopsAtAnUnknownSubschema()
{
    RecordSchema schema;
    schema.fields = {text(u"name"_s).need(), integer(u"port"_s)};
    schema.subschemaKey = u"name"_s;
    schema.subschemaError = u"no '%s' here"_s;
    const Validator validator(m_registry, m_clock);
    QCOMPARE(validator.validate(schema, json(R"({"name":"x","port":"bad"})")), json(R"({"name":"no 'x' here"})"));
    QCOMPARE(validator.validate(schema, json(R"({"port":"bad"})")), json(R"({"name":"required field missing"})"));
}

void TestValidate::refusesDatabaseChoicesInDocuments()
{
    Field field = text(u"policy"_s).oneOf({u"local"_s, u"cluster"_s, u"redis"_s});
    field.rules.databaseOnly = {u"cluster"_s};
    QCOMPARE(errorOf(field, u"cluster"_s), QJsonValue(QJsonValue::Undefined));
    const Validator documents(m_registry, m_clock, ForeignForm::Object, Source::Document);
    QCOMPARE(documents.validateField(field, u"cluster"_s), QJsonValue(u"expected one of: local, redis"_s));
}

QTEST_GUILESS_MAIN(TestValidate)

#include "tst_validate.moc"
