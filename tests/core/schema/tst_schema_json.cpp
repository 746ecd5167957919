// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/fields.h"
#include "core/schema/schema_json.h"
#include "tests/support/json_text.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::fields;
using namespace Qt::StringLiterals;

class TestSchemaJson : public QObject
{
    Q_OBJECT

private slots:
    void printsImpliedRulesOutsideRecords();
    void printsReferencesAndChecks();
    void printsShorthandsOfRecords();
};

void TestSchemaJson::printsImpliedRulesOutsideRecords()
{
    RecordSchema schema;
    schema.fields = {id(), set(u"list"_s, text({})), record(u"config"_s, {text(u"a"_s), array(u"b"_s, text({}))})};
    QCOMPARE(compact(schemaToJson(schema)), compact(json(R"({"entity_checks":[],"fields":[
        {"id":{"auto":true,"len_min":1,"type":"string","uuid":true}},
        {"list":{"elements":{"len_min":1,"required":true,"type":"string"},"type":"set"}},
        {"config":{"fields":[{"a":{"type":"string"}},{"b":{"elements":{"type":"string"},"type":"array"}}],
                   "required":true,"type":"record"}}]})")));
}

void TestSchemaJson::printsReferencesAndChecks()
{
    RecordSchema schema;
    schema.fields = {foreign(u"service"_s, u"services"_s, OnDelete::Cascade).by(QJsonValue::Null)};
    schema.checks = {checks::atLeastOneOf({u"a"_s}),
                     checks::when(u"a"_s, checks::matches(u"^x$"_s), u"b"_s, checks::isRequired())};
    QCOMPARE(compact(schemaToJson(schema)), compact(json(R"({"entity_checks":[{"at_least_one_of":["a"]},
        {"conditional":{"if_field":"a","if_match":{"match":"^x$"},"then_field":"b","then_match":{"required":true}}}],
        "fields":[{"service":{"default":null,"on_delete":"cascade","reference":"services","type":"foreign"}}]})")));
}

void TestSchemaJson::printsShorthandsOfRecords()
{
    Deprecation why;
    why.message = u"old"_s;
    why.replacedWith = {{u"redis"_s, u"host"_s}};
    RecordSchema config;
    config.fields = {boolean(u"on"_s).by(true)};
    config.shorthands = {{text(u"redis_host"_s).outdated(why), {}, {u"redis"_s, u"host"_s}}};
    RecordSchema schema;
    schema.fields = {record(u"config"_s, config)};
    const QJsonArray shorthands = schemaToJson(schema)
                                      .value(u"fields"_s)
                                      .toArray()
                                      .first()
                                      .toObject()
                                      .value(u"config"_s)
                                      .toObject()
                                      .value(u"shorthand_fields"_s)
                                      .toArray();
    QCOMPARE(compact(shorthands.first().toObject()), compact(json(R"({"redis_host":{"type":"string",
        "translate_backwards":["redis","host"],"deprecation":{"message":"old","removal_in_version":"4.0",
        "replaced_with":[{"path":["redis","host"]}]}}})")));
}

QTEST_GUILESS_MAIN(TestSchemaJson)

#include "tst_schema_json.moc"
