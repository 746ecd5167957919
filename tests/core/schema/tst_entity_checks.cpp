// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/entity_checks.h"
#include "core/schema/fields.h"
#include "tests/support/json_text.h"
#include "tests/support/manual_clock.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::fields;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(gatehouse::EntityCheck)

class TestEntityChecks : public QObject
{
    Q_OBJECT

private slots:
    void wordsBrokenRules_data();
    void wordsBrokenRules();
    void saysWhenUpdating();
    void namesDottedFields();
    void skipsCustomChecksOfBadFields();
    void skipsChecksOfVaultReferences();
    void asksForWhatATransformationNeeds();

private:
    [[nodiscard]] static RecordSchema schemaWith(const EntityCheck &check)
    {
        RecordSchema schema;
        schema.fields = {text(u"a"_s), text(u"b"_s), set(u"list"_s, text({}))};
        schema.checks = {check};
        return schema;
    }

    SchemaRegistry m_registry;
    ManualClock m_clock;
};

void TestEntityChecks::wordsBrokenRules_data()
{
    QTest::addColumn<EntityCheck>("check");
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QByteArray>("errors");
    const auto row = [](const char *name, const EntityCheck &check, const char *record, const char *errors) {
        QTest::newRow(name) << check << QByteArray(record) << QByteArray(errors);
    };
    const QStringList both{u"a"_s, u"b"_s};
    row("at least one", checks::atLeastOneOf(both), R"({"a":null,"b":null})",
        R"({"@entity":["at least one of these fields must be non-empty: 'a', 'b'"]})");
    row("at least one given", checks::atLeastOneOf(both), R"({"a":"x","b":null})", "{}");
    row("only one, none", checks::onlyOneOf(both), R"({"a":null,"b":null})",
        R"({"@entity":["exactly one of these fields must be non-empty: 'a', 'b'"]})");
    row("only one, both", checks::onlyOneOf(both), R"({"a":"x","b":"y"})",
        R"({"@entity":["exactly one of these fields must be non-empty: 'a', 'b'"]})");
    row("all or none", checks::mutuallyRequired(both), R"({"a":"x","b":null})",
        R"({"@entity":["all or none of these fields must be set: 'a', 'b'"]})");
    row("one or none", checks::mutuallyExclusive(both), R"({"a":"x","b":"y"})",
        R"({"@entity":["only one or none of these fields must be set: 'a', 'b'"]})");
    row("distinct", checks::distinct(both), R"({"a":"x","b":"x"})",
        R"({"@entity":["values of these fields must be distinct: 'a', 'b'"]})");
    row("distinct nulls", checks::distinct(both), R"({"a":null,"b":null})", "{}");
    row("conditional required", checks::when(u"a"_s, checks::equals(u"on"_s), u"b"_s, checks::isRequired()),
        R"({"a":"on","b":null})",
        R"({"@entity":["failed conditional validation given value of field 'a'"],"b":"required field missing"})");
    row("conditional not met", checks::when(u"a"_s, checks::equals(u"on"_s), u"b"_s, checks::isRequired()),
        R"({"a":"off","b":null})", "{}");
    row("conditional value", checks::when(u"a"_s, checks::equals(u"on"_s), u"b"_s, checks::equals(QJsonValue::Null)),
        R"({"a":"on","b":"x"})",
        R"({"@entity":["failed conditional validation given value of field 'a'"],"b":"value must be null"})");
    Match exp;
    exp.rules.contains = u"exp"_s;
    const EntityCheck contains = checks::when(u"a"_s, checks::equals(u"on"_s), u"list"_s, exp);
    row("null passes a value rule", contains, R"({"a":"on","list":null})", "{}");
    row("missing source", contains, R"({"list":["x"]})", R"({"a":"field required for entity check"})");
}

void TestEntityChecks::wordsBrokenRules()
{
    QFETCH(EntityCheck, check);
    QFETCH(QByteArray, record);
    QFETCH(QByteArray, errors);
    const QJsonObject result = Validator(m_registry, m_clock).validate(schemaWith(check), json(record.constData()));
    QCOMPARE(compact(result), compact(json(errors.constData())));
}

void TestEntityChecks::saysWhenUpdating()
{
    const RecordSchema schema = schemaWith(checks::atLeastOneOf({u"a"_s, u"b"_s}));
    const QJsonObject record = json(R"({"a":null,"b":null})");
    const Validator::Context context{Operation::Update, &record, &record};
    QCOMPARE(Validator(m_registry, m_clock).validate(schema, record, context),
             json(R"({"@entity":["when updating, at least one of these fields must be non-empty: 'a', 'b'"]})"));
}

void TestEntityChecks::namesDottedFields()
{
    RecordSchema schema;
    schema.fields = {record(u"config"_s, {text(u"policy"_s), record(u"redis"_s, {text(u"host"_s)})})};
    schema.checks = {
        checks::when(u"config.policy"_s, checks::equals(u"redis"_s), u"config.redis.host"_s, checks::isRequired())};
    const Prepared result = Validator(m_registry, m_clock).check(schema, json(R"({"config":{"policy":"redis"}})"));
    const QJsonObject expected =
        json(R"({"@entity":["failed conditional validation given value of field 'config.policy'"],
                 "config":{"redis":{"host":"required field missing"}}})");
    QCOMPARE(result.errors, expected);
}

void TestEntityChecks::skipsCustomChecksOfBadFields()
{
    const EntityCheck check = checks::custom({u"a"_s}, [](const QJsonObject &) { return u"never right"_s; });
    const Validator validator(m_registry, m_clock);
    QCOMPARE(validator.validate(schemaWith(check), json(R"({"a":"x"})")), json(R"({"@entity":["never right"]})"));
    QCOMPARE(validator.validate(schemaWith(check), json(R"({"a":5})")), json(R"({"a":"expected a string"})"));
}

void TestEntityChecks::skipsChecksOfVaultReferences()
{
    RecordSchema schema = schemaWith(checks::custom({u"a"_s}, [](const QJsonObject &) { return u"never right"_s; }));
    schema.fields[0].referenceable = true;
    const QJsonObject record{{u"a"_s, u"{vault://env/x}"_s}};
    QVERIFY(Validator(m_registry, m_clock).validate(schema, record).isEmpty());
}

void TestEntityChecks::asksForWhatATransformationNeeds()
{
    RecordSchema schema = schemaWith(checks::atLeastOneOf({u"a"_s}));
    schema.transformations = {{{u"a"_s}, {u"b"_s}, [](const QJsonObject &) { return QJsonObject(); }}};
    const QJsonObject input = json(R"({"a":"x"})");
    const QJsonObject stored = json(R"({"a":"old","b":"salt"})");
    const Validator::Context context{Operation::Update, &input, &stored};
    QCOMPARE(Validator(m_registry, m_clock).validate(schema, json(R"({"a":"x","b":"salt"})"), context),
             json(R"({"@entity":["all or none of these fields must be set: 'a', 'b'"]})"));
}

QTEST_GUILESS_MAIN(TestEntityChecks)

#include "tst_entity_checks.moc"
