// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/requests_window.h"
#include "ui/dragdrop/dragged_request.h"
#include "ui/main_window/navigation.h"
#include "ui/main_window/page.h"
#include "ui/traffic/traffic_model.h"

namespace gatehouse {

// The ways that lead to the request tester from elsewhere in the window.
class TstRequestDoors : public RequestsWindow
{
    Q_OBJECT

private slots:

    void init() { begin(); }

    void cleanup() { end(); }

    void triesARoute();
    void sendsAsFromAConsumer();
    void repeatsFromTheTraffic();
    void editsFromTheTraffic();
    void takesADroppedRequest();
    void opensACurlLineFromThePalette();
};

void TstRequestDoors::triesARoute()
{
    openDocument();
    startGateway();
    go("routesPageAction");
    m_fixture->find<QTableView>("routesPageTable")->selectRow(1);
    go("tryRequestAction");
    QVERIFY(m_fixture->find<Page>("requestsPage")->isVisible());
    QCOMPARE(m_fixture->find<QComboBox>("requestMethod")->currentText(), u"POST"_s);
    QCOMPARE(url(), u"/orders"_s);
    go("routesPageAction");
    m_fixture->find<QTableView>("routesPageTable")->selectRow(0);
    m_fixture->find<QPushButton>("routesPageEditorTry")->click();
    QCOMPARE(url(), u"/open"_s);
}

void TstRequestDoors::sendsAsFromAConsumer()
{
    openDocument();
    go("consumersPageAction");
    m_fixture->find<QTableView>("consumersPageTable")->selectRow(1);
    go("sendAsAction");
    QVERIFY(m_fixture->find<Page>("requestsPage")->isVisible());
    QCOMPARE(m_fixture->find<QComboBox>("requestConsumer")->currentText(), u"bob"_s);
}

void TstRequestDoors::repeatsFromTheTraffic()
{
    openDocument();
    startGateway();
    send(u"/orders/7"_s, u"bob"_s);
    go("trafficPageAction");
    QTRY_COMPARE(rows("trafficTable"), 1);
    auto *table = m_fixture->find<QTableView>("trafficTable");
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_R);
    QTRY_COMPARE(rows("trafficTable"), 2);
    QCOMPARE(table->model()->index(1, TrafficModel::Status).data().toString(), u"✗ 403"_s);
    QVERIFY(m_fixture->find<Page>("trafficPage")->isVisible());
}

void TstRequestDoors::editsFromTheTraffic()
{
    openDocument();
    startGateway();
    send(u"/orders/7?a=1"_s, u"bob"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(url(), QString());
    clickMessage("message.requestReplaced", u"Undo"_s);
    QCOMPARE(url(), u"/orders/7?a=1"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    go("trafficPageAction");
    QTRY_COMPARE(rows("trafficTable"), 1);
    m_fixture->find<QTableView>("trafficTable")->selectRow(0);
    m_fixture->find<QAction>("trafficEditAction")->trigger();
    QVERIFY(m_fixture->find<Page>("requestsPage")->isVisible());
    QVERIFY2(url().startsWith(u"/orders/7"_s), qPrintable(url()));
    QCOMPARE(m_fixture->find<QComboBox>("requestConsumer")->currentText(), u"bob"_s);
}

void TstRequestDoors::takesADroppedRequest()
{
    openDocument();
    auto *navigation = m_fixture->find<Navigation>("navigation");
    RequestDraft draft;
    draft.method = u"PATCH"_s;
    draft.url = u"/dropped"_s;
    const std::unique_ptr<QMimeData> data(makeMimeData(draft));
    QModelIndex entry;
    QModelIndex other;
    for (int row = 0; row < navigation->model()->rowCount(); ++row) {
        const QModelIndex index = navigation->model()->index(row, 0);
        if (index.data().toString() == "Requests"_L1)
            entry = index;
        if (index.data().toString() == "Services"_L1)
            other = index;
    }
    go("trafficPageAction");
    drop(navigation->viewport(), navigation->visualRect(other).center(), *data);
    QVERIFY(m_fixture->find<Page>("trafficPage")->isVisible());
    drop(navigation->viewport(), navigation->visualRect(entry).center(), *data);
    QVERIFY(m_fixture->find<Page>("requestsPage")->isVisible());
    QCOMPARE(url(), u"/dropped"_s);
    QCOMPARE(m_fixture->find<QComboBox>("requestMethod")->currentText(), u"PATCH"_s);
}

void TstRequestDoors::opensACurlLineFromThePalette()
{
    openDocument();
    go("overviewPageAction");
    m_fixture->find<QAction>("paletteAction")->trigger();
    auto *palette = m_fixture->find<QDialog>("commandPalette");
    QVERIFY(palette);
    auto *text = palette->findChild<QLineEdit *>();
    QTest::keyClicks(text, u"curl -X DELETE http://localhost:8000/open"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(m_fixture->find<Page>("requestsPage")->isVisible());
    QCOMPARE(url(), u"http://localhost:8000/open"_s);
    QCOMPARE(m_fixture->find<QComboBox>("requestMethod")->currentText(), u"DELETE"_s);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstRequestDoors)
#include "tst_request_doors.moc"
