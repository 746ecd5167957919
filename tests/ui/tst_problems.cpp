// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of problems: what can be done with one.
#include "tests/support/window_test.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QToolButton>

namespace gatehouse {

class TstProblems : public WindowTest
{
    Q_OBJECT

private slots:
    void init();
    void mutesAWarning();
    void remembersWhatIsMuted();
    void showsAWarningAgain();
    void takesMutesIntoTheFirstFile();
    void mutesNoError();
    void copiesOne();

private:
    // Two routes of which one never matches.
    static constexpr auto shadowed = R"(_format_version: "3.0"
services:
  - name: orders
    url: http://a.test
    routes:
      - name: all
        paths:
          - ~/orders
      - name: never
        paths:
          - /orders/deep
)";

    [[nodiscard]] QTableView *list() { return m_fixture->find<QTableView>("problemsTable"); }

    [[nodiscard]] QAction *action(const char *name) { return m_fixture->find<QAction>(name); }

    void mute(const QString &reason);
};

void TstProblems::init()
{
    start();
    go("problemsPageAction");
}

void TstProblems::mute(const QString &reason)
{
    list()->setFocus();
    list()->selectRow(0);
    QVERIFY(list()->actions().contains(action("problemsTableMute")));
    action("problemsTableMute")->trigger();
    auto *dialog = m_fixture->find<QDialog>("muteDialog");
    QVERIFY(dialog);
    auto *field = dialog->findChild<QLineEdit *>();
    QTest::keyClicks(field, reason);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!m_fixture->find<QDialog>("muteDialog"));
}

void TstProblems::mutesAWarning()
{
    const QAbstractItemModelTester tester(list()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QString name = open(shadowed);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QVERIFY(!m_fixture->find<QCheckBox>("problemsMuted")->isVisible());
    mute(u"only for a while"_s);
    QCOMPARE(list()->model()->rowCount(), 0);
    QCOMPARE(m_fixture->find<QToolButton>("statusProblems")->text(), u"No problems"_s);
    QFile settings(QFileInfo(name).path() + u"/.gatehouse.yml"_s);
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(settings.readAll().contains("only for a while"));
    QVERIFY(!m_fixture->window().isWindowModified()); // the configuration knows nothing of it
}

void TstProblems::remembersWhatIsMuted()
{
    const QString name = open(shadowed);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    mute(u"known"_s);
    m_fixture->window().files().open(name);
    auto *muted = m_fixture->find<QCheckBox>("problemsMuted");
    QTRY_VERIFY(muted->isVisible());
    QCOMPARE(list()->model()->rowCount(), 0);
    muted->click();
    QCOMPARE(list()->model()->rowCount(), 1);
    QVERIFY(list()->model()->index(0, 2).data().toString().endsWith(u"Muted: known"_s));
    QCOMPARE(list()->model()->index(0, 0).data().toString(), u"– muted"_s);
}

void TstProblems::showsAWarningAgain()
{
    open(shadowed);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    mute({});
    m_fixture->find<QCheckBox>("problemsMuted")->click();
    list()->selectRow(0);
    action("problemsTableMute")->trigger();
    QCOMPARE(list()->model()->rowCount(), 1);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), u"! warning"_s);
    QVERIFY(!m_fixture->find<QCheckBox>("problemsMuted")->isVisible());
}

void TstProblems::takesMutesIntoTheFirstFile()
{
    QVERIFY(m_fixture->project().openText(shadowed));
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    mute(u"kept"_s);
    const QString name = m_fixture->file(u"first.yml"_s);
    QVERIFY(m_fixture->project().saveAs(name));
    QCOMPARE(list()->model()->rowCount(), 0);
    QFile settings(QFileInfo(name).path() + u"/.gatehouse.yml"_s);
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(settings.readAll().contains("kept"));
}

void TstProblems::mutesNoError()
{
    open("_format_version: \"3.0\"\nservices:\n- name: x\n  port: 70000\n");
    QTRY_VERIFY(list()->model()->rowCount() > 0);
    list()->selectRow(0);
    QVERIFY(!action("problemsTableMute")->isEnabled());
    QVERIFY(!action("problemsTableGo")->isEnabled()); // only the file can be repaired
}

void TstProblems::copiesOne()
{
    open(shadowed);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    list()->setFocus();
    list()->selectRow(0);
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"never matches"_s));
    QTest::keyClick(list(), Qt::Key_Home);
    action("problemsTableGo")->trigger();
    QVERIFY(form("routesPage")->isVisible());
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstProblems)
#include "tst_problems.moc"
