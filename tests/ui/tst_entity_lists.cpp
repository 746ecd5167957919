// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"
#include "ui/entities/entity_filter_model.h"
#include "ui/entities/entity_summary.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstEntityLists : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void followsTheStoreRowByRow();
    void showsWhatBelongsToARow();
    void filtersByWordAndByColumn_data();
    void filtersByWordAndByColumn();
    void sortsNamesWithNumbersAsPeopleDo();
    void opensAndFiltersTenThousandRoutesAtOnce();
    void neverShowsSecrets();

private:
    QString add(const QString &table, const QJsonObject &entity);

    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    SystemClock m_clock;
    std::unique_ptr<ConfigStore> m_store;
};

void TstEntityLists::init()
{
    m_store = std::make_unique<ConfigStore>(*m_registry, m_clock);
}

QString TstEntityLists::add(const QString &table, const QJsonObject &entity)
{
    const StoreOutcome outcome = m_store->insert(table, entity, Origin::User);
    Q_ASSERT(outcome);
    return outcome.entity.value(u"id"_s).toString();
}

void TstEntityLists::followsTheStoreRowByRow()
{
    EntityTableModel model(EntityKind::Services, *m_store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);

    const QString id = add(u"services"_s, {{u"name"_s, u"orders"_s}, {u"host"_s, u"a.test"_s}});
    add(u"services"_s, {{u"name"_s, u"users"_s}, {u"host"_s, u"b.test"_s}});
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(model.cellText(0, 0), u"orders"_s);
    QVERIFY(m_store->update(u"services"_s, EntityKey::id(id), {{u"name"_s, u"orders-2"_s}}, Origin::AdminApi));
    QCOMPARE(model.cellText(0, 0), u"orders-2"_s);
    QVERIFY(m_store->remove(u"services"_s, EntityKey::id(id), Origin::User));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(model.cellText(0, 0), u"users"_s);
    QCOMPARE(reset.size(), 0);
}

void TstEntityLists::showsWhatBelongsToARow()
{
    EntityTableModel consumers(EntityKind::Consumers, *m_store);
    const QString id = add(u"consumers"_s, {{u"username"_s, u"ann"_s}});
    add(u"acls"_s, {{u"consumer"_s, QJsonObject{{u"id"_s, id}}}, {u"group"_s, u"admins"_s}});
    add(u"jwt_secrets"_s, {{u"consumer"_s, QJsonObject{{u"id"_s, id}}}});
    QCOMPARE(consumers.cellText(0, consumers.columnOf(u"group"_s)), u"admins"_s);
    QCOMPARE(consumers.cellText(0, consumers.columnOf(u"credentials"_s)), u"jwt"_s);
}

void TstEntityLists::filtersByWordAndByColumn_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << QString() << 3;
    QTest::newRow("a word anywhere") << u"a.test"_s << 2;
    QTest::newRow("two words") << u"a.test two"_s << 1;
    QTest::newRow("any case") << u"TWO"_s << 1;
    QTest::newRow("one column") << u"name:one"_s << 1;
    QTest::newRow("unknown column is a word") << u"nosuch:one"_s << 0;
}

void TstEntityLists::filtersByWordAndByColumn()
{
    QFETCH(const QString, filter);
    QFETCH(const int, rows);
    EntityTableModel model(EntityKind::Services, *m_store);
    EntityFilterModel filtered(model);
    add(u"services"_s, {{u"name"_s, u"one"_s}, {u"host"_s, u"a.test"_s}});
    add(u"services"_s, {{u"name"_s, u"two"_s}, {u"host"_s, u"a.test"_s}});
    add(u"services"_s, {{u"name"_s, u"three"_s}, {u"host"_s, u"one.test"_s}});
    filtered.setFilter(filter);
    QCOMPARE(filtered.rowCount(), rows);
}

void TstEntityLists::sortsNamesWithNumbersAsPeopleDo()
{
    EntityTableModel model(EntityKind::Services, *m_store);
    EntityFilterModel filtered(model);
    for (const QString &name : {u"s10"_s, u"s9"_s})
        add(u"services"_s, {{u"name"_s, name}, {u"host"_s, u"h.test"_s}});
    filtered.sort(0);
    QCOMPARE(filtered.index(0, 0).data().toString(), u"s9"_s);
}

void TstEntityLists::opensAndFiltersTenThousandRoutesAtOnce()
{
    Config config(*m_registry);
    for (int i = 0; i < 10'000; ++i) {
        config.put(u"routes"_s, {{u"id"_s, u"00000000-0000-4000-8000-%1"_s.arg(i, 12, 10, QLatin1Char('0'))},
                                 {u"name"_s, u"route-%1"_s.arg(i)},
                                 {u"paths"_s, QJsonArray{u"/p/%1"_s.arg(i)}}});
    }
    m_store->replace(config, Origin::File, u"ten thousand"_s);
    QElapsedTimer time;
    time.start();
    EntityTableModel model(EntityKind::Routes, *m_store);
    EntityFilterModel filtered(model);
    filtered.setFilter(u"route-77"_s);
    QCOMPARE(filtered.rowCount(), 111);
    qInfo("open and first filter: %lld ms", time.restart());
    filtered.setFilter(u"route-777"_s);
    QCOMPARE(filtered.rowCount(), 11);
    qInfo("a further keystroke: %lld ms", time.elapsed());
}

void TstEntityLists::neverShowsSecrets()
{
    const QString id = add(u"consumers"_s, {{u"username"_s, u"ann"_s}});
    add(u"jwt_secrets"_s,
        {{u"consumer"_s, QJsonObject{{u"id"_s, id}}}, {u"key"_s, u"k"_s}, {u"secret"_s, u"do-not-show"_s}});
    add(u"keyauth_credentials"_s, {{u"consumer"_s, QJsonObject{{u"id"_s, id}}}, {u"key"_s, u"nor-this"_s}});
    const QJsonObject row = *m_store->config().find(u"consumers"_s, id);
    const QString text = entitySummary(*m_registry, m_store->config(), EntityKind::Consumers, row);
    QVERIFY(text.contains(u"jwt_secrets"_s));
    QVERIFY(!text.contains(u"do-not-show"_s));
    QVERIFY(!text.contains(u"nor-this"_s));
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstEntityLists)
#include "tst_entity_lists.moc"
