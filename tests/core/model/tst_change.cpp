// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/change.h"
#include "tests/support/store_fixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestChange : public QObject
{
    Q_OBJECT

private slots:
    void undoesEveryKindOfEdit();
    void undoesRandomEdits();
    void findsDifferences();
};

void TestChange::undoesEveryKindOfEdit()
{
    StoreFixture fixture;
    fixture.add("services", R"({"id":"a0000000-0000-4000-8000-000000000001","name":"s","host":"h"})");
    fixture.add("plugins", R"({"name":"jwt","service":{"name":"s"}})");
    const Config before = fixture.store.config();
    QList<Change> changes;
    QObject::connect(&fixture.store, &ConfigStore::changed, &fixture.store,
                     [&](const Change &change) { changes << change; });
    const EntityKey service{u"name"_s, u"s"_s};
    QVERIFY(fixture.add("services", R"({"name":"t","host":"h"})"));
    QVERIFY(fixture.store.update(u"services"_s, service, json(R"({"port":81})"), Origin::User));
    QVERIFY(fixture.store.remove(u"services"_s, service, Origin::User));
    QCOMPARE(changes.size(), 3);
    QCOMPARE(changes.last().edits.size(), 2);
    while (!changes.isEmpty()) {
        const Change undo = changes.takeLast().inverted();
        QVERIFY(fixture.store.apply(undo, Origin::Undo));
        changes.removeLast();
    }
    QVERIFY(fixture.store.config() == before);
}

void TestChange::undoesRandomEdits()
{
    StoreFixture fixture;
    QRandomGenerator random(7);
    QList<Change> history;
    QObject::connect(&fixture.store, &ConfigStore::changed, &fixture.store, [&](const Change &change, Origin origin) {
        if (origin == Origin::User)
            history << change;
    });
    for (int i = 0; i < 200; ++i) {
        const QString name = u"c%1"_s.arg(random.bounded(20));
        const EntityKey key{u"username"_s, name};
        switch (random.bounded(3)) {
        case 0:
            fixture.store.upsert(u"consumers"_s, key, {}, Origin::User);
            break;
        case 1:
            fixture.store.update(u"consumers"_s, key, {{u"custom_id"_s, QString::number(i)}}, Origin::User);
            break;
        default:
            fixture.store.remove(u"consumers"_s, key, Origin::User);
        }
    }
    const Config after = fixture.store.config();
    for (auto change = history.rbegin(); change != history.rend(); ++change)
        QVERIFY(fixture.store.apply(change->inverted(), Origin::Undo));
    QVERIFY(fixture.store.config().isEmpty());
    for (const Change &change : std::as_const(history))
        QVERIFY(fixture.store.apply(change, Origin::Undo));
    QCOMPARE(fixture.store.config().rows(u"consumers"_s).size(), after.rows(u"consumers"_s).size());
}

void TestChange::findsDifferences()
{
    const auto registry = makeSchemaRegistry();
    Config from(*registry);
    from.put(u"services"_s, json(R"({"id":"1","name":"a"})"));
    from.put(u"services"_s, json(R"({"id":"2","name":"b"})"));
    Config to(*registry);
    to.put(u"services"_s, json(R"({"id":"2","name":"c"})"));
    to.put(u"services"_s, json(R"({"id":"3","name":"d"})"));
    const Change change = difference(from, to, u"Import"_s);
    QCOMPARE(change.edits.size(), 3);
    change.applyTo(from);
    QVERIFY(from == to);
}

QTEST_GUILESS_MAIN(TestChange)

#include "tst_change.moc"
