// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is worked on, what runs and what the file holds: the three states of a configuration in the window.
#include "tests/support/window_test.h"
#include "ui/forms/entity_form.h"

#include <QToolButton>

namespace gatehouse {

class TstProjectState : public WindowTest
{
    Q_OBJECT

private slots:

    void init() { start(); }

    void keepsRunningTheLastGoodRevision();
    void gathersEditsAndAppliesThem();
    void jumpsToAProblemAndRepairsIt();
    void loadsAFileThatChangedOnDisk();
    void asksWhenBothHaveChanged();
    void recoversWhatACrashLeftBehind();
};

void TstProjectState::keepsRunningTheLastGoodRevision()
{
    open(twoServices);
    press(Qt::Key_F5);
    const std::uint64_t revision = m_fixture->gateway().revision();
    go("servicesPageAction");
    m_fixture->find<QTableView>("servicesPageTable")->selectRow(0);
    typeInto(form("servicesPageForm"), "port", u"99999"_s);
    QVERIFY(!static_cast<EntityForm *>(form("servicesPageForm"))->commit());
    QCOMPARE(m_fixture->gateway().revision(), revision);
    QVERIFY(m_fixture->find<QToolButton>("statusProblems")->text().startsWith(u'1'));
    QCOMPARE(rows("problemsTable"), 1);
}

void TstProjectState::gathersEditsAndAppliesThem()
{
    open(emptyDocument);
    press(Qt::Key_F5);
    auto *mode = m_fixture->find<QComboBox>("applyMode");
    mode->setCurrentIndex(1);
    createService();
    createRoute();
    QCOMPARE(request().status, 404);
    QVERIFY(m_fixture->find<QWidget>("message.staged"));
    go("applyAction");
    QTRY_COMPARE(request().status, 200);
    QVERIFY(!m_fixture->find<QWidget>("message.staged"));
}

void TstProjectState::jumpsToAProblemAndRepairsIt()
{
    open(twoServices);
    go("servicesPageAction");
    m_fixture->find<QTableView>("servicesPageTable")->selectRow(0);
    typeInto(form("servicesPageForm"), "port", u"99999"_s);
    go("overviewPageAction");
    QCOMPARE(rows("problemsTable"), 1);
    press(Qt::Key_F8);
    QCOMPARE(QApplication::focusWidget(), form("servicesPageForm")->findChild<QWidget *>(u"port"_s));
    typeInto(form("servicesPageForm"), "port", u"8080"_s);
    QTRY_COMPARE(rows("problemsTable"), 0);
    QCOMPARE(config().table(u"services"_s).findBy(u"name"_s, u"orders"_s)->value(u"port"_s).toInt(), 8080);
}

void TstProjectState::loadsAFileThatChangedOnDisk()
{
    const QString file = open(emptyDocument);
    QVERIFY(saveFile(file, twoServices));
    QTRY_COMPARE(rows("servicesPageTable"), 2);
    QVERIFY(!m_fixture->window().isWindowModified());
    go("undoAction");
    QCOMPARE(rows("servicesPageTable"), 0);
}

void TstProjectState::asksWhenBothHaveChanged()
{
    const QString file = open(emptyDocument);
    createService();
    QVERIFY(saveFile(file, twoServices));
    QTRY_VERIFY(m_fixture->find<QWidget>("message.disk"));
    QCOMPARE(rows("servicesPageTable"), 1);
    clickMessage("message.disk", u"Load theirs"_s);
    QCOMPARE(rows("servicesPageTable"), 2);
}

void TstProjectState::recoversWhatACrashLeftBehind()
{
    const LeftBehind left{m_fixture->file(u"x.journal"_s), {}, QDateTime::currentDateTime(), twoServices};
    m_fixture->window().recover(left);
    QCOMPARE(rows("servicesPageTable"), 2);
    QVERIFY(m_fixture->window().isWindowModified());
    clickMessage("message.recovered", u"Discard"_s);
    QCOMPARE(rows("servicesPageTable"), 0);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstProjectState)
#include "tst_project_state.moc"
