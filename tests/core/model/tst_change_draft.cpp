// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/change_draft.h"
#include "core/model/masked.h"
#include "tests/support/store_fixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestChangeDraft : public QObject
{
    Q_OBJECT

private slots:
    void makesOneChangeOfSeveralWrites();
    void takesAlongWhatKongProtects();
    void refusesWithoutAnEffect();
    void masksEverySecretAndNothingElse();
};

void TestChangeDraft::makesOneChangeOfSeveralWrites()
{
    StoreFixture fixture;
    ChangeDraft draft(fixture.store);
    const StoreOutcome service = draft.insert(u"services"_s, json(R"({"name":"s","host":"h"})"));
    QVERIFY(service);
    // The second write sees the first.
    QVERIFY(draft.insert(u"routes"_s, json(R"({"name":"r","paths":["/"],"service":{"name":"s"}})")));
    QVERIFY(fixture.store.config().isEmpty());
    QVERIFY(fixture.store.apply(draft.change(u"Both"_s), Origin::User));
    QCOMPARE(fixture.store.config().rowCount(), 2);
    QVERIFY(fixture.store.apply(draft.change(u"Both"_s).inverted(), Origin::Undo));
    QVERIFY(fixture.store.config().isEmpty());
}

void TestChangeDraft::takesAlongWhatKongProtects()
{
    StoreFixture fixture;
    fixture.add("services", R"({"id":"a0000000-0000-4000-8000-000000000001","name":"s","host":"h"})");
    fixture.add("routes", R"({"name":"r","paths":["/"],"service":{"name":"s"}})");
    fixture.add("plugins", R"({"name":"jwt","route":{"name":"r"}})");
    const Config before = fixture.store.config();
    const QString id = u"a0000000-0000-4000-8000-000000000001"_s;
    QVERIFY(!fixture.store.remove(u"services"_s, EntityKey::id(id), Origin::User)); // Kong's own answer
    QCOMPARE(restrictingDependants(*fixture.registry, before, u"services"_s, id).size(), 1);
    ChangeDraft draft(fixture.store);
    QVERIFY(draft.remove(u"services"_s, id));
    const Change change = draft.change(u"Delete"_s);
    QVERIFY(fixture.store.apply(change, Origin::User));
    QVERIFY(fixture.store.config().isEmpty());
    QVERIFY(fixture.store.apply(change.inverted(), Origin::Undo));
    QVERIFY(fixture.store.config() == before);
}

void TestChangeDraft::refusesWithoutAnEffect()
{
    StoreFixture fixture;
    ChangeDraft draft(fixture.store);
    QVERIFY(!draft.insert(u"services"_s, json(R"({"name":"s"})")));
    QVERIFY(draft.change({}).isEmpty());
    QVERIFY(draft.config().isEmpty());
}

void TestChangeDraft::masksEverySecretAndNothingElse()
{
    StoreFixture fixture;
    fixture.add("consumers", R"({"username":"ann"})");
    fixture.add("jwt_secrets", R"({"consumer":{"username":"ann"},"key":"issuer","secret":"do-not-show"})");
    fixture.add("keyauth_credentials", R"({"consumer":{"username":"ann"},"key":"nor-this"})");
    fixture.add("plugins", R"({"name":"rate-limiting","config":{"minute":5,"policy":"redis","redis":{"host":"r.test",)"
                           R"("password":"nor-that"}}})");
    const Config masked = maskedConfig(*fixture.registry, fixture.store.config());
    QByteArray text;
    for (const QString &table : masked.tables()) {
        for (const QJsonObject &row : masked.rows(table))
            text += QJsonDocument(row).toJson();
    }
    for (const char *secret : {"do-not-show", "nor-this", "nor-that"})
        QVERIFY2(!text.contains(secret), secret);
    for (const char *plain : {"issuer", "r.test", "ann"})
        QVERIFY2(text.contains(plain), plain);
}

QTEST_GUILESS_MAIN(TestChangeDraft)

#include "tst_change_draft.moc"
