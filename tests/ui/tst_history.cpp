// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of what has run, by its keys.
#include "tests/support/history_test.h"
#include "ui/history/difference_model.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDirIterator>
#include <QInputDialog>

namespace gatehouse {

class TstHistory : public HistoryTest
{
    Q_OBJECT

private slots:

    void init() { start(); }

    void offersToStartWhileThereIsNothing();
    void showsWhatEachEditChanged();
    void restoresByKeysAndTakesItBack();
    void pinsWithANote();
    void filters();
    void copiesAndExportsWithoutSecrets();
    void showsTheHistoryAgainAfterOpening();
    void namesSecretsThatAreGone();
    void staysWithTheNewest();
    void modelsAreSound();
};

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
