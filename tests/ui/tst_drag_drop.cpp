// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and URLs that are dropped, and the commands that do the same by keyboard; against the real store.
#include "tests/support/window_test.h"
#include "ui/dragdrop/dragged_rows.h"
#include "ui/entities/entity_page.h"
#include "ui/main_window/navigation.h"

#include <QClipboard>
#include <QInputDialog>
#include <QMimeData>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstDragDrop : public WindowTest
{
    Q_OBJECT

private slots:

    void init() { start(); }

    void movesARouteToAService();
    void movesARouteByMenu();
    void addsAConsumerToAGroup();
    void addsAConsumerToANewGroupByMenu();
    void movesAndCopiesAPluginToAnotherScope();
    void changesTheScopeByMenu();
    void refusesWhatAPluginCannotBeBoundTo();
    void carriesRowsAsYaml();
    void showsAPageRowsAreDraggedOver();
    void makesAServiceOfAUrl();
    void makesAServiceOfAPastedUrl();
    void dragsAPluginFromTheTabOfARoute();
    void copiesAndMovesAPluginByMenuOfTheTab();

private:
    static constexpr auto document = R"(_format_version: "3.0"
services:
  - name: orders
    url: http://a.test
    routes:
      - name: read
        paths: [/read]
        plugins:
          - name: request-termination
      - name: write
        paths: [/write]
  - name: users
    url: http://b.test
consumers:
  - username: ann
    acls: [{group: admins}]
  - username: bob
)";

    void load();
    QString id(const QString &table, const QString &field, const QString &name);
    DraggedRows dragged(const QString &table, const QString &field, const QString &name);
    QString dropRows(const char *list, int row, const DraggedRows &rows, Qt::KeyboardModifiers keys = {});
    void choose(const QString &title);
    // The plugin of the first route, selected in its tab.
    QString selectPluginInTab();
};

void TstDragDrop::load()
{
    open(document);
}

QString TstDragDrop::id(const QString &table, const QString &field, const QString &name)
{
    return config().table(table).findBy(field, name)->value("id"_L1).toString();
}

DraggedRows TstDragDrop::dragged(const QString &table, const QString &field, const QString &name)
{
    return {table, {id(table, field, name)}};
}

QString TstDragDrop::dropRows(const char *list, int row, const DraggedRows &rows, Qt::KeyboardModifiers keys)
{
    auto *table = m_fixture->find<QTableView>(list);
    const std::unique_ptr<QMimeData> data(makeMimeData(m_fixture->window().workbench(), rows));
    return drop(table->viewport(), table->visualRect(table->model()->index(row, 0)).center(), *data, keys);
}

void TstDragDrop::choose(const QString &title)
{
    auto *dialog = m_fixture->find<QInputDialog>("placeDialog");
    QVERIFY(dialog);
    auto *box = dialog->findChild<QComboBox *>();
    if (box->isEditable())
        box->setEditText(title);
    else
        box->setCurrentText(title);
    QCOMPARE(box->currentText(), title);
    QTest::keyClick(dialog, Qt::Key_Return);
}

QString TstDragDrop::selectPluginInTab()
{
    load();
    go("routesPageAction");
    m_fixture->find<QTableView>("routesPageTable")->selectRow(0);
    m_fixture->find<QTabWidget>("routesPageTabs")->setCurrentWidget(form("effectivePlugins"));
    m_fixture->find<QTableView>("effectivePluginsTable")->selectRow(0);
    return config().rows(u"plugins"_s).first().value("id"_L1).toString();
}

void TstDragDrop::movesARouteToAService()
{
    load();
    go("servicesPageAction");
    const QString said = dropRows("servicesPageTable", 1, dragged(u"routes"_s, u"name"_s, u"read"_s));
    QCOMPARE(said, u"Move Route “read” to service “users”"_s);
    const QString users = id(u"services"_s, u"name"_s, u"users"_s);
    QCOMPARE(config().table(u"routes"_s).rowsWhere(u"service"_s, users).size(), 1);
    go("undoAction");
    QCOMPARE(config().table(u"routes"_s).rowsWhere(u"service"_s, users).size(), 0);
    QVERIFY(!m_fixture->window().isWindowModified());
}

void TstDragDrop::movesARouteByMenu()
{
    load();
    go("routesPageAction");
    auto *table = m_fixture->find<QTableView>("routesPageTable");
    table->selectAll();
    m_fixture->find<QAction>("moveToServiceAction")->trigger();
    choose(u"service “users”"_s);
    const QString users = id(u"services"_s, u"name"_s, u"users"_s);
    QCOMPARE(config().table(u"routes"_s).rowsWhere(u"service"_s, users).size(), 2);
    go("undoAction");
    QVERIFY(!m_fixture->window().isWindowModified());
}

void TstDragDrop::addsAConsumerToAGroup()
{
    load();
    go("consumersPageAction");
    m_fixture->find<QTableView>("consumersPageTable")->selectRow(0);
    m_fixture->find<QTabWidget>("consumersPageTabs")->setCurrentWidget(form("aclsTab"));
    const QString said = dropRows("aclsTabTable", 0, dragged(u"consumers"_s, u"username"_s, u"bob"_s));
    QCOMPARE(said, u"Add Consumer “bob” to group “admins”"_s);
    const QString bob = id(u"consumers"_s, u"username"_s, u"bob"_s);
    QCOMPARE(config().table(u"acls"_s).rowsWhere(u"consumer"_s, bob).size(), 1);
}

void TstDragDrop::addsAConsumerToANewGroupByMenu()
{
    load();
    go("consumersPageAction");
    m_fixture->find<QTableView>("consumersPageTable")->selectAll();
    m_fixture->find<QAction>("addToGroupAction")->trigger();
    choose(u"testers"_s);
    QCOMPARE(config().table(u"acls"_s).size(), 3);
    go("undoAction");
    QCOMPARE(config().table(u"acls"_s).size(), 1);
}

void TstDragDrop::movesAndCopiesAPluginToAnotherScope()
{
    load();
    const QString plugin = config().rows(u"plugins"_s).first().value("id"_L1).toString();
    go("routesPageAction");
    const DraggedRows rows{u"plugins"_s, {plugin}};
    QCOMPARE(dropRows("routesPageTable", 1, rows, Qt::ControlModifier),
             u"Copy Plugin “request-termination” to route “write”"_s);
    QCOMPARE(config().table(u"plugins"_s).size(), 2);
    go("servicesPageAction");
    QCOMPARE(dropRows("servicesPageTable", 1, rows), u"Move Plugin “request-termination” to service “users”"_s);
    const QJsonObject moved = *config().find(u"plugins"_s, plugin);
    QCOMPARE(foreignId(moved, u"service"_s), id(u"services"_s, u"name"_s, u"users"_s));
    QCOMPARE(foreignId(moved, u"route"_s), QString());
}

void TstDragDrop::changesTheScopeByMenu()
{
    load();
    go("pluginsPageAction");
    m_fixture->find<QTableView>("pluginsPageTable")->selectRow(0);
    m_fixture->find<QAction>("changeScopeAction")->trigger();
    choose(u"everything"_s);
    QCOMPARE(foreignId(config().rows(u"plugins"_s).first(), u"route"_s), QString());
    QVERIFY(!m_fixture->find<QAction>("moveToServiceAction")->isVisible()); // it is for routes
}

void TstDragDrop::refusesWhatAPluginCannotBeBoundTo()
{
    open("_format_version: \"3.0\"\nconsumers: [{username: ann}]\nplugins: [{name: key-auth}]\n");
    go("consumersPageAction");
    const QString plugin = config().rows(u"plugins"_s).first().value("id"_L1).toString();
    QCOMPARE(dropRows("consumersPageTable", 0, {u"plugins"_s, {plugin}}), QString());
    QVERIFY(!m_fixture->window().isWindowModified());
}

void TstDragDrop::carriesRowsAsYaml()
{
    load();
    const std::unique_ptr<QMimeData> data(
        makeMimeData(m_fixture->window().workbench(), dragged(u"routes"_s, u"name"_s, u"write"_s)));
    QVERIFY(data->text().contains(u"name: write"_s));
    QVERIFY(!data->text().contains(u"name: read"_s));
    const std::optional<DraggedRows> read = draggedRows(*data);
    QVERIFY(read);
    QCOMPARE(read->table, u"routes"_s);
}

void TstDragDrop::showsAPageRowsAreDraggedOver()
{
    load();
    go("routesPageAction");
    auto *navigation = m_fixture->find<Navigation>("navigation");
    const std::unique_ptr<QMimeData> data(
        makeMimeData(m_fixture->window().workbench(), dragged(u"routes"_s, u"name"_s, u"write"_s)));
    for (int row = 0; row < navigation->model()->rowCount(); ++row) {
        const QModelIndex index = navigation->model()->index(row, 0);
        if (index.data().toString() == u"Services"_s)
            drop(navigation->viewport(), navigation->visualRect(index).center(), *data);
    }
    QTRY_VERIFY(form("servicesPage")->isVisible());
}

void TstDragDrop::makesAServiceOfAUrl()
{
    load();
    go("servicesPageAction");
    QMimeData data;
    data.setUrls({QUrl(u"https://billing.test:8443/v1"_s)});
    auto *table = m_fixture->find<QTableView>("servicesPageTable");
    QCOMPARE(drop(table->viewport(), {20, 20}, data), u"New service for https://billing.test:8443/v1"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    const auto made = config().table(u"services"_s).findBy(u"name"_s, u"billing"_s);
    QVERIFY(made);
    QCOMPARE(made->value("port"_L1).toInt(), 8443);
    QCOMPARE(made->value("path"_L1).toString(), u"/v1"_s);
}

void TstDragDrop::makesAServiceOfAPastedUrl()
{
    load();
    go("servicesPageAction");
    m_fixture->find<QTableView>("servicesPageTable")->setFocus();
    QGuiApplication::clipboard()->setText(u"http://10.0.0.7:81/"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(form("servicesPageForm")->findChild<QLineEdit *>(u"host"_s)->text(), u"10.0.0.7"_s);
    QCOMPARE(config().table(u"services"_s).size(), 2);
}

void TstDragDrop::dragsAPluginFromTheTabOfARoute()
{
    const QString plugin = selectPluginInTab();
    QCOMPARE(dropRows("routesPageTable", 1, {u"plugins"_s, {plugin}}),
             u"Move Plugin “request-termination” to route “write”"_s);
    QCOMPARE(foreignId(*config().find(u"plugins"_s, plugin), u"route"_s), id(u"routes"_s, u"name"_s, u"write"_s));
    QTRY_COMPARE(rows("effectivePluginsTable"), 0); // the tab shows the other route still
}

void TstDragDrop::copiesAndMovesAPluginByMenuOfTheTab()
{
    const QString plugin = selectPluginInTab();
    m_fixture->find<QAction>("effectivePluginsCopy")->trigger();
    choose(u"route “write”"_s);
    QCOMPARE(config().table(u"plugins"_s).size(), 2);
    QCOMPARE(foreignId(*config().find(u"plugins"_s, plugin), u"route"_s), id(u"routes"_s, u"name"_s, u"read"_s));
    go("undoAction");
    QTRY_COMPARE(rows("effectivePluginsTable"), 1);
    m_fixture->find<QTableView>("effectivePluginsTable")->selectRow(0);
    QTRY_VERIFY(!m_fixture->find<QInputDialog>("placeDialog"));
    m_fixture->find<QAction>("effectivePluginsMove")->trigger();
    choose(u"service “users”"_s);
    QCOMPARE(config().table(u"plugins"_s).size(), 1);
    QCOMPARE(foreignId(*config().find(u"plugins"_s, plugin), u"service"_s), id(u"services"_s, u"name"_s, u"users"_s));
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstDragDrop)
#include "tst_drag_drop.moc"
