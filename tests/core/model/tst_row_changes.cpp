// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/masked.h"
#include "core/model/row_changes.h"
#include "tests/support/store_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstRowChanges : public QObject
{
    Q_OBJECT

private slots:
    void saysWhichFieldChangedAndHow();
    void saysInOneLine_data();
    void saysInOneLine();
    void showsNoSecret();
    void leavesOutTimesAndDefaults();
    void namesWhatAReferenceLeadsTo();
    void countsEachKind();

private:
    // What an update of the service, or of the plugin, changes.
    static QList<RowChange> updated(StoreFixture &fixture, const QString &table, const QJsonObject &input)
    {
        const Config before = fixture.store.config();
        const QString id = before.rows(table).first().value("id"_L1).toString();
        const StoreOutcome outcome = fixture.store.update(table, EntityKey::id(id), input, Origin::User);
        return outcome ? rowChanges(*fixture.registry, before, fixture.store.config()) : QList<RowChange>();
    }

    static StoreFixture &filled(StoreFixture &fixture)
    {
        fixture.add("services", R"({"name": "orders", "host": "a.test"})");
        fixture.add("services", R"({"name": "users", "host": "b.test"})");
        fixture.add("consumers", R"({"username": "mobile"})");
        fixture.add("jwt_secrets", R"({"consumer": {"username": "mobile"}, "key": "k1", "secret": "very-secret"})");
        fixture.add("plugins",
                    R"({"name": "acl", "service": {"name": "orders"}, "config": {"allow": ["readers", "old"]}})");
        return fixture;
    }
};

void TstRowChanges::saysWhichFieldChangedAndHow()
{
    StoreFixture fixture;
    const QList<RowChange> changes = updated(filled(fixture), u"services"_s, {{u"host"_s, u"c.test"_s}});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0].kind, RowChange::Kind::Changed);
    QCOMPARE(changes[0].title, u"Service orders"_s);
    QCOMPARE(changes[0].fields.size(), 1);
    QCOMPARE(changes[0].fields[0].path, u"host"_s);
    QCOMPARE(changes[0].fields[0].before, QJsonValue(u"a.test"_s));
    QCOMPARE(changes[0].fields[0].after, QJsonValue(u"c.test"_s));
}

void TstRowChanges::saysInOneLine_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("line");

    QTest::newRow("field") << u"services"_s << QByteArray(R"({"port": 81})") << u"Service orders: port 80 → 81"_s;
    QTest::newRow("list") << u"plugins"_s << QByteArray(R"({"config": {"allow": ["readers", "writers"]}})")
                          << u"acl on orders: allow +writers −old"_s;
    QTest::newRow("order") << u"plugins"_s << QByteArray(R"({"config": {"allow": ["old", "readers"]}})")
                           << u"acl on orders: allow another order"_s;
    QTest::newRow("secret") << u"jwt_secrets"_s << QByteArray(R"({"secret": "another"})")
                            << u"JWT credential k1: secret is another secret"_s;
    QTest::newRow("many fields") << u"services"_s << QByteArray(R"({"path": "/v1", "port": 81, "host": "x", "retries": 1})")
                          << u"Service orders: host a.test → x, path – → /v1, 2 more"_s;
}

void TstRowChanges::saysInOneLine()
{
    QFETCH(QString, table);
    QFETCH(QByteArray, input);
    QFETCH(QString, line);
    StoreFixture fixture;
    QCOMPARE(changesInShort(updated(filled(fixture), table, json(input.constData()))), line);
}

void TstRowChanges::showsNoSecret()
{
    StoreFixture fixture;
    const QList<RowChange> changes = updated(filled(fixture), u"jwt_secrets"_s, {{u"secret"_s, u"another"_s}});
    QCOMPARE(changes[0].fields.size(), 1);
    QVERIFY(changes[0].fields[0].isSecret);
    QCOMPARE(changes[0].fields[0].before, QJsonValue(secretDots()));
    QCOMPARE(changes[0].fields[0].after, QJsonValue(secretDots()));
    const QList<RowChange> all = rowChanges(*fixture.registry, Config(*fixture.registry), fixture.store.config());
    for (const RowChange &row : all) {
        for (const FieldChange &field : row.fields)
            QVERIFY2(!shownValue(field.after).contains("another"_L1), qUtf8Printable(field.path));
    }
}

void TstRowChanges::leavesOutTimesAndDefaults()
{
    StoreFixture fixture;
    filled(fixture);
    QVERIFY(updated(fixture, u"services"_s, {{u"host"_s, u"a.test"_s}}).isEmpty());
    const QList<RowChange> all = rowChanges(*fixture.registry, Config(*fixture.registry), fixture.store.config());
    const RowChange &orders = all.first();
    QStringList paths;
    for (const RowChange &row : all) {
        if (row.title == "Service orders"_L1) {
            for (const FieldChange &field : row.fields)
                paths << field.path;
        }
    }
    QCOMPARE(orders.kind, RowChange::Kind::Added);
    QCOMPARE(paths, (QStringList{u"host"_s, u"name"_s}));
}

void TstRowChanges::namesWhatAReferenceLeadsTo()
{
    StoreFixture fixture;
    const QList<RowChange> changes =
        updated(filled(fixture), u"plugins"_s, {{u"service"_s, QJsonObject{{u"name"_s, u"users"_s}}}});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0].fields.size(), 1);
    QCOMPARE(changes[0].fields[0].before, QJsonValue(u"orders"_s));
    QCOMPARE(changes[0].fields[0].after, QJsonValue(u"users"_s));
}

void TstRowChanges::countsEachKind()
{
    StoreFixture fixture;
    filled(fixture);
    const Config before = fixture.store.config();
    fixture.add("services", R"({"name": "more", "host": "c.test"})");
    fixture.store.remove(u"plugins"_s, EntityKey::id(before.rows(u"plugins"_s).first().value("id"_L1).toString()),
                         Origin::User);
    fixture.store.update(u"services"_s, {u"name"_s, u"users"_s}, {{u"port"_s, 81}}, Origin::User);
    const QList<RowChange> changes = rowChanges(*fixture.registry, before, fixture.store.config());
    QCOMPARE(countsText(countsOf(changes)), u"+1 −1 ~1"_s);
    QCOMPARE(changesInShort(changes), u"1 added, 1 removed, 1 changed"_s);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstRowChanges)
#include "tst_row_changes.moc"
