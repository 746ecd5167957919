// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Revisions compared with each other, with what runs, with the file and with another gateway; single rows of them.
#include "tests/support/history_test.h"

namespace gatehouse {

class TstHistoryComparison : public HistoryTest
{
    Q_OBJECT

private slots:

    void init() { start(); }

    void takesOneRowFromARevision();
    void takesARowThatWasDeleted();
    void refusesARowThatWouldLeadNowhere();
    void comparesWithWhatRunsAndTheFile();
    void comparesTheTwoThatAreSelected();
    void comparesWithAnotherGateway();
    void takesARowFromTheFile();
};

void TstHistoryComparison::takesOneRowFromARevision()
{
    startWithServices();
    setPath(u"/new"_s);
    go("servicesPageAction");
    m_fixture->find<QTableView>("servicesPageTable")->selectRow(0);
    typeInto(form("servicesPageForm"), "path", u"/v2"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(table().model()->rowCount(), 3);
    showHistory();
    select(2);
    keyInTable(Qt::Key_C);
    QTRY_COMPARE(tree().model()->rowCount(), 2);
    const QModelIndex route =
        tree().model()->index(tree().model()->index(0, 0).data() == u"~ Route orders-route"_s ? 0 : 1, 0);
    tree().setFocus();
    tree().setCurrentIndex(route);
    QTest::keyClick(&tree(), Qt::Key_T);
    QTRY_COMPARE(statusOf("/orders"), 200);
    QCOMPARE(config().rows(u"services"_s).first().value("path"_L1).toString(), u"/v2"_s); // the other one stays
    clickMessage("message.history", u"Undo"_s);
    QTRY_COMPARE(statusOf("/new"), 200);
}

void TstHistoryComparison::takesARowThatWasDeleted()
{
    startWithServices();
    go("routesPageAction");
    auto *routes = m_fixture->find<QTableView>("routesPageTable");
    routes->selectRow(0);
    routes->setFocus();
    press(Qt::Key_Delete);
    QTRY_COMPARE(table().model()->rowCount(), 2);
    QCOMPARE(statusOf("/orders"), 404);
    showHistory();
    select(1);
    keyInTable(Qt::Key_C);
    QTRY_COMPARE(differences().value(0), u"− Route orders-route"_s);
    tree().setFocus();
    tree().setCurrentIndex(tree().model()->index(0, 0));
    QTest::keyClick(&tree(), Qt::Key_T);
    QTRY_COMPARE(statusOf("/orders"), 200);
}

void TstHistoryComparison::refusesARowThatWouldLeadNowhere()
{
    startWithServices();
    const QJsonObject service = config().rows(u"services"_s).first();
    QVERIFY(m_fixture->project().store().remove(
        u"routes"_s, EntityKey::id(config().rows(u"routes"_s).first().value("id"_L1).toString()), Origin::User));
    QVERIFY(m_fixture->project().store().remove(u"services"_s, EntityKey::id(service.value("id"_L1).toString()),
                                                Origin::User));
    QTRY_COMPARE(statusOf("/orders"), 404);
    showHistory();
    select(table().model()->rowCount() - 1);
    keyInTable(Qt::Key_C);
    QTRY_COMPARE(tree().model()->rowCount(), 2);
    const int row = tree().model()->index(0, 0).data().toString().contains(u"Route"_s) ? 0 : 1;
    tree().setCurrentIndex(tree().model()->index(row, 0));
    QTest::keyClick(&tree(), Qt::Key_T);
    QTRY_VERIFY(m_fixture->find<QWidget>("message.history"));
    QVERIFY(config().rows(u"routes"_s).isEmpty());
}

void TstHistoryComparison::comparesWithWhatRunsAndTheFile()
{
    startWithServices();
    setPath(u"/new"_s);
    setPath(u"/newer"_s);
    showHistory();
    select(1);
    const QString number = cell(1, RevisionModel::Number);
    keyInTable(Qt::Key_C);
    compared(u"From %1 to what runs now: Route orders-route: paths +/newer −/new"_s.arg(number));
    keyInTable(Qt::Key_F);
    compared(u"From %1 to kong.yml on disk: Route orders-route: paths +/orders −/new"_s.arg(number));
    keyInTable(Qt::Key_B);
    compared(u"From %1 to %2: Route orders-route: paths +/new −/orders"_s.arg(cell(2, RevisionModel::Number), number));
}

void TstHistoryComparison::comparesTheTwoThatAreSelected()
{
    startWithServices();
    setPath(u"/new"_s);
    setPath(u"/newer"_s);
    showHistory();
    select(0);
    QVERIFY(!m_fixture->find<QAction>("historySelectedAction")->isEnabled());
    QTest::keyClick(&table(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(&table(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(&table(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(m_fixture->find<QAction>("historySelectedAction")->isEnabled());
    keyInTable(Qt::Key_S);
    compared(u"From %1 to r%2: Route orders-route: paths +/newer −/orders"_s.arg(cell(2, RevisionModel::Number))
                 .arg(m_fixture->gateway().revision()));
}

// Which is this one, as its Admin API tells it.
void TstHistoryComparison::comparesWithAnotherGateway()
{
    startWithServices();
    setPath(u"/new"_s);
    showHistory();
    select(1);
    keyInTable(Qt::Key_K);
    auto *address = m_fixture->find<QLineEdit>("kongAddress");
    QVERIFY(address);
    QTest::keyClicks(address, u"ftp://nowhere"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(m_fixture->find<QLabel>("kongState")->text().contains(u"ftp://nowhere"_s));
    address->clear();
    const QString place = u"http://"_s + m_fixture->gateway().adminAddress();
    QTest::keyClicks(address, place);
    QTest::keyClick(address, Qt::Key_Return);
    compared(u"From %1 to what %2 runs: Route orders-route: paths +/new −/orders"_s.arg(cell(1, RevisionModel::Number),
                                                                                        place));
}

void TstHistoryComparison::takesARowFromTheFile()
{
    startWithServices();
    setPath(u"/new"_s);
    showHistory();
    select(0);
    keyInTable(Qt::Key_F);
    QTRY_COMPARE(differences().value(0), u"~ Route orders-route"_s);
    tree().setFocus();
    QTest::keyClick(&tree(), Qt::Key_O);
    QTRY_COMPARE(statusOf("/orders"), 200);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstHistoryComparison)
#include "tst_history_comparison.moc"
