// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows, URLs and files that are dropped, and the commands that do the same by keyboard; against the real store.
#include "core/net/self_signed.h"
#include "tests/support/window_test.h"
#include "ui/dragdrop/dragged_rows.h"
#include "ui/dragdrop/dropped_files.h"
#include "ui/entities/entity_page.h"
#include "ui/main_window/navigation.h"

#include <QClipboard>
#include <QDropEvent>
#include <QInputDialog>
#include <QLabel>
#include <QMimeData>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

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
    void tellsFilesByTheirContent_data();
    void tellsFilesByTheirContent();
    void opensADroppedConfiguration();
    void previewsADroppedDescription();
    void beginsACertificateWithDroppedFiles();

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
    // Enters, moves and lets go; what was said before letting go.
    static QString drop(QWidget *target, const QPoint &at, const QMimeData &data, Qt::KeyboardModifiers keys = {});
    QString dropRows(const char *list, int row, const DraggedRows &rows, Qt::KeyboardModifiers keys = {});
    void choose(const QString &title);
    QString fileWith(const QString &name, const QByteArray &text);
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

QString TstDragDrop::drop(QWidget *target, const QPoint &at, const QMimeData &data, Qt::KeyboardModifiers keys)
{
    const Qt::DropActions actions = Qt::CopyAction | Qt::MoveAction;
    QDragEnterEvent enter(at, actions, &data, Qt::LeftButton, keys);
    QApplication::sendEvent(target, &enter);
    QDragMoveEvent move(at, actions, &data, Qt::LeftButton, keys);
    QApplication::sendEvent(target, &move);
    QString said;
    const QList<QLabel *> labels = target->window()->findChildren<QLabel *>(u"dropLabel"_s);
    for (const QLabel *label : labels) {
        if (label->isVisible())
            said = label->text();
    }
    QDropEvent let(at, actions, &data, Qt::LeftButton, keys);
    QApplication::sendEvent(target, &let);
    return said;
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

QString TstDragDrop::fileWith(const QString &name, const QByteArray &text)
{
    const QString path = m_fixture->file(name);
    if (const Result<> saved = saveFile(path, text); !saved)
        qFatal("%s", qUtf8Printable(saved.error().message));
    return path;
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

void TstDragDrop::tellsFilesByTheirContent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    const Result<net::CertificateAndKey> pair =
        net::makeSelfSigned({{u"a.test"_s}, net::SelfSignedWish::KeyType::EcP256, 1});
    using Kind = DroppedFiles::Kind;
    QTest::newRow("kong.yml") << QByteArray(document) << static_cast<int>(Kind::Configuration);
    QTest::newRow("OpenAPI") << QByteArray("openapi: 3.0.3\ninfo: {title: t, version: v}\npaths: {}\n")
                             << static_cast<int>(Kind::OpenApi);
    QTest::newRow("certificate") << pair->certificate << static_cast<int>(Kind::Certificate);
    QTest::newRow("key") << pair->key << static_cast<int>(Kind::Key);
    QTest::newRow("both in one file") << pair->key + pair->certificate << static_cast<int>(Kind::Certificate);
}

void TstDragDrop::tellsFilesByTheirContent()
{
    QFETCH(const QByteArray, text);
    const DroppedFiles files = lookAtFiles({fileWith(u"any.txt"_s, text)});
    QTEST(static_cast<int>(files.kind), "kind");
}

void TstDragDrop::opensADroppedConfiguration()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(fileWith(u"other.yml"_s, twoServices))});
    QCOMPARE(drop(&m_fixture->window(), {300, 300}, data), u"Open other.yml"_s);
    QCOMPARE(rows("servicesPageTable"), 2);
}

void TstDragDrop::previewsADroppedDescription()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(
        fileWith(u"api.txt"_s, "openapi: 3.0.3\ninfo: {title: Shop, version: v}\nservers: [{url: http://shop.test}]\n"
                               "paths: {/a: {get: {responses: {}}}}\n"))});
    drop(&m_fixture->window(), {300, 300}, data);
    QTRY_VERIFY(m_fixture->find<QTreeWidget>("importRows")->topLevelItemCount() > 0);
    QVERIFY(config().isEmpty());
}

void TstDragDrop::beginsACertificateWithDroppedFiles()
{
    const Result<net::CertificateAndKey> pair =
        net::makeSelfSigned({{u"a.test"_s}, net::SelfSignedWish::KeyType::EcP256, 90});
    QMimeData certificate;
    certificate.setUrls({QUrl::fromLocalFile(fileWith(u"a"_s, pair->certificate))});
    drop(&m_fixture->window(), {300, 300}, certificate);
    QMimeData key;
    key.setUrls({QUrl::fromLocalFile(fileWith(u"b"_s, pair->key))});
    drop(&m_fixture->window(), {300, 300}, key); // into the same new row
    QVERIFY(form("certificatesPageForm")->findChild<QLabel *>(u"key.note"_s)->text().startsWith(u'✓'));
    form("certificatesPageForm")->findChild<QPushButton *>(u"createButton"_s)->click();
    QCOMPARE(rows("certificatesPageTable"), 1);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstDragDrop)
#include "tst_drag_drop.moc"
