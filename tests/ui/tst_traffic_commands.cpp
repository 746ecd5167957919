// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/application_fixture.h"
#include "tests/support/gateway_fixture.h"
#include "ui/traffic/traffic_model.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

// The traffic list narrowed, marked and left by keys, over requests that a running gateway served.
class TstTrafficCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void offersFieldsAndTheirValues();
    void keepsTheFilterWhileTheTextIsWrong();
    void narrowsToWhatACellShows();
    void narrowsByControlAndClick();
    void flags();
    void keepsFilters();
    void choosesColumns();
    void copiesACurlLine();
    void opensWhatTheRequestMet();
    void createsARouteForAnUnknownPath();
    void comesFromARowOfTheConfiguration();

private:
    void get(const char *path);
    [[nodiscard]] QString cell(int row, TrafficModel::Column column) const;
    void select(int row, TrafficModel::Column column);
    void trigger(const QString &name);

    std::unique_ptr<ApplicationFixture> m_fixture;
    std::unique_ptr<RecordingUpstream> m_upstream;
    QTableView *m_table = nullptr;
    QLineEdit *m_filter = nullptr;
};

void TstTrafficCommands::init()
{
    m_upstream = std::make_unique<RecordingUpstream>();
    m_fixture = std::make_unique<ApplicationFixture>();
    const QByteArray document = GatewayFixture::oneRoute(*m_upstream) +
                                "- name: closed\n  url: http://127.0.0.1:9\n"
                                "  routes:\n  - name: closed\n    paths: [/closed]\n"
                                "    plugins:\n    - {name: key-auth}\n";
    QVERIFY(m_fixture->project().openText(document));
    GatewaySettings settings;
    settings.proxy.port = 0;
    settings.admin.port = 0;
    settings.workers = 1;
    QVERIFY(m_fixture->gateway().start(settings));
    m_fixture->window().show();
    m_fixture->window().activateWindow();
    m_fixture->window().showPage(u"trafficPage"_s);
    m_table = m_fixture->find<QTableView>("trafficTable");
    m_filter = m_fixture->find<QLineEdit>("trafficFilter");
    get("/r/1");
    get("/r/2");
    get("/closed");
    get("/nothing");
    QTRY_COMPARE(m_table->model()->rowCount(), 4);
}

void TstTrafficCommands::cleanup()
{
    QTest::keyClick(m_table, Qt::Key_Home); // without Ctrl and Shift, which would still be held
    m_fixture.reset();
    m_upstream.reset();
}

void TstTrafficCommands::get(const char *path)
{
    RawClient(ListenAddress::parse(m_fixture->gateway().proxyAddress())->port)
        .request(QByteArray("GET ") + path + " HTTP/1.1\r\nHost: gw.test\r\n\r\n");
}

QString TstTrafficCommands::cell(int row, TrafficModel::Column column) const
{
    return m_table->model()->index(row, column).data().toString();
}

void TstTrafficCommands::select(int row, TrafficModel::Column column)
{
    m_table->setFocus();
    m_table->setCurrentIndex(m_table->model()->index(row, column));
}

void TstTrafficCommands::trigger(const QString &name)
{
    QAction *action = m_table->findChild<QAction *>(name);
    QVERIFY2(action, qPrintable(name));
    QVERIFY2(m_table->actions().contains(action), qPrintable(name)); // the context menu has it
    QVERIFY2(action->isEnabled(), qPrintable(name));
    action->trigger();
}

void TstTrafficCommands::offersFieldsAndTheirValues()
{
    m_filter->setFocus();
    QTest::keyClicks(m_filter, u"rou"_s);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *popup = qobject_cast<QListView *>(QApplication::activePopupWidget());
    QVERIFY(popup);
    QCOMPARE(popup->objectName(), u"trafficFilterCompletions"_s);
    QCOMPARE(popup->model()->rowCount(), 1);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(m_filter->text(), u"route:"_s);
    QTest::keyClicks(m_filter, u"cl"_s);
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(popup->model()->index(0, 0).data().toString(), u"route:closed"_s);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(m_filter->text(), u"route:closed"_s);
    QTRY_COMPARE(m_table->model()->rowCount(), 1);
    QTest::keyClick(m_filter, Qt::Key_Escape);
    QCOMPARE(m_filter->text(), QString());
    QCOMPARE(m_table->model()->rowCount(), 4);
}

void TstTrafficCommands::keepsTheFilterWhileTheTextIsWrong()
{
    auto *problem = m_fixture->find<QLabel>("trafficFilterProblem");
    m_filter->setText(u"status=404"_s);
    QCOMPARE(m_table->model()->rowCount(), 1);
    QVERIFY(!problem->isVisible());
    m_filter->setText(u"status=404 or ("_s);
    QVERIFY(problem->isVisible());
    QCOMPARE(m_filter->accessibleDescription(), problem->text());
    QCOMPARE(m_table->model()->rowCount(), 1);
    m_filter->setText(u"status=404 or (status=401)"_s);
    QVERIFY(!problem->isVisible());
    QCOMPARE(m_table->model()->rowCount(), 2);
}

void TstTrafficCommands::narrowsToWhatACellShows()
{
    select(2, TrafficModel::Status);
    QTest::keyClick(m_table, Qt::Key_X);
    QCOMPARE(m_filter->text(), u"status!=401"_s);
    QCOMPARE(m_table->model()->rowCount(), 3);
    select(0, TrafficModel::By);
    QTest::keyClick(m_table, Qt::Key_O);
    QCOMPARE(m_filter->text(), u"status!=401 by=upstream"_s);
    QCOMPARE(m_table->model()->rowCount(), 2);
    m_filter->setText(u"status=401 or status=200"_s);
    select(2, TrafficModel::Time);
    QVERIFY(!m_table->findChild<QAction *>(u"trafficOnlyAction"_s)->isEnabled());
    trigger(u"trafficOnlyRouteAction"_s);
    QCOMPARE(m_filter->text(), u"(status=401 or status=200) route=closed"_s);
    QCOMPARE(m_table->model()->rowCount(), 1);
    select(0, TrafficModel::Path);
    QVERIFY(!m_table->findChild<QAction *>(u"trafficOnlyConsumerAction"_s)->isEnabled());
    trigger(u"trafficOnlyClientAction"_s);
    QVERIFY(m_filter->text().endsWith(u" client=127.0.0.1"_s));
    QCOMPARE(m_table->model()->rowCount(), 1);
}

void TstTrafficCommands::narrowsByControlAndClick()
{
    const QModelIndex index = m_table->model()->index(3, TrafficModel::By);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ControlModifier, m_table->visualRect(index).center());
    QCOMPARE(m_filter->text(), u"by=router"_s);
    QCOMPARE(m_table->model()->rowCount(), 1);
}

void TstTrafficCommands::flags()
{
    select(1, TrafficModel::Path);
    QTest::keyClick(m_table, Qt::Key_2);
    QCOMPARE(cell(1, TrafficModel::Flag), u"⚑ 2"_s);
    m_filter->setText(u"flag>0"_s);
    QCOMPARE(m_table->model()->rowCount(), 1);
    QCOMPARE(cell(0, TrafficModel::Path), u"/r/2"_s);
    select(0, TrafficModel::Path);
    QTest::keyClick(m_table, Qt::Key_0);
    QCOMPARE(cell(0, TrafficModel::Flag), QString()); // it stays in sight until the filter is read again
    m_filter->setText(u"flag>1"_s);
    QCOMPARE(m_table->model()->rowCount(), 0);
}

void TstTrafficCommands::keepsFilters()
{
    auto *button = m_fixture->find<QToolButton>("trafficKeptFilters");
    QMenu *menu = button->menu();
    const auto fill = [menu] { return QMetaObject::invokeMethod(menu, "aboutToShow"); };
    m_filter->setText(u"by=key-auth"_s);
    QVERIFY(fill());
    menu->findChild<QAction *>(u"trafficKeepFilterAction"_s)->trigger();
    m_filter->clear();
    QVERIFY(fill());
    QCOMPARE(menu->actions().first()->text(), u"by=key-auth"_s);
    QVERIFY(!menu->findChild<QAction *>(u"trafficKeepFilterAction"_s)->isEnabled());
    menu->actions().first()->trigger();
    QCOMPARE(m_filter->text(), u"by=key-auth"_s);
    QCOMPARE(m_table->model()->rowCount(), 1);
    QVERIFY(fill());
    menu->findChild<QAction *>(u"trafficKeepFilterAction"_s)->trigger();
    QVERIFY(fill());
    QCOMPARE(menu->actions().size(), 2); // a line and the command
}

void TstTrafficCommands::choosesColumns()
{
    QVERIFY(m_table->isColumnHidden(TrafficModel::Size));
    const QList<QAction *> columns = m_table->horizontalHeader()->actions();
    QCOMPARE(columns.size(), int(TrafficModel::columns));
    columns[TrafficModel::Size]->trigger();
    QVERIFY(!m_table->isColumnHidden(TrafficModel::Size));
    QVERIFY(!columns[TrafficModel::Path]->isEnabled());
}

void TstTrafficCommands::copiesACurlLine()
{
    select(1, TrafficModel::Path);
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"curl -i 'http://%1/r/2'"_s.arg(m_fixture->gateway().proxyAddress()));
}

void TstTrafficCommands::opensWhatTheRequestMet()
{
    select(2, TrafficModel::Path);
    trigger(u"trafficOpenPluginAction"_s);
    QVERIFY(m_fixture->find<QWidget>("pluginsPage")->isVisible());
    m_fixture->window().showPage(u"trafficPage"_s);
    select(2, TrafficModel::Path);
    trigger(u"trafficOpenRouteAction"_s);
    QVERIFY(m_fixture->find<QWidget>("routesPage")->isVisible());
}

void TstTrafficCommands::createsARouteForAnUnknownPath()
{
    select(2, TrafficModel::Path);
    QVERIFY(!m_table->findChild<QAction *>(u"trafficNewRouteAction"_s)->isEnabled());
    select(3, TrafficModel::Path);
    trigger(u"trafficNewRouteAction"_s);
    QVERIFY(m_fixture->find<QWidget>("routesPage")->isVisible());
    const auto texts = m_fixture->find<QWidget>("routesPage")->findChildren<QLineEdit *>();
    const bool hasPath =
        std::any_of(texts.begin(), texts.end(), [](const QLineEdit *edit) { return edit->text() == "/nothing"_L1; });
    QVERIFY(hasPath);
}

void TstTrafficCommands::comesFromARowOfTheConfiguration()
{
    m_fixture->window().showPage(u"routesPage"_s);
    auto *routes = m_fixture->find<QTableView>("routesPageTable");
    routes->selectRow(1);
    auto *show = m_fixture->find<QAction>("showTrafficAction");
    QVERIFY(routes->actions().contains(show));
    show->trigger();
    QCOMPARE(m_filter->text(), u"route=closed"_s);
    QVERIFY(m_table->isVisible());
    QCOMPARE(m_table->model()->rowCount(), 1);
    m_fixture->window().showPage(u"upstreamsPage"_s);
    QVERIFY(!show->isVisible()); // requests do not name upstreams
    m_fixture->window().showPage(u"routesPage"_s);
    routes->selectRow(0);
    m_fixture->find<QAction>("attachPluginAction")->trigger();
    QTRY_VERIFY(ApplicationFixture::findWindow("pluginGallery"));
    QVERIFY(m_fixture->find<QWidget>("pluginsPage")->isVisible());
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstTrafficCommands)
#include "tst_traffic_commands.moc"
