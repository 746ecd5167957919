// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A gateway made by keyboard: every page against the real store and a real running gateway.
#include "tests/support/application_fixture.h"
#include "tests/support/raw_client.h"
#include "tests/support/recording_upstream.h"
#include "ui/entities/delete_dialog.h"
#include "ui/entities/entity_editor.h"
#include "ui/entities/entity_page.h"
#include "ui/forms/entity_form.h"
#include "ui/main_window/file_commands.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstWorkbench : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void makesAGatewayAndUndoesIt();
    void offersAChoiceWhenSomethingIsStillUsed();
    void undoesADeletionFromItsMessage();
    void duplicatesAndDisablesManyAtOnce();
    void copiesAndPastesBetweenProjects();
    void copiesARouteWithWhatItNeeds();
    void keepsRunningTheLastGoodRevision();
    void gathersEditsAndAppliesThem();
    void jumpsToAProblemAndRepairsIt();
    void loadsAFileThatChangedOnDisk();
    void asksWhenBothHaveChanged();
    void changesNothingByLooking();
    void recoversWhatACrashLeftBehind();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    void typeInto(QWidget *form, const char *field, const QString &text);

    void go(const char *action);

    QWidget *form(const char *name) { return m_fixture->find<QWidget>(name); }

    void createService();
    void createRoute();
    void createConsumer();
    void createPlugin(const QString &name, const QStringList &allow);
    [[nodiscard]] RawResponse request(const QByteArray &fields = {});

    [[nodiscard]] const Config &config() { return m_fixture->project().store().config(); }

    [[nodiscard]] int rows(const char *table) { return m_fixture->find<QTableView>(table)->model()->rowCount(); }

    QString open(const QByteArray &text);
    void clickMessage(const char *key, const QString &button);

    std::unique_ptr<ApplicationFixture> m_fixture;
    std::unique_ptr<RecordingUpstream> m_upstream;
};

constexpr auto emptyDocument = "_format_version: \"3.0\"\n";
constexpr auto twoServices = R"(_format_version: "3.0"
services:
  - name: orders
    url: http://a.test
    routes:
      - name: orders-route
        paths:
          - /orders
  - name: users
    url: http://b.test
)";

void TstWorkbench::init()
{
    m_fixture = std::make_unique<ApplicationFixture>();
    m_upstream = std::make_unique<RecordingUpstream>();
    m_fixture->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
}

void TstWorkbench::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : &m_fixture->window(), static_cast<Qt::Key>(key), modifiers);
}

void TstWorkbench::go(const char *action)
{
    m_fixture->find<QAction>(action)->trigger();
    // Without a window manager nobody gives the window back its activation when a popup has gone.
    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
}

void TstWorkbench::typeInto(QWidget *form, const char *field, const QString &text)
{
    QVERIFY(form);
    auto *line = form->findChild<QLineEdit *>(QLatin1String(field));
    QVERIFY2(line, field);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

QString TstWorkbench::open(const QByteArray &text)
{
    const QString name = m_fixture->file(u"kong.yml"_s);
    if (const Result<> saved = saveFile(name, text); !saved)
        qFatal("%s", qUtf8Printable(saved.error().message));
    m_fixture->window().files().open(name);
    return name;
}

void TstWorkbench::clickMessage(const char *key, const QString &button)
{
    auto *bar = m_fixture->find<QWidget>(key);
    QVERIFY2(bar, key);
    const QList<QPushButton *> buttons = bar->findChildren<QPushButton *>();
    for (QPushButton *each : buttons) {
        if (each->text() == button) {
            each->click();
            return;
        }
    }
    QFAIL(qPrintable(button));
}

void TstWorkbench::createService()
{
    go("servicesPageAction");
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *page = form("servicesPageForm");
    typeInto(page, "name", u"orders"_s);
    typeInto(page, "host", u"127.0.0.1"_s);
    typeInto(page, "port", QString::number(m_upstream->port()));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rows("servicesPageTable"), 1);
}

void TstWorkbench::createRoute()
{
    go("routesPageAction");
    press(Qt::Key_N, Qt::ControlModifier);
    QWidget *page = form("routesPageForm");
    typeInto(page, "name", u"orders-route"_s);
    typeInto(page, "paths", u"/orders"_s);
    auto *service = page->findChild<QComboBox *>(u"service"_s);
    service->setFocus();
    service->lineEdit()->selectAll();
    QTest::keyClicks(service->lineEdit(), u"orders"_s);
    QTest::keyClick(service->completer()->popup(), Qt::Key_Escape);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rows("routesPageTable"), 1);
}

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

RawResponse TstWorkbench::request(const QByteArray &fields)
{
    const quint16 port = ListenAddress::parse(m_fixture->gateway().proxyAddress())->port;
    return RawClient(port).request("GET /orders HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n");
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

void TstWorkbench::keepsRunningTheLastGoodRevision()
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

void TstWorkbench::gathersEditsAndAppliesThem()
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

void TstWorkbench::jumpsToAProblemAndRepairsIt()
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

void TstWorkbench::loadsAFileThatChangedOnDisk()
{
    const QString file = open(emptyDocument);
    QVERIFY(saveFile(file, twoServices));
    QTRY_COMPARE(rows("servicesPageTable"), 2);
    QVERIFY(!m_fixture->window().isWindowModified());
    go("undoAction");
    QCOMPARE(rows("servicesPageTable"), 0);
}

void TstWorkbench::asksWhenBothHaveChanged()
{
    const QString file = open(emptyDocument);
    createService();
    QVERIFY(saveFile(file, twoServices));
    QTRY_VERIFY(m_fixture->find<QWidget>("message.disk"));
    QCOMPARE(rows("servicesPageTable"), 1);
    clickMessage("message.disk", u"Load theirs"_s);
    QCOMPARE(rows("servicesPageTable"), 2);
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

void TstWorkbench::recoversWhatACrashLeftBehind()
{
    const LeftBehind left{m_fixture->file(u"x.journal"_s), {}, QDateTime::currentDateTime(), twoServices};
    m_fixture->window().recover(left);
    QCOMPARE(rows("servicesPageTable"), 2);
    QVERIFY(m_fixture->window().isWindowModified());
    clickMessage("message.recovered", u"Discard"_s);
    QCOMPARE(rows("servicesPageTable"), 0);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstWorkbench)
#include "tst_workbench.moc"
