// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// F1 wherever a person may be.
#include "tests/support/window_test.h"
#include "ui/dialogs/help_topic.h"
#include "ui/main_window/page.h"

#include <QDialog>
#include <QListWidget>
#include <QTextBrowser>
#include <QWindow>

namespace gatehouse {

class TstHelp : public WindowTest
{
    Q_OBJECT

private slots:

    void init() { start(); }

    void everyPageHasOne();
    void isOffline();
    void ofAField();
    void ofAProblem();
    void ofAPartOfAPage();
    void inADialog_data();
    void inADialog();
    void followsOtherKeysIntoDialogs();
    void goesWithTheWindow();

private:
    [[nodiscard]] static QString shownPage();
    [[nodiscard]] static QString markedText();
};

QString TstHelp::shownPage()
{
    const QWidget *help = ApplicationFixture::findWindow("helpWindow");
    const QListWidgetItem *item = help ? help->findChild<QListWidget *>(u"helpPages"_s)->currentItem() : nullptr;
    return item ? item->text() : QString();
}

QString TstHelp::markedText()
{
    const QWidget *help = ApplicationFixture::findWindow("helpWindow");
    return help ? help->findChild<QTextBrowser *>(u"helpText"_s)->textCursor().selectedText() : QString();
}

void TstHelp::everyPageHasOne()
{
    const QList<Page *> pages = m_fixture->window().findChildren<Page *>();
    QVERIFY(pages.size() > 10);
    for (const Page *page : pages)
        QVERIFY2(QFile::exists(u":/help/"_s + page->helpPage()), qPrintable(page->objectName()));
}

void TstHelp::isOffline()
{
    go("helpAction");
    QWidget *help = ApplicationFixture::findWindow("helpWindow");
    auto *pages = help->findChild<QListWidget *>(u"helpPages"_s);
    QVERIFY(pages->count() >= 6);
    // The pages people wrote; those of the reference are generated and long.
    for (int row = 0; !pages->item(row)->text().startsWith(u"Reference"_s); ++row) {
        pages->setCurrentRow(row);
        QVERIFY2(help->findChild<QTextBrowser *>(u"helpText"_s)->toPlainText().size() > 200,
                 qUtf8Printable(pages->item(row)->text()));
    }
}

void TstHelp::ofAField()
{
    open(twoServices);
    go("routesPageAction");
    auto *table = m_fixture->find<QTableView>("routesPageTable");
    table->setFocus();
    table->selectRow(0);
    auto *name = form("routesPage")->findChild<QLineEdit *>(u"name"_s);
    QVERIFY(name);
    name->setFocus();
    press(Qt::Key_F1);
    QVERIFY(shownPage().contains(u"routes"_s, Qt::CaseInsensitive));
    QCOMPARE(markedText(), u"name"_s);
    QWidget *help = ApplicationFixture::findWindow("helpWindow");
    help->findChild<QLineEdit *>(u"helpSearch"_s)->setText(u"claims_to_verify"_s);
    const auto *pages = help->findChild<QListWidget *>(u"helpPages"_s);
    QVERIFY(!pages->findItems(u"Reference: JWT (jwt)"_s, Qt::MatchExactly).first()->isHidden());
    QVERIFY(pages->findItems(u"Reference: Service (services)"_s, Qt::MatchExactly).first()->isHidden());
}

void TstHelp::ofAProblem()
{
    open(twoServices);
    go("servicesPageAction");
    auto *table = m_fixture->find<QTableView>("servicesPageTable");
    table->setFocus();
    table->selectRow(0);
    typeInto(form("servicesPage"), "retries", u"12x"_s);
    press(Qt::Key_Tab);
    go("problemsPageAction");
    auto *problems = m_fixture->find<QTableView>("problemsTable");
    QVERIFY(problems);
    QTRY_COMPARE(problems->model()->rowCount(), 1);
    problems->setFocus();
    problems->selectRow(0);
    press(Qt::Key_F1);
    QVERIFY2(shownPage().contains(u"services"_s, Qt::CaseInsensitive), qPrintable(shownPage()));
    QCOMPARE(markedText(), u"retries"_s);
}

void TstHelp::ofAPartOfAPage()
{
    go("trafficPageAction");
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_F1);
    QCOMPARE(shownPage(), u"Filter the traffic"_s);
}

void TstHelp::inADialog_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("dialog");
    QTest::addColumn<QString>("page");
    QTest::newRow("export") << QByteArray("exportAction") << QByteArray("exportDialog") << u"Export and import"_s;
    QTest::newRow("import") << QByteArray("importAction") << QByteArray("importDialog") << u"Export and import"_s;
    QTest::newRow("palette") << QByteArray("paletteAction") << QByteArray("commandPalette") << u"Edit a gateway"_s;
}

void TstHelp::inADialog()
{
    QFETCH(const QByteArray, command);
    QFETCH(const QByteArray, dialog);
    QFETCH(const QString, page);
    open(twoServices);
    m_fixture->find<QAction>(command.constData())->trigger();
    QWidget *opened = nullptr;
    QTRY_VERIFY((opened = ApplicationFixture::findWindow(dialog.constData())));
    opened->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), opened);
    press(Qt::Key_F1);
    QCOMPARE(shownPage(), page);
    // A window that belongs to the main one would be blocked by the dialog.
    QVERIFY(!ApplicationFixture::findWindow("helpWindow")->windowHandle()->transientParent());
}

void TstHelp::followsOtherKeysIntoDialogs()
{
    m_fixture->window().workbench().shortcuts().setKeys(u"helpHereAction"_s, QKeySequence(u"Ctrl+F1"_s));
    m_fixture->find<QAction>("exportAction")->trigger();
    QWidget *opened = nullptr;
    QTRY_VERIFY((opened = ApplicationFixture::findWindow("exportDialog")));
    opened->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), opened);
    press(Qt::Key_F1);
    QCOMPARE(shownPage(), QString());
    QCOMPARE(QApplication::activeWindow(), opened);
    press(Qt::Key_F1, Qt::ControlModifier);
    QCOMPARE(shownPage(), u"Export and import"_s);
}

void TstHelp::goesWithTheWindow()
{
    go("servicesPageAction");
    press(Qt::Key_F1);
    QVERIFY(ApplicationFixture::findWindow("helpWindow"));
    m_fixture->window().close();
    QVERIFY(!ApplicationFixture::findWindow("helpWindow"));
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstHelp)
#include "tst_help.moc"
