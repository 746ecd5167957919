// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/access_matrix.h"
#include "core/inspect/access_ways.h"
#include "tests/support/access_setup.h"
#include "tests/support/store_fixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstAccessMatrix : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsEachKindOfCell_data();
    void tellsEachKindOfCell();
    void countsWhoGetsThrough();
    void keepsWhatHasTheWords_data();
    void keepsWhatHasTheWords();
    void takesTheFirstOfMany();
    void comparesWithAnotherConfiguration();
    void tellsWhatAclsSayOfGroups();
    void letsAConsumerInByEachWay_data();
    void letsAConsumerInByEachWay();
    void goesRoundTheRulesOfAGroup_data();
    void goesRoundTheRulesOfAGroup();
    void saysWhoElseGetsIn();
    void concernsThoseWhoseAnswerCanChange();
    void answers40000CellsInAMoment();

private:
    [[nodiscard]] const Config &config() const { return m_store->store.config(); }

    [[nodiscard]] AccessMatrix matrix(const QString &filter = {}) const { return accessMatrix(config(), {filter}); }

    void addRoute(const char *name, const QList<QJsonObject> &plugins);
    void addConsumer(const char *name, const QStringList &groups, bool hasKey);
    [[nodiscard]] static qsizetype rowOf(const AccessMatrix &matrix, const QString &consumer);
    [[nodiscard]] static qsizetype columnOf(const QList<AccessColumn> &routes, const QString &name);
    [[nodiscard]] static AccessState stateIn(const AccessMatrix &matrix, const QString &consumer, const QString &route);
    void commit(const AccessWay &way);

    std::unique_ptr<StoreFixture> m_store;
};

void TstAccessMatrix::init()
{
    m_store = std::make_unique<StoreFixture>();
    const auto acl = [](const QString &list, const QStringList &groups) {
        const QJsonObject lists{{list, QJsonArray::fromStringList(groups)}};
        return QJsonObject{{u"name"_s, u"acl"_s}, {u"config"_s, lists}};
    };
    const QJsonObject key{{u"name"_s, u"key-auth"_s}};
    const QJsonObject lost{{u"name"_s, u"key-auth"_s}, {u"config"_s, QJsonObject{{u"anonymous"_s, u"no-one"_s}}}};
    addRoute("open", {});
    addRoute("key", {key});
    addRoute("readers", {key, acl(u"allow"_s, {u"readers"_s, u"admins"_s})});
    addRoute("no-guests", {key, acl(u"deny"_s, {u"guests"_s})});
    addRoute("two-denied", {key, acl(u"deny"_s, {u"guests"_s, u"robots"_s})});
    addRoute("acl-only", {acl(u"allow"_s, {u"readers"_s})});
    addRoute("lost", {lost});
    const QJsonObject off =
        m_store->store.insert(u"services"_s, {{u"host"_s, u"a.test"_s}, {u"enabled"_s, false}}, Origin::User).entity;
    QVERIFY(m_store->store.insert(u"routes"_s,
                                  {{u"name"_s, u"legacy"_s},
                                   {u"paths"_s, QJsonArray{u"/x"_s}},
                                   {u"service"_s, QJsonObject{{u"id"_s, off.value("id"_L1)}}}},
                                  Origin::User));
    addConsumer("ann", {u"readers"_s}, true);
    addConsumer("bob", {u"readers"_s}, false);
    addConsumer("cid", {u"guests"_s}, true);
    addConsumer("dan", {}, false);
}

void TstAccessMatrix::addRoute(const char *name, const QList<QJsonObject> &plugins)
{
    const QString text = QString::fromLatin1(name);
    const QJsonObject route =
        m_store->store
            .insert(u"routes"_s, {{u"name"_s, text}, {u"paths"_s, QJsonArray{QString(u'/' + text)}}}, Origin::User)
            .entity;
    for (QJsonObject plugin : plugins) {
        plugin.insert(u"route"_s, QJsonObject{{u"id"_s, route.value("id"_L1)}});
        QVERIFY(m_store->store.insert(u"plugins"_s, plugin, Origin::User));
    }
}

void TstAccessMatrix::addConsumer(const char *name, const QStringList &groups, bool hasKey)
{
    const QString text = QString::fromLatin1(name);
    const QJsonObject row = m_store->store.insert(u"consumers"_s, {{u"username"_s, text}}, Origin::User).entity;
    const QJsonObject consumer{{u"id"_s, row.value("id"_L1)}};
    for (const QString &group : groups)
        QVERIFY(m_store->store.insert(u"acls"_s, {{u"group"_s, group}, {u"consumer"_s, consumer}}, Origin::User));
    if (hasKey)
        QVERIFY(m_store->store.insert(u"keyauth_credentials"_s, {{u"key"_s, text}, {u"consumer"_s, consumer}},
                                      Origin::User));
}

qsizetype TstAccessMatrix::rowOf(const AccessMatrix &matrix, const QString &consumer)
{
    for (qsizetype row = 0; row < matrix.consumers.size(); ++row) {
        if (matrix.consumers[row].name == consumer)
            return row;
    }
    return -1;
}

qsizetype TstAccessMatrix::columnOf(const QList<AccessColumn> &routes, const QString &name)
{
    for (qsizetype column = 0; column < routes.size(); ++column) {
        if (routes[column].name == name)
            return column;
    }
    return -1;
}

AccessState TstAccessMatrix::stateIn(const AccessMatrix &matrix, const QString &consumer, const QString &route)
{
    return matrix.at(rowOf(matrix, consumer), columnOf(matrix.routes, route)).state;
}

void TstAccessMatrix::commit(const AccessWay &way)
{
    ChangeDraft draft(m_store->store);
    const StoreOutcome outcome = take(draft, way);
    QVERIFY2(outcome, qPrintable(outcome.error ? outcome.error->message : QString()));
    QVERIFY(m_store->store.apply(draft.change(u"step"_s), Origin::User));
}

void TstAccessMatrix::tellsEachKindOfCell_data()
{
    QTest::addColumn<QString>("consumer"); // empty: nobody
    QTest::addColumn<QString>("route");
    QTest::addColumn<int>("state");
    const auto row = [](const QString &consumer, const QString &route, AccessState state) {
        QTest::newRow(qPrintable(consumer + u'/' + route)) << consumer << route << static_cast<int>(state);
    };
    row(u"ann"_s, u"open"_s, AccessState::Public);
    row({}, u"open"_s, AccessState::Public);
    row(u"ann"_s, u"key"_s, AccessState::Allowed);
    row(u"bob"_s, u"key"_s, AccessState::NoCredential);
    row({}, u"key"_s, AccessState::Denied);
    row(u"ann"_s, u"readers"_s, AccessState::Allowed);
    row(u"bob"_s, u"readers"_s, AccessState::NoCredential);
    row(u"cid"_s, u"readers"_s, AccessState::Denied);
    row(u"dan"_s, u"readers"_s, AccessState::Denied);
    row(u"cid"_s, u"no-guests"_s, AccessState::Denied);
    row(u"ann"_s, u"no-guests"_s, AccessState::Allowed);
    row(u"ann"_s, u"acl-only"_s, AccessState::Warning);
    row({}, u"acl-only"_s, AccessState::Denied);
    row(u"bob"_s, u"lost"_s, AccessState::Warning);
    row(u"ann"_s, u"lost"_s, AccessState::Allowed);
    row(u"ann"_s, u"legacy"_s, AccessState::NoData);
}

void TstAccessMatrix::tellsEachKindOfCell()
{
    QFETCH(QString, consumer);
    QFETCH(QString, route);
    QTEST(static_cast<int>(stateIn(matrix(), consumer, route)), "state");
}

void TstAccessMatrix::countsWhoGetsThrough()
{
    const AccessMatrix all = matrix();
    QCOMPARE(all.callers(columnOf(all.routes, u"open"_s)), 4); // nobody is not counted
    QCOMPARE(all.callers(columnOf(all.routes, u"key"_s)), 2);
    QCOMPARE(all.callers(columnOf(all.routes, u"readers"_s)), 1);
    QCOMPARE(all.callers(columnOf(all.routes, u"legacy"_s)), 0);
}

void TstAccessMatrix::keepsWhatHasTheWords_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("consumers"); // without nobody
    QTest::addColumn<int>("routes");
    QTest::newRow("all") << QString() << 4 << 8;
    QTest::newRow("a consumer") << u"ANN"_s << 1 << 8;
    QTest::newRow("a route") << u"legacy"_s << 4 << 1;
    QTest::newRow("one of each") << u"bob key"_s << 1 << 1;
    QTest::newRow("on both axes") << u"d"_s << 2 << 2;
    QTest::newRow("nowhere") << u"zzz"_s << 0 << 0;
}

void TstAccessMatrix::keepsWhatHasTheWords()
{
    QFETCH(QString, filter);
    const AccessMatrix found = matrix(filter);
    QTEST(static_cast<int>(found.foundConsumers), "consumers");
    QTEST(static_cast<int>(found.foundRoutes), "routes");
}

void TstAccessMatrix::takesTheFirstOfMany()
{
    const AccessMatrix few = accessMatrix(config(), {{}, 2});
    QCOMPARE(few.consumers.size(), 3);
    QVERIFY(few.consumers.last().id.isEmpty());
    QCOMPARE(few.routes.size(), 2);
    QCOMPARE(few.cells.size(), 6);
    QCOMPARE(few.foundConsumers, 4);
    QCOMPARE(few.foundRoutes, 8);
}

void TstAccessMatrix::comparesWithAnotherConfiguration()
{
    const Config before = config();
    AccessMatrix now = matrix();
    compareWith(now, before);
    QVERIFY(onlyDifferences(now).cells.isEmpty());
    addConsumer("eve", {u"admins"_s}, true);
    commit({AccessWay::Kind::JoinGroup, now.consumers[rowOf(now, u"cid"_s)].id, {}, {u"readers"_s}});

    now = matrix();
    compareWith(now, before);
    const AccessMatrix few = onlyDifferences(now);
    QCOMPARE(few.consumers.size(), 2);
    QCOMPARE(few.consumers.first().name, u"cid"_s);
    QVERIFY(few.differs(0, columnOf(few.routes, u"readers"_s)));
    QVERIFY(!few.differs(0, columnOf(few.routes, u"key"_s))); // there for eve
    QCOMPARE(few.before[columnOf(few.routes, u"readers"_s)], AccessState::Denied);
    QVERIFY(few.differs(1, columnOf(few.routes, u"key"_s)));
}

void TstAccessMatrix::tellsWhatAclsSayOfGroups()
{
    const GroupMatrix groups = groupMatrix(config(), {});
    QCOMPARE(groups.groups, (QStringList{u"admins"_s, u"guests"_s, u"readers"_s, u"robots"_s}));
    const auto rule = [&groups](qsizetype row, const char *route) {
        return groups.at(row, columnOf(groups.routes, QLatin1String(route)));
    };
    QCOMPARE(rule(2, "readers"), GroupRule::Allow);
    QCOMPARE(rule(1, "readers"), GroupRule::NotNamed);
    QCOMPARE(rule(1, "no-guests"), GroupRule::Deny);
    QCOMPARE(rule(1, "key"), GroupRule::NoAcl);
    QCOMPARE(rule(1, "legacy"), GroupRule::NoData);
}

void TstAccessMatrix::letsAConsumerInByEachWay_data()
{
    QTest::addColumn<QString>("route");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("way");
    QTest::newRow("join readers") << u"readers"_s << 3 << 0;
    QTest::newRow("join admins") << u"readers"_s << 3 << 1;
    QTest::newRow("allow guests") << u"readers"_s << 3 << 2;
    QTest::newRow("leave guests") << u"no-guests"_s << 2 << 0;
    QTest::newRow("switch the acl off") << u"no-guests"_s << 2 << 1;
    QTest::newRow("deny robots only") << u"two-denied"_s << 2 << 1;
}

void TstAccessMatrix::letsAConsumerInByEachWay()
{
    QFETCH(QString, route);
    QFETCH(int, count);
    QFETCH(int, way);
    const AccessMatrix before = matrix();
    QCOMPARE(stateIn(before, u"cid"_s, route), AccessState::Denied);
    const auto ways = waysIn(before.consumers[rowOf(before, u"cid"_s)], before.routes[columnOf(before.routes, route)]);
    QCOMPARE(ways.size(), count);
    commit(ways[way]);
    QCOMPARE(stateIn(matrix(), u"cid"_s, route), AccessState::Allowed);
}

void TstAccessMatrix::goesRoundTheRulesOfAGroup_data()
{
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QList<int>>("rules");
    const auto row = [](const char *route, const QString &group, const QList<GroupRule> &rules) {
        QList<int> numbers;
        for (const GroupRule rule : rules)
            numbers << static_cast<int>(rule);
        QTest::newRow(route) << QString::fromLatin1(route) << group << numbers;
    };
    row("readers", u"readers"_s, {GroupRule::Allow, GroupRule::NotNamed, GroupRule::Allow});
    row("two-denied", u"robots"_s, {GroupRule::Deny, GroupRule::NotNamed, GroupRule::Deny});
    // The only name of a list: without it there would be no list.
    row("no-guests", u"guests"_s, {GroupRule::Deny, GroupRule::Allow, GroupRule::Deny});
}

void TstAccessMatrix::goesRoundTheRulesOfAGroup()
{
    QFETCH(QString, route);
    QFETCH(QString, group);
    QFETCH(QList<int>, rules);
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const GroupMatrix groups = groupMatrix(config(), {});
        const qsizetype column = columnOf(groups.routes, route);
        QCOMPARE(static_cast<int>(groups.at(groups.groups.indexOf(group), column)), rules[i]);
        commit(nextRule(group, groups.routes[column].acl));
    }
}

void TstAccessMatrix::saysWhoElseGetsIn()
{
    addConsumer("eve", {u"guests"_s}, true);
    const AccessMatrix now = matrix();
    const RouteAcl acl = now.routes[columnOf(now.routes, u"readers"_s)].acl;
    const AccessWay way{AccessWay::Kind::Allow, {}, acl.id, {u"guests"_s}};
    ChangeDraft draft(m_store->store);
    QVERIFY(take(draft, way));
    const AccessShifts shifts = accessShifts(config(), draft.config(), {concerned(config(), way), way.pluginId});
    QVERIFY(shifts.isComplete);
    QCOMPARE(shifts.shifts.size(), 2);
    QCOMPARE(shifts.shifts[0].consumer, u"cid"_s);
    QCOMPARE(shifts.shifts[1].consumer, u"eve"_s);
    QCOMPARE(shifts.shifts[1].route, u"readers"_s);
    QVERIFY(shifts.shifts[1].opens);
    QCOMPARE(accessShifts(config(), draft.config(), {concerned(config(), way), {}}).shifts.size(), 2);
    QVERIFY(!accessShifts(config(), draft.config(), {concerned(config(), way), way.pluginId, 1}).isComplete);
}

void TstAccessMatrix::concernsThoseWhoseAnswerCanChange()
{
    const AccessMatrix now = matrix();
    const RouteAcl denies = now.routes[columnOf(now.routes, u"two-denied"_s)].acl;
    const RouteAcl alone = now.routes[columnOf(now.routes, u"no-guests"_s)].acl;
    QCOMPARE(concerned(config(), {AccessWay::Kind::JoinGroup, u"x"_s, {}, {u"readers"_s}}), QStringList{u"x"_s});
    QCOMPARE(concerned(config(), nextRule(u"guests"_s, denies)).size(), 1);
    QCOMPARE(concerned(config(), nextRule(u"guests"_s, alone)).size(), 4); // an allow list is about all
}

void TstAccessMatrix::answers40000CellsInAMoment()
{
    const Config many = accessSetup(*m_store->registry, 200, 200);
    QElapsedTimer time;
    time.start();
    const AccessMatrix matrix = accessMatrix(many, {});
    const qint64 taken = time.elapsed();
    QCOMPARE(matrix.cells.size(), 201 * 200);
    QVERIFY2(taken < 2000, qPrintable(QString::number(taken))); // 200 ms on a machine of its own
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstAccessMatrix)

#include "tst_access_matrix.moc"
