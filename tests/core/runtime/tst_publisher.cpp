// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/project.h"
#include "core/runtime/publisher.h"
#include "tests/support/compile_setup.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstPublisher : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void runsASingleEditAtOnce();
    void runsABurstOnceItIsOver();
    void keepsTheLastGoodRevision();
    void gathersEditsUntilTheyAreApplied();
    void runsTheAdminApiWithoutTheGatheredEdits();
    void leavingStagedAppliesAll();

private:
    void add(const QString &name, Origin origin = Origin::User);
    [[nodiscard]] bool runs(const QString &service) const;

    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    CompileSetup m_setup;
    std::unique_ptr<Project> m_project;
    std::unique_ptr<Publisher> m_publisher;
};

void TstPublisher::init()
{
    m_publisher.reset();
    m_project = std::make_unique<Project>(*m_registry, m_setup.clock);
    m_publisher = std::make_unique<Publisher>(m_project->store(), m_setup.services());
    QVERIFY(m_publisher->publishNow());
}

void TstPublisher::add(const QString &name, Origin origin)
{
    QVERIFY(m_project->store().insert(u"services"_s, {{u"name"_s, name}, {u"host"_s, u"h.test"_s}}, origin));
}

bool TstPublisher::runs(const QString &service) const
{
    return m_publisher->runningConfig().table(u"services"_s).findBy(u"name"_s, service).has_value();
}

void TstPublisher::runsASingleEditAtOnce()
{
    QElapsedTimer time;
    time.start();
    QTRY_VERIFY(time.hasExpired(Publisher::burstPause.count())); // the first publication is no burst any more
    add(u"a"_s);
    time.restart();
    QTRY_VERIFY(runs(u"a"_s));
    QVERIFY(time.elapsed() < Publisher::burstPause.count());
}

void TstPublisher::runsABurstOnceItIsOver()
{
    QSignalSpy published(m_publisher.get(), &Publisher::published);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        add(name);
    QTRY_VERIFY(runs(u"c"_s));
    QCOMPARE(published.size(), 1);
}

void TstPublisher::keepsTheLastGoodRevision()
{
    QSignalSpy rejected(m_publisher.get(), &Publisher::rejected);
    add(u"a"_s);
    QTRY_VERIFY(runs(u"a"_s));
    // Kong's schema takes any text for the pattern of a header; only compiling it fails.
    QVERIFY(m_project->store().insert(
        u"routes"_s, {{u"headers"_s, QJsonObject{{u"x"_s, QJsonArray{u"~*("_s}}}}, {u"paths"_s, QJsonArray{u"/"_s}}},
        Origin::User));
    QTRY_COMPARE(rejected.size(), 1);
    QVERIFY(m_publisher->runningConfig().table(u"routes"_s).isEmpty());
    QVERIFY(runs(u"a"_s));
}

void TstPublisher::gathersEditsUntilTheyAreApplied()
{
    m_publisher->setMode(ApplyMode::Staged);
    QSignalSpy staged(m_publisher.get(), &Publisher::staged);
    add(u"a"_s);
    add(u"b"_s);
    QCOMPARE(staged.size(), 2);
    QVERIFY(!runs(u"a"_s));
    QVERIFY(m_publisher->publishNow());
    QVERIFY(runs(u"a"_s) && runs(u"b"_s));
}

void TstPublisher::runsTheAdminApiWithoutTheGatheredEdits()
{
    m_publisher->setMode(ApplyMode::Staged);
    add(u"mine"_s);
    add(u"theirs"_s, Origin::AdminApi);
    QTRY_VERIFY(runs(u"theirs"_s));
    QVERIFY(!runs(u"mine"_s));
}

void TstPublisher::leavingStagedAppliesAll()
{
    m_publisher->setMode(ApplyMode::Staged);
    add(u"a"_s);
    m_publisher->setMode(ApplyMode::Automatic);
    QTRY_VERIFY(runs(u"a"_s));
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstPublisher)

#include "tst_publisher.moc"
