// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/config.h"
#include "core/plugins/described/bundled_schemas.h"
#include "tests/support/json_text.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestConfig : public QObject
{
    Q_OBJECT

private slots:
    void keepsOrderOfDeclaration();
    void findsRowsByUniqueFields();
    void forgetsOldValuesOfChangedRows();
    void findsChildrenOfARow();
    void findsRowsThatAreUniqueTogether();
    void pagesInOrderOfIds();
    void givesARemovedRowItsPlaceBack();
    void copiesShareNothingThatChanges();
    void holdsManyRows();

private:
    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
};

void TestConfig::keepsOrderOfDeclaration()
{
    Config config(*m_registry);
    for (const char *id : {"c", "a", "b"})
        config.put(u"services"_s, QJsonObject{{u"id"_s, QString::fromUtf8(id)}});
    config.put(u"services"_s, json(R"({"id":"a","name":"changed"})"));
    QStringList ids;
    for (const QJsonObject &row : config.rows(u"services"_s))
        ids << row.value(u"id"_s).toString();
    QCOMPARE(ids.join(u' '), u"c a b"_s);
}

void TestConfig::findsRowsByUniqueFields()
{
    Config config(*m_registry);
    config.put(u"consumers"_s, json(R"({"id":"1","username":"ann","custom_id":"A"})"));
    config.put(u"consumers"_s, json(R"({"id":"2","username":null,"custom_id":"B"})"));
    const Table &table = config.table(u"consumers"_s);
    QCOMPARE(table.findBy(u"username"_s, u"ann"_s)->value(u"id"_s).toString(), u"1"_s);
    QCOMPARE(table.findBy(u"custom_id"_s, u"B"_s)->value(u"id"_s).toString(), u"2"_s);
    QVERIFY(!table.findBy(u"username"_s, QJsonValue::Null));
}

void TestConfig::forgetsOldValuesOfChangedRows()
{
    Config config(*m_registry);
    config.put(u"services"_s, json(R"({"id":"1","name":"old"})"));
    config.put(u"services"_s, json(R"({"id":"1","name":"new"})"));
    QVERIFY(!config.table(u"services"_s).findBy(u"name"_s, u"old"_s));
    config.remove(u"services"_s, u"1"_s);
    QVERIFY(!config.table(u"services"_s).findBy(u"name"_s, u"new"_s));
    QVERIFY(config.isEmpty());
}

void TestConfig::findsChildrenOfARow()
{
    Config config(*m_registry);
    config.put(u"routes"_s, json(R"({"id":"r1","service":{"id":"s1"}})"));
    config.put(u"routes"_s, json(R"({"id":"r2","service":{"id":"s2"}})"));
    config.put(u"routes"_s, json(R"({"id":"r3","service":{"id":"s1"}})"));
    config.put(u"routes"_s, json(R"({"id":"r4","service":null})"));
    QCOMPARE(config.table(u"routes"_s).rowsWhere(u"service"_s, u"s1"_s).size(), 2);
    config.put(u"routes"_s, json(R"({"id":"r1","service":null})"));
    QCOMPARE(config.table(u"routes"_s).rowsWhere(u"service"_s, u"s1"_s).size(), 1);
}

void TestConfig::findsRowsThatAreUniqueTogether()
{
    Config config(*m_registry);
    config.put(u"plugins"_s, json(R"({"id":"1","name":"jwt","route":null,"service":{"id":"s"},"consumer":null})"));
    const Table &table = config.table(u"plugins"_s);
    QVERIFY(table.findSameCacheKey(json(R"({"id":"2","name":"jwt","service":{"id":"s"}})")));
    QVERIFY(!table.findSameCacheKey(json(R"({"id":"1","name":"jwt","service":{"id":"s"}})")));
    QVERIFY(!table.findSameCacheKey(json(R"({"id":"2","name":"jwt","service":null})")));
}

void TestConfig::pagesInOrderOfIds()
{
    Config config(*m_registry);
    for (const char *id : {"c", "a", "d", "b"})
        config.put(u"services"_s, QJsonObject{{u"id"_s, QString::fromUtf8(id)}});
    const QList<QJsonObject> page = config.table(u"services"_s).page(u"a"_s, 2);
    QCOMPARE(page.size(), 2);
    QCOMPARE(page.first().value(u"id"_s).toString(), u"b"_s);
    QCOMPARE(page.last().value(u"id"_s).toString(), u"c"_s);
}

void TestConfig::givesARemovedRowItsPlaceBack()
{
    Config config(*m_registry);
    for (const char *id : {"a", "b", "c"})
        config.put(u"services"_s, QJsonObject{{u"id"_s, QString::fromUtf8(id)}});
    const Config before = config;
    config.remove(u"services"_s, u"b"_s);
    QVERIFY(!(config == before));
    config.put(u"services"_s, QJsonObject{{u"id"_s, u"b"_s}});
    QVERIFY(config == before);
}

void TestConfig::copiesShareNothingThatChanges()
{
    Config config(*m_registry);
    config.put(u"services"_s, json(R"({"id":"1","name":"a"})"));
    const Config copy = config;
    config.put(u"services"_s, json(R"({"id":"1","name":"b"})"));
    QVERIFY(copy.table(u"services"_s).findBy(u"name"_s, u"a"_s));
    QVERIFY(!copy.table(u"services"_s).findBy(u"name"_s, u"b"_s));
}

void TestConfig::holdsManyRows()
{
    constexpr int count = 10000;
    Config config(*m_registry);
    for (int i = 0; i < count; ++i) {
        const QString name = u"route-%1"_s.arg(i);
        config.put(u"routes"_s, {{u"id"_s, name}, {u"name"_s, name}, {u"service"_s, QJsonObject{{u"id"_s, u"s"_s}}}});
    }
    QCOMPARE(config.table(u"routes"_s).size(), count);
    QVERIFY(config.table(u"routes"_s).findBy(u"name"_s, u"route-9999"_s));
    QCOMPARE(config.table(u"routes"_s).rowsWhere(u"service"_s, u"s"_s).size(), count);
}

QTEST_GUILESS_MAIN(TestConfig)

#include "tst_config.moc"
