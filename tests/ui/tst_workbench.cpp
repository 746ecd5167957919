// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A gateway made by keyboard: every page against the real store and a real running gateway.
#include "tests/support/window_test.h"
#include "ui/entities/delete_dialog.h"
#include "ui/entities/entity_editor.h"
#include "ui/entities/entity_page.h"
#include "ui/forms/entity_form.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstWorkbench : public WindowTest
{
    Q_OBJECT

private slots:

    void init() { start(); }

    void makesAGatewayAndUndoesIt();
    void offersAChoiceWhenSomethingIsStillUsed();
    void undoesADeletionFromItsMessage();
    void duplicatesAndDisablesManyAtOnce();
    void copiesAndPastesBetweenProjects();
    void copiesARouteWithWhatItNeeds();
    void changesNothingByLooking();
    void testsARequestWithHeaders();
    void createsADraftFromItsUrlField();
    void appliesWhatIsTypedBesideTheForm();

private:
    void createConsumer();
    void createPlugin(const QString &name, const QStringList &allow);
};

void TstWorkbench::createConsumer()
{
    go("consumersPageAction");
    press(Qt::Key_N, Qt::ControlModifier);
    typeInto(form("consumersPageForm"), "username", u"ann"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rows("consumersPageTable"), 1);
    auto *tabs = m_fixture->find<QTabWidget>("consumersPageTabs");
    tabs->setCurrentWidget(form("jwt_secretsTab"));
    m_fixture->find<QAction>("add.keyauth_credentials")->trigger();
    typeInto(form("jwt_secretsTabForm"), "key", u"sesame"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(config().table(u"keyauth_credentials"_s).size(), 1);
    tabs->setCurrentWidget(form("aclsTab"));
    m_fixture->find<QToolButton>("aclsTabAdd")->click();
    typeInto(form("aclsTabForm"), "group", u"admins"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(config().table(u"acls"_s).size(), 1);
}

void TstWorkbench::createPlugin(const QString &name, const QStringList &allow)
{
    go("pluginsPageAction");
    const int before = rows("pluginsPageTable");
    press(Qt::Key_N, Qt::ControlModifier);
    auto *gallery = m_fixture->find<QDialog>("pluginGallery");
    QVERIFY(gallery);
    QTest::keyClicks(gallery->findChild<QLineEdit *>(u"galleryFilter"_s), name);
    QTest::keyClick(gallery->findChild<QTreeWidget *>(), Qt::Key_Return);
    for (const QString &group : allow)
        typeInto(form("pluginsPageForm"), "config.allow", group + u',');
    QTest::keyClick(form("pluginsPageForm"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rows("pluginsPageTable"), before + 1);
}

void TstWorkbench::makesAGatewayAndUndoesIt()
{
    const QString file = open(emptyDocument);
    press(Qt::Key_F5);
    QCOMPARE(m_fixture->gateway().state(), Gateway::State::Running);
    createService();
    createRoute();
    QTRY_COMPARE(request().status, 200);
    createConsumer();
    createPlugin(u"key-auth"_s, {});
    QTRY_COMPARE(request().status, 401);
    QCOMPARE(request("apikey: sesame\r\n").status, 200);
    createPlugin(u"acl"_s, {u"others"_s});
    QTRY_COMPARE(request("apikey: sesame\r\n").status, 403);
    go("saveAction");
    const int saved = m_fixture->window().workbench().history().stack().index();
    QVERIFY(saved >= 7);
    while (m_fixture->find<QAction>("undoAction")->isEnabled())
        go("undoAction");
    QVERIFY(config().isEmpty());
    QTRY_COMPARE(request().status, 404);
    go("saveAction");
    QFile text(file);
    QVERIFY(text.open(QIODevice::ReadOnly));
    QCOMPARE(text.readAll(), QByteArray(emptyDocument));
    while (m_fixture->find<QAction>("redoAction")->isEnabled())
        go("redoAction");
    QTRY_COMPARE(request("apikey: sesame\r\n").status, 403);
}

void TstWorkbench::offersAChoiceWhenSomethingIsStillUsed()
{
    open(twoServices);
    go("servicesPageAction");
    auto *table = m_fixture->find<QTableView>("servicesPageTable");
    table->selectRow(0);
    table->setFocus();
    press(Qt::Key_Delete);
    auto *dialog = m_fixture->find<DeleteDialog>("deleteDialog");
    QVERIFY(dialog);
    auto *reassign = dialog->findChild<QPushButton *>(u"reassignButton"_s);
    QVERIFY(reassign->isEnabled());
    reassign->click();
    QCOMPARE(rows("servicesPageTable"), 1);
    QCOMPARE(rows("routesPageTable"), 1); // it belongs to the other service now
    go("undoAction");
    QCOMPARE(rows("servicesPageTable"), 2);
}

void TstWorkbench::undoesADeletionFromItsMessage()
{
    open(twoServices);
    go("servicesPageAction");
    auto *table = m_fixture->find<QTableView>("servicesPageTable");
    table->selectRow(1);
    table->setFocus();
    press(Qt::Key_Delete);
    QCOMPARE(rows("servicesPageTable"), 1);
    clickMessage("message.deleted", u"Undo"_s);
    QCOMPARE(rows("servicesPageTable"), 2);
    QVERIFY(!m_fixture->window().isWindowModified());
}

void TstWorkbench::duplicatesAndDisablesManyAtOnce()
{
    open(twoServices);
    go("servicesPageAction");
    auto *table = m_fixture->find<QTableView>("servicesPageTable");
    table->setFocus();
    table->selectAll();
    press(Qt::Key_Space);
    for (const QJsonObject &row : config().rows(u"services"_s))
        QVERIFY(!row.value(u"enabled"_s).toBool());
    go("undoAction");
    for (const QJsonObject &row : config().rows(u"services"_s))
        QVERIFY(row.value(u"enabled"_s).toBool());
    table->selectAll();
    go("duplicateAction");
    QVERIFY(config().table(u"services"_s).findBy(u"name"_s, u"orders-copy"_s));
    QVERIFY(config().table(u"services"_s).findBy(u"name"_s, u"users-copy"_s));
}

void TstWorkbench::copiesAndPastesBetweenProjects()
{
    open(twoServices);
    go("servicesPageAction");
    m_fixture->find<QTableView>("servicesPageTable")->selectRow(0);
    go("copyYamlAction");
    m_fixture->project().clear();
    QVERIFY(config().isEmpty());
    go("pasteAction");
    QCOMPARE(rows("servicesPageTable"), 1);
    QCOMPARE(rows("routesPageTable"), 1);
}

// A route stands below its service in a file; the copy holds both, and what is there already is not added again.
void TstWorkbench::copiesARouteWithWhatItNeeds()
{
    open(twoServices);
    go("routesPageAction");
    m_fixture->find<QTableView>("routesPageTable")->selectRow(0);
    go("copyYamlAction");
    go("pasteAction");
    QVERIFY(!m_fixture->window().isWindowModified());
    go("deleteAction");
    go("pasteAction");
    QCOMPARE(rows("routesPageTable"), 1);
    m_fixture->project().clear();
    go("pasteAction");
    QCOMPARE(rows("servicesPageTable"), 1);
    QCOMPARE(rows("routesPageTable"), 1);
}

void TstWorkbench::changesNothingByLooking()
{
    go("sampleAction");
    QUndoStack &history = m_fixture->window().workbench().history().stack();
    const QList<EntityPage *> pages = m_fixture->window().findChildren<EntityPage *>();
    for (EntityPage *page : pages) {
        m_fixture->window().showPage(page->objectName());
        auto *table = page->findChild<QTableView *>();
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            table->selectRow(row);
            QTabWidget &tabs = page->editor().tabs();
            for (int tab = 0; tab < tabs.count(); ++tab) {
                tabs.setCurrentIndex(tab);
                const QList<QTableView *> inner = tabs.currentWidget()->findChildren<QTableView *>();
                for (QTableView *each : inner)
                    each->setCurrentIndex(each->model()->index(0, 0));
                const QList<QWidget *> controls = page->editor().findChildren<QWidget *>();
                for (QWidget *control : controls) {
                    if (control->isVisible() && control->focusPolicy() != Qt::NoFocus)
                        control->setFocus(Qt::TabFocusReason);
                }
            }
            table->setFocus();
            const QList<EntityForm *> forms = page->findChildren<EntityForm *>();
            for (EntityForm *each : forms)
                QVERIFY(each->commit()); // what a timer would write a moment later
            QVERIFY2(!history.canUndo(), qUtf8Printable(page->objectName() + u": "_s + history.undoText()));
        }
    }
    QVERIFY(!m_fixture->window().isWindowModified());
}

void TstWorkbench::testsARequestWithHeaders()
{
    open("_format_version: \"3.0\"\n"
         "services:\n- {name: s, host: a.test, routes: [{name: r, hosts: [shop.test], paths: [/orders]}]}\n");
    go("routesPageAction");
    m_fixture->find<QTableView>("routesPageTable")->selectRow(0);
    m_fixture->find<QLineEdit>("matchUrl")->setText(u"http://localhost:8000/orders/17"_s);
    const auto *result = m_fixture->find<QLabel>("matchResult");
    QTRY_VERIFY(result->text().startsWith(u"✗ no route matches"_s));
    m_fixture->find<QToolButton>("matchHeadersShown")->click();
    QTest::keyClicks(m_fixture->find<QPlainTextEdit>("matchHeaders"), u"Host: shop.test"_s);
    QTRY_COMPARE(result->text(), u"✓ matches this route via path /orders (prefix)"_s);
    m_fixture->find<QPlainTextEdit>("matchHeaders")->setPlainText(u"no header"_s);
    QTRY_VERIFY(result->text().startsWith(u"⛔ The headers are not understood"_s));
}

void TstWorkbench::createsADraftFromItsUrlField()
{
    open(twoServices);
    go("servicesPageAction");
    press(Qt::Key_N, Qt::ControlModifier);
    typeInto(form("servicesPageForm"), "name", u"billing"_s);
    auto *url = m_fixture->find<QLineEdit>("serviceUrl");
    url->setFocus();
    QTest::keyClicks(url, u"http://billing.test:81"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    const auto made = config().table(u"services"_s).findBy(u"name"_s, u"billing"_s);
    QVERIFY(made);
    QCOMPARE(made->value("port"_L1).toInt(), 81);
}

void TstWorkbench::appliesWhatIsTypedBesideTheForm()
{
    open(twoServices);
    press(Qt::Key_F5);
    m_fixture->find<QComboBox>("applyMode")->setCurrentIndex(1);
    go("servicesPageAction");
    m_fixture->find<QTableView>("servicesPageTable")->selectRow(0);
    auto *url = m_fixture->find<QLineEdit>("serviceUrl");
    url->setFocus();
    url->selectAll();
    QTest::keyClicks(url, u"http://moved.test:82"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    const auto running = [this] {
        return m_fixture->gateway().runningConfig().table(u"services"_s).findBy(u"name"_s, u"orders"_s);
    };
    QCOMPARE(running()->value("host"_L1).toString(), u"moved.test"_s);
    go("routesPageAction");
    m_fixture->find<QTableView>("routesPageTable")->selectRow(0);
    go("undoAction");
    go("routesPageAction");
    m_fixture->find<QTableView>("routesPageTable")->selectRow(0);
    m_fixture->find<QLineEdit>("matchUrl")->setFocus();
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(running()->value("host"_L1).toString(), u"a.test"_s);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstWorkbench)
#include "tst_workbench.moc"
