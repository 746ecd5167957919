// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid.h"
#include "core/schema/fields.h"
#include "core/schema/validate.h"
#include "tests/support/json_text.h"
#include "tests/support/manual_clock.h"

#include <QRegularExpression>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::fields;
using namespace Qt::StringLiterals;

class TestPrepare : public QObject
{
    Q_OBJECT

private slots:
    void fillsDefaultsAndNulls();
    void keepsExplicitNulls();
    void expandsRequiredRecords();
    void fillsNothingOnUpdate();
    void generatesIdsTimesAndKeys();
    void stampsUpdates();
    void dropsDuplicatesOfSets();
    void letsShorthandsOverride();
    void letsNewFieldsWinOverDeprecatedOnes();
    void mergesRecordsDeeply();
    void printsEveryField();
    void mirrorsDeprecatedNamesOnOutput();

private:
    [[nodiscard]] QJsonObject filled(const RecordSchema &schema, const char *input, Operation operation) const
    {
        return Validator(m_registry, m_clock).prepare(schema, json(input), operation).record;
    }

    [[nodiscard]] static RecordSchema redisSchema();

    SchemaRegistry m_registry;
    ManualClock m_clock;
};

RecordSchema TestPrepare::redisSchema()
{
    Deprecation why;
    why.replacedWith = {{u"redis"_s, u"host"_s}};
    RecordSchema schema;
    schema.fields = {record(u"redis"_s, {text(u"host"_s), integer(u"port"_s).by(6379)})};
    schema.shorthands = {{text(u"redis_host"_s).outdated(why),
                          [](const QJsonValue &value) {
                              return QJsonObject{{u"redis"_s, QJsonObject{{u"host"_s, value}}}};
                          },
                          {u"redis"_s, u"host"_s}}};
    return schema;
}

void TestPrepare::fillsDefaultsAndNulls()
{
    RecordSchema schema;
    schema.fields = {integer(u"retries"_s).by(5), text(u"name"_s), text(u"host"_s).need()};
    QCOMPARE(filled(schema, "{}", Operation::Insert), json(R"({"name":null,"retries":5})"));
}

void TestPrepare::keepsExplicitNulls()
{
    RecordSchema schema;
    schema.fields = {integer(u"retries"_s).by(5)};
    QCOMPARE(filled(schema, R"({"retries":null})", Operation::Insert), json(R"({"retries":null})"));
}

void TestPrepare::expandsRequiredRecords()
{
    RecordSchema schema;
    schema.fields = {record(u"config"_s, {integer(u"a"_s).by(1), text(u"b"_s)}),
                     record(u"extra"_s, {integer(u"c"_s).by(1)}).optional()};
    QCOMPARE(filled(schema, "{}", Operation::Insert), json(R"({"config":{"a":1,"b":null},"extra":null})"));
    QCOMPARE(filled(schema, R"({"config":{"b":"x"}})", Operation::Insert),
             json(R"({"config":{"a":1,"b":"x"},"extra":null})"));
}

void TestPrepare::fillsNothingOnUpdate()
{
    RecordSchema schema;
    schema.fields = {integer(u"retries"_s).by(5), record(u"config"_s, {integer(u"a"_s).by(1), text(u"b"_s)})};
    QCOMPARE(filled(schema, R"({"config":{"b":"x"}})", Operation::Update), json(R"({"config":{"b":"x"}})"));
}

void TestPrepare::generatesIdsTimesAndKeys()
{
    RecordSchema schema;
    schema.fields = {id(), createdAt(), updatedAt(), text(u"key"_s).automatic()};
    const QJsonObject row = filled(schema, R"({"updated_at":1})", Operation::Insert);
    QVERIFY(isUuid(row.value(u"id"_s).toString()));
    QCOMPARE(row.value(u"created_at"_s).toInteger(), 1700000000);
    QCOMPARE(row.value(u"updated_at"_s).toInteger(), 1700000000);
    static const QRegularExpression key(u"^[A-Za-z0-9]{32}$"_s);
    QVERIFY(key.match(row.value(u"key"_s).toString()).hasMatch());
    QCOMPARE(filled(schema, R"({"created_at":7})", Operation::Insert).value(u"created_at"_s).toInt(), 7);
}

void TestPrepare::stampsUpdates()
{
    RecordSchema schema;
    schema.fields = {id(), createdAt(), updatedAt()};
    QCOMPARE(filled(schema, "{}", Operation::Update), json(R"({"updated_at":1700000000})"));
}

void TestPrepare::dropsDuplicatesOfSets()
{
    RecordSchema schema;
    schema.fields = {set(u"s"_s, text({})), array(u"a"_s, text({}))};
    QCOMPARE(filled(schema, R"({"s":["x","y","x"],"a":["x","x"]})", Operation::Insert),
             json(R"({"s":["x","y"],"a":["x","x"]})"));
}

void TestPrepare::letsShorthandsOverride()
{
    RecordSchema schema;
    schema.fields = {text(u"host"_s), integer(u"port"_s).by(80)};
    schema.shorthands = {{text(u"url"_s), [](const QJsonValue &value) {
                              return QJsonObject{{u"host"_s, value}, {u"port"_s, 443}};
                          }}};
    QCOMPARE(filled(schema, R"({"url":"h","host":"other","port":1})", Operation::Insert),
             json(R"({"host":"h","port":443})"));
    const Prepared bad = Validator(m_registry, m_clock).prepare(schema, json(R"({"url":5})"), Operation::Insert);
    QCOMPARE(bad.errors, json(R"({"url":"expected a string"})"));
}

void TestPrepare::letsNewFieldsWinOverDeprecatedOnes()
{
    const RecordSchema schema = redisSchema();
    QCOMPARE(filled(schema, R"({"redis_host":"a"})", Operation::Insert), json(R"({"redis":{"host":"a","port":6379}})"));
    QCOMPARE(filled(schema, R"({"redis_host":"a","redis":{"host":null,"port":1}})", Operation::Insert),
             json(R"({"redis":{"host":"a","port":1}})"));
    const Prepared conflict =
        Validator(m_registry, m_clock)
            .prepare(schema, json(R"({"redis_host":"a","redis":{"host":"b"}})"), Operation::Insert);
    QCOMPARE(conflict.errors.value(u"redis_host"_s).toString(),
             u"both deprecated and new field are used but their values mismatch: redis_host = a vs redis.host = b"_s);
}

void TestPrepare::mergesRecordsDeeply()
{
    RecordSchema schema;
    schema.fields = {record(u"config"_s, {text(u"a"_s), text(u"b"_s), array(u"list"_s, text({}))}), text(u"name"_s)};
    QCOMPARE(Validator::merge(schema, json(R"({"config":{"b":"new","list":["z"]}})"),
                              json(R"({"config":{"a":"old","b":"old","list":["x","y"]},"name":"n"})")),
             json(R"({"config":{"a":"old","b":"new","list":["z"]},"name":"n"})"));
}

void TestPrepare::printsEveryField()
{
    RecordSchema schema;
    schema.fields = {text(u"name"_s), integer(u"port"_s).by(80), text(u"note"_s)};
    QCOMPARE(Validator::output(schema, json(R"({"name":"x","note":null,"gone":1})")),
             json(R"({"name":"x","port":80,"note":null})"));
}

void TestPrepare::mirrorsDeprecatedNamesOnOutput()
{
    const QJsonObject stored = json(R"({"redis":{"host":"a","port":1}})");
    QCOMPARE(Validator::output(redisSchema(), stored), json(R"({"redis":{"host":"a","port":1},"redis_host":"a"})"));
    QCOMPARE(Validator::output(redisSchema(), stored, Validator::Mirrors::Hide), stored);
}

QTEST_GUILESS_MAIN(TestPrepare)

#include "tst_prepare.moc"
