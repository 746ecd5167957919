// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/entity_ids.h"
#include "core/plugins/described/bundled_schemas.h"
#include "tests/support/json_text.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestEntityIds : public QObject
{
    Q_OBJECT

private slots:
    void derivesKongsIds_data();
    void derivesKongsIds();
    void countsTheParentOfANestedRow();

private:
    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
};

void TestEntityIds::derivesKongsIds_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *name, const char *table, const char *text, const char *id) {
        QTest::newRow(name) << QString::fromUtf8(table) << QByteArray(text) << QString::fromUtf8(id);
    };
    row("service", "services", R"({"name":"my-service"})", "0855b320-0dd2-547d-891d-601e9b38647f");
    row("route", "routes", R"({"name":"my-route"})", "481a9539-f49c-51b6-b2e2-fe99ee68866c");
    row("consumer", "consumers", R"({"username":"my-user"})", "4b1b701d-de2b-5588-9aa2-3b97061d9f52");
    row("global plugin", "plugins", R"({"name":"key-auth"})", "6b4f38d1-e026-540b-a5ea-8634739dd2a7");
    row("unnamed route", "routes", R"({"paths":["/"]})", "");
    row("consumer without name", "consumers", R"({"custom_id":"x"})", "");
    row("generated key", "jwt_secrets", R"({"key":"x","consumer":"c"})", "");
    row("certificate", "certificates", R"({"cert":"x"})", "");
    row("target without upstream", "targets", R"({"target":"a:1"})", "");
}

void TestEntityIds::derivesKongsIds()
{
    QFETCH(QString, table);
    QFETCH(QByteArray, row);
    QFETCH(QString, id);
    QCOMPARE(deterministicId(*m_registry->entity(table), json(row.constData())).value_or(QString()), id);
}

void TestEntityIds::countsTheParentOfANestedRow()
{
    const RecordSchema &plugins = *m_registry->entity(u"plugins");
    const NestedIn service{u"service"_s, u"0855b320-0dd2-547d-891d-601e9b38647f"_s};
    QCOMPARE(deterministicId(plugins, json(R"({"name":"key-auth"})"), service).value_or(QString()),
             u"4a4d9361-8cf7-5304-acb5-d4e8f72ac40b"_s);
}

QTEST_GUILESS_MAIN(TestEntityIds)

#include "tst_entity_ids.moc"
