// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of what has run, by keys, with a gateway that answers.
#include "tests/support/window_test.h"
#include "ui/history/difference_model.h"
#include "ui/history/revision_model.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDirIterator>
#include <QInputDialog>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

namespace gatehouse {

class TstHistory : public WindowTest
{
    Q_OBJECT

private slots:

    void init() { start(); }

    void offersToStartWhileThereIsNothing();
    void showsWhatEachEditChanged();
    void restoresByKeysAndTakesItBack();
    void takesOneRowFromARevision();
    void takesARowThatWasDeleted();
    void refusesARowThatWouldLeadNowhere();
    void comparesWithWhatRunsAndTheFile();
    void comparesTheTwoThatAreSelected();
    void comparesWithAnotherGateway();
    void takesARowFromTheFile();
    void pinsWithANote();
    void filters();
    void copiesAndExportsWithoutSecrets();
    void showsTheHistoryAgainAfterOpening();
    void namesSecretsThatAreGone();
    void staysWithTheNewest();
    void modelsAreSound();

private:
    // Opens two services in front of the upstream and starts.
    void startWithServices();
    // Changes the path of the route that requests take, and waits for its revision.
    void setPath(const QString &path);
    void showHistory();
    // Selects a revision of the list by its row; waits for what it is compared with.
    void select(int row);
    void compared(const QString &title);

    [[nodiscard]] QTableView &table() { return *m_fixture->find<QTableView>("historyTable"); }

    [[nodiscard]] QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }

    [[nodiscard]] QTreeView &tree() { return *m_fixture->find<QTreeView>("historyDifference"); }

    [[nodiscard]] QString title() { return m_fixture->find<QLabel>("historyDifferenceTitle")->text(); }

    // The rows of the tree with their fields, one text each.
    [[nodiscard]] QStringList differences();
    [[nodiscard]] int statusOf(const QByteArray &path);

    void keyInTable(Qt::Key key) { QTest::keyClick(&table(), key); }
};

void TstHistory::startWithServices()
{
    const QByteArray port = QByteArray::number(m_upstream->port());
    open("_format_version: \"3.0\"\nservices:\n  - name: orders\n    host: 127.0.0.1\n    port: " + port +
         "\n    routes:\n      - name: orders-route\n        paths:\n          - /orders\n"
         "consumers:\n  - username: mobile\n    jwt_secrets:\n      - key: k1\n        secret: plain-secret\n");
    press(Qt::Key_F5);
    QTRY_COMPARE(table().model()->rowCount(), 1);
}

void TstHistory::setPath(const QString &path)
{
    const int count = table().model()->rowCount();
    go("routesPageAction");
    m_fixture->find<QTableView>("routesPageTable")->selectRow(0);
    typeInto(form("routesPageForm"), "paths.0", path);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(table().model()->rowCount(), count + 1);
}

void TstHistory::showHistory()
{
    go("historyPageAction");
    table().setFocus();
}

void TstHistory::select(int row)
{
    table().setFocus();
    table().selectionModel()->setCurrentIndex(table().model()->index(row, 0),
                                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTRY_VERIFY(!title().endsWith(u"comparing…"_s));
}

void TstHistory::compared(const QString &expected)
{
    QTRY_COMPARE(title(), expected);
}

QStringList TstHistory::differences()
{
    QStringList texts;
    const QAbstractItemModel &model = *tree().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex parent = model.index(row, 0);
        texts << parent.data().toString();
        for (int field = 0; field < model.rowCount(parent); ++field) {
            texts << u"%1: %2 -> %3"_s.arg(model.index(field, 0, parent).data().toString(),
                                           model.index(field, 1, parent).data().toString(),
                                           model.index(field, 2, parent).data().toString());
        }
    }
    return texts;
}

int TstHistory::statusOf(const QByteArray &path)
{
    const quint16 port = ListenAddress::parse(m_fixture->gateway().proxyAddress())->port;
    return RawClient(port).request("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").status;
}

void TstHistory::offersToStartWhileThereIsNothing()
{
    open(twoServices);
    showHistory();
    auto *button = m_fixture->find<QPushButton>("historyStart");
    QVERIFY(button->isVisible());
    button->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QTRY_VERIFY(table().isVisible());
    QCOMPARE(cell(0, RevisionModel::Summary), u"Load kong.yml"_s);
    QCOMPARE(cell(0, RevisionModel::Who), u"File"_s);
}

void TstHistory::showsWhatEachEditChanged()
{
    startWithServices();
    setPath(u"/new"_s);
    showHistory();
    QCOMPARE(cell(0, RevisionModel::Number), u"r%1, runs"_s.arg(m_fixture->gateway().revision()));
    QCOMPARE(cell(0, RevisionModel::Summary), u"Route orders-route: paths +/new −/orders"_s);
    QCOMPARE(cell(0, RevisionModel::Who), u"You"_s);
    QCOMPARE(cell(0, RevisionModel::Counts), u"~1"_s);
    QTRY_COMPARE(differences(), (QStringList{u"~ Route orders-route"_s, u"paths: /orders -> /new"_s}));
    const QModelIndex time = table().model()->index(0, RevisionModel::Time);
    QVERIFY(time.data(Qt::ToolTipRole).toString().size() > time.data().toString().size());
    QCOMPARE(time.data(Qt::AccessibleTextRole), time.data(Qt::ToolTipRole));
}

void TstHistory::restoresByKeysAndTakesItBack()
{
    startWithServices();
    setPath(u"/new"_s);
    QCOMPARE(statusOf("/orders"), 404);
    showHistory();
    select(0);
    keyInTable(Qt::Key_Down);
    keyInTable(Qt::Key_R);
    QTRY_COMPARE(table().model()->rowCount(), 3);
    QCOMPARE(cell(0, RevisionModel::Who), u"Restore"_s);
    QCOMPARE(statusOf("/orders"), 200);
    QCOMPARE(statusOf("/new"), 404);
    QCOMPARE(config().rows(u"jwt_secrets"_s).first().value("secret"_L1).toString(), u"plain-secret"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(statusOf("/new"), 200);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(statusOf("/orders"), 200);
    clickMessage("message.history", u"Undo"_s);
    QTRY_COMPARE(statusOf("/new"), 200);
}

void TstHistory::takesOneRowFromARevision()
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

void TstHistory::takesARowThatWasDeleted()
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

void TstHistory::refusesARowThatWouldLeadNowhere()
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

void TstHistory::comparesWithWhatRunsAndTheFile()
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

void TstHistory::comparesTheTwoThatAreSelected()
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
void TstHistory::comparesWithAnotherGateway()
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

void TstHistory::takesARowFromTheFile()
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

void TstHistory::pinsWithANote()
{
    startWithServices();
    showHistory();
    select(0);
    keyInTable(Qt::Key_P);
    auto *dialog = m_fixture->find<QInputDialog>("historyPinDialog");
    QVERIFY(dialog);
    auto *line = dialog->findChild<QLineEdit *>();
    QTest::keyClicks(line, u"before the move"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(cell(0, RevisionModel::Note), u"before the move"_s);
    QVERIFY(m_fixture->find<QAction>("historyUnpinAction")->isEnabled());
    showHistory();
    keyInTable(Qt::Key_U);
    QTRY_COMPARE(cell(0, RevisionModel::Note), QString());
}

void TstHistory::filters()
{
    startWithServices();
    setPath(u"/new"_s);
    showHistory();
    press(Qt::Key_F, Qt::ControlModifier);
    auto *filter = m_fixture->find<QLineEdit>("historyFilter");
    QCOMPARE(QApplication::focusWidget(), filter);
    QTest::keyClicks(filter, u"LOAD"_s);
    QCOMPARE(table().model()->rowCount(), 1);
    QCOMPARE(cell(0, RevisionModel::Summary), u"Load kong.yml"_s);
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(table().model()->rowCount(), 2);
}

void TstHistory::copiesAndExportsWithoutSecrets()
{
    startWithServices();
    showHistory();
    select(0);
    QGuiApplication::clipboard()->clear();
    press(Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"name: orders"_s));
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(uR"(${{ env "DECK_JWT_SECRETS_K1_SECRET" }})"_s));
    QVERIFY(!text.contains(u"plain-secret"_s));
    keyInTable(Qt::Key_E);
    m_fixture->find<QFileDialog>("historyExportDialog")->setDirectory(QFileInfo(m_fixture->file(u"x"_s)).path());
    enterFileName("historyExportDialog", u"old.yml"_s);
    QTRY_VERIFY(QFile::exists(m_fixture->file(u"old.yml"_s)));
    QFile exported(m_fixture->file(u"old.yml"_s));
    QVERIFY(exported.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(exported.readAll()), text);
}

void TstHistory::showsTheHistoryAgainAfterOpening()
{
    startWithServices();
    setPath(u"/new"_s);
    const quint64 number = m_fixture->gateway().revision();
    const QString name = m_fixture->project().fileName();
    QVERIFY(m_fixture->project().save());
    m_fixture->gateway().stopNow();
    go("newAction");
    QTRY_COMPARE(table().model()->rowCount(), 0);
    m_fixture->window().files().open(name);
    QTRY_COMPARE(table().model()->rowCount(), 2);
    QCOMPARE(cell(0, RevisionModel::Number), u"r%1"_s.arg(number));
    QDirIterator files(m_fixture->file(u"history"_s), QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("plain-secret"));
        ++count;
    }
    QCOMPARE(count, 2);
}

void TstHistory::namesSecretsThatAreGone()
{
    startWithServices();
    QVERIFY(m_fixture->project().store().remove(u"consumers"_s, {u"username"_s, u"mobile"_s}, Origin::User));
    QTRY_COMPARE(table().model()->rowCount(), 2);
    const quint64 running = m_fixture->gateway().revision();
    showHistory();
    select(1);
    keyInTable(Qt::Key_R);
    QTRY_VERIFY(m_fixture->find<QWidget>("message.missing"));
    QVERIFY(m_fixture->find<QWidget>("message.missing")
                ->findChild<QLabel *>(u"messageText"_s)
                ->text()
                .contains(u"DECK_JWT_SECRETS_K1_SECRET"_s));
    QTRY_VERIFY(m_fixture->find<QWidget>("message.rejected"));
    QCOMPARE(m_fixture->gateway().revision(), running);
    const QString id = config().rows(u"jwt_secrets"_s).first().value("id"_L1).toString();
    QVERIFY(m_fixture->project().store().update(u"jwt_secrets"_s, EntityKey::id(id), {{u"secret"_s, u"new"_s}},
                                                Origin::User));
    QTRY_COMPARE(m_fixture->gateway().revision(), running + 1);
}

void TstHistory::staysWithTheNewest()
{
    startWithServices();
    showHistory();
    select(0);
    setPath(u"/new"_s);
    QCOMPARE(table().currentIndex().row(), 0);
    select(1);
    setPath(u"/newer"_s);
    QCOMPARE(table().currentIndex().row(), 2);
}

void TstHistory::modelsAreSound()
{
    DifferenceModel difference;
    const QAbstractItemModelTester tree(&difference, QAbstractItemModelTester::FailureReportingMode::QtTest);
    difference.show({{RowChange::Kind::Changed, u"services"_s, u"1"_s, u"Service a"_s, {{u"host"_s, u"a"_s, u"b"_s}}},
                     {RowChange::Kind::Added, u"services"_s, u"2"_s, u"Service b"_s, {}}});
    QCOMPARE(difference.rowCount(), 2);
    const QModelIndex field = difference.index(0, 0, difference.index(0, 0));
    QCOMPARE(difference.change(field)->title, u"Service a"_s);
    QCOMPARE(difference.parent(field), difference.index(0, 0));

    const QAbstractItemModelTester list(table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    startWithServices();
    setPath(u"/new"_s);
    QCOMPARE(table().model()->rowCount(), 2);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstHistory)
#include "tst_history.moc"
