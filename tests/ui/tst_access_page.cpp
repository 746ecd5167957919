// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who can call what: seen, understood, changed and taken back by the keys of the page.
#include "tests/support/access_window.h"
#include "ui/access/access_model.h"

#include <QAccessible>
#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QSignalSpy>

namespace gatehouse {

class TstAccessPage : public AccessWindowTest
{
    Q_OBJECT

private slots:

    void init() { startWithAccess(); }

    void letsAConsumerInByAGroupAndBack();
    void saysWhoElseAWayLetsIn();
    void saysInASentenceWhatACellMeans();
    void goesRoundTheRulesOfAGroupBySpace();
    void narrowsByNamesAndLeadsBack();
    void showsOnlyWhatIsNotAppliedYet();
    void showsOnlyWhatIsNotSaved();
    void showsEverythingWhenThereIsNoFile();
    void goesOnWithTabInTheOrderOfTheEye();
    void exportsWhatItShows();
    void beginsTheCredentialThatIsMissing();
    void opensThePluginThatDecides();
    void showsTheTrafficOfThePair();
    void leadsOutOfAnEmptyConfiguration();
    void keepsItsCellWhenOthersChange();
    void putsNamesOnEndWhereThereIsNoRoom();
    void saysThatItShowsAPartOfMany();
};

void TstAccessPage::letsAConsumerInByAGroupAndBack()
{
    go("startAction");
    QTRY_COMPARE(m_fixture->gateway().state(), Gateway::State::Running);
    const QByteArray key = "apikey: mobile\r\n";
    QCOMPARE(request(key).status, 403);
    showMatrix();
    goTo(table(), u"mobile-app"_s, u"orders"_s);
    QCOMPARE(wordsOf(u"mobile-app"_s, u"orders"_s), u"✗ denied"_s);

    press(Qt::Key_Return);
    auto *ways = m_fixture->find<QComboBox>("accessWays");
    QCOMPARE(QApplication::focusWidget(), ways);
    QCOMPARE(ways->currentText(), u"Add mobile-app to group writers"_s);
    QTRY_COMPARE(text("accessPreview"), u"Also gets in: reports (mobile-app)"_s);
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), m_fixture->find<QPushButton>("accessDoIt"));
    press(Qt::Key_Space);
    QTRY_COMPARE(wordsOf(u"mobile-app"_s, u"orders"_s), u"✓ allowed"_s);
    QTRY_COMPARE(request(key).status, 200);
    QCOMPARE(cell(table(), u"mobile-app"_s, u"Groups"_s).data().toString(), u"readers, writers"_s);
    QCOMPARE(m_fixture->window().workbench().history().stack().undoText(), u"Add mobile-app to group writers"_s);

    go("undoAction");
    QVERIFY(table()->isVisible()); // what was undone is seen here
    QTRY_COMPARE(wordsOf(u"mobile-app"_s, u"orders"_s), u"✗ denied"_s);
    QTRY_COMPARE(request(key).status, 403);
}

void TstAccessPage::saysWhoElseAWayLetsIn()
{
    showMatrix();
    goTo(table(), u"mobile-app"_s, u"orders"_s);
    press(Qt::Key_Return);
    auto *ways = m_fixture->find<QComboBox>("accessWays");
    press(Qt::Key_End);
    QCOMPARE(ways->currentText(), u"Add group readers to the allow list of the acl of route orders"_s);
    QTRY_COMPARE(text("accessPreview"), u"Also gets in: orders (beta-tester)"_s);
    press(Qt::Key_Up);
    QCOMPARE(ways->currentText(), u"Add mobile-app to group admins"_s);
    QTRY_COMPARE(text("accessPreview"), u"Nobody else gets in."_s);
}

void TstAccessPage::saysInASentenceWhatACellMeans()
{
    showMatrix();
    goTo(table(), u"mobile-app"_s, u"orders"_s);
    const QString sentence = u"mobile-app, orders: denied, needs group writers or admins"_s;
    QCOMPARE(text("accessSentence"), sentence);
    QCOMPARE(table()->currentIndex().data(Qt::AccessibleTextRole).toString(), sentence);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(table());
    QVERIFY(interface && interface->tableInterface());
    const QModelIndex index = table()->currentIndex();
    QAccessibleInterface *told = interface->tableInterface()->cellAt(index.row(), index.column());
    QVERIFY(told);
    QCOMPARE(told->text(QAccessible::Name), sentence);
    goTo(table(), u"nightly-job"_s, u"orders"_s);
    QCOMPARE(text("accessSentence"), u"nightly-job, orders: would be allowed but has no credential for key-auth"_s);
    goTo(table(), u"(anonymous)"_s, u"orders"_s);
    QCOMPARE(text("accessSentence"), u"(anonymous), orders: denied, presents no credential for key-auth"_s);
    goTo(table(), u"(anonymous)"_s, u"health"_s);
    QCOMPARE(text("accessSentence"), u"(anonymous), health: public, no plugin asks who calls"_s);
    QCOMPARE(cell(table(), u"can call"_s, u"orders"_s).data().toString(), u"1 of 4"_s);
    QCOMPARE(cell(table(), u"can call"_s, u"health"_s).data().toString(), u"all"_s);
}

void TstAccessPage::goesRoundTheRulesOfAGroupBySpace()
{
    showGroups();
    const auto rule = [this](const QString &route) { return cell(groups(), u"writers"_s, route).data().toString(); };
    QVERIFY(text("accessLegend").endsWith(u"Space: next rule"_s));
    goTo(groups(), u"writers"_s, u"orders"_s);
    QTRY_COMPARE(text("accessPreview"), u"No longer gets in: orders (backoffice)"_s);
    press(Qt::Key_Space);
    QTRY_COMPARE(rule(u"orders"_s), u"– not named"_s);
    press(Qt::Key_Space);
    QTRY_COMPARE(rule(u"orders"_s), u"✓ allow"_s);
    // The only one on its list.
    goTo(groups(), u"writers"_s, u"reports"_s);
    press(Qt::Key_Space);
    QTRY_COMPARE(rule(u"reports"_s), u"✗ deny"_s);
    go("undoAction");
    QTRY_COMPARE(rule(u"reports"_s), u"✓ allow"_s);
    // No acl runs there: nothing to change.
    goTo(groups(), u"writers"_s, u"health"_s);
    const int steps = m_fixture->window().workbench().history().stack().index();
    press(Qt::Key_Space);
    QCOMPARE(m_fixture->window().workbench().history().stack().index(), steps);
}

void TstAccessPage::narrowsByNamesAndLeadsBack()
{
    showMatrix();
    go("filterAction");
    auto *filter = m_fixture->find<QLineEdit>("accessFilter");
    QCOMPARE(QApplication::focusWidget(), filter);
    QTest::keyClicks(filter, u"MOBILE orders"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 3); // and nobody, and the count
    QCOMPARE(table()->model()->columnCount(), 1 + AccessModel::textColumns);
    QCOMPARE(text("accessCount"), u"Consumers: 1; routes: 1"_s);
    QTest::keyClicks(filter, u" zzz"_s);
    QTRY_COMPARE(text("accessEmpty"), u"No name has what the filter asks for."_s);
    auto *step = m_fixture->find<QPushButton>("accessEmptyStep");
    QVERIFY(step->isVisible());
    step->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY(table()->isVisible());
    QCOMPARE(table()->model()->rowCount(), 6);
}

void TstAccessPage::showsOnlyWhatIsNotAppliedYet()
{
    auto *mode = m_fixture->find<QComboBox>("applyMode");
    mode->setCurrentIndex(1);
    go("startAction");
    QTRY_COMPARE(m_fixture->gateway().state(), Gateway::State::Running);
    showMatrix();
    m_fixture->find<QComboBox>("accessCompare")->setCurrentIndex(1);
    QTRY_COMPARE(text("accessEmpty"), u"Nothing differs: the same consumers can call the same routes."_s);
    const auto mobile = config().table(u"consumers"_s).findBy(u"username"_s, u"mobile-app"_s);
    QVERIFY(m_fixture->project().store().insert(
        u"acls"_s, {{u"group"_s, u"admins"_s}, {u"consumer"_s, QJsonObject{{u"id"_s, mobile->value("id"_L1)}}}},
        Origin::User));
    QTRY_VERIFY(table()->isVisible());
    QCOMPARE(table()->model()->rowCount(), 2); // and the count
    QCOMPARE(table()->model()->columnCount(), 1 + AccessModel::textColumns);
    QTRY_COMPARE(text("accessSentence"), u"mobile-app, orders: allowed, by key-auth, acl (before: denied)"_s);
    go("applyAction");
    QTRY_VERIFY(!table()->isVisible());
}

void TstAccessPage::showsOnlyWhatIsNotSaved()
{
    showMatrix();
    m_fixture->find<QComboBox>("accessCompare")->setCurrentIndex(2);
    QTRY_COMPARE(text("accessEmpty"), u"Nothing differs: the same consumers can call the same routes."_s);
    const auto acl = config().table(u"acls"_s).rows().first();
    QVERIFY(m_fixture->project().store().update(u"acls"_s, EntityKey::id(acl.value("id"_L1).toString()),
                                                {{u"group"_s, u"writers"_s}}, Origin::User));
    QTRY_VERIFY(table()->isVisible());
    QCOMPARE(table()->model()->columnCount(), 2 + AccessModel::textColumns);
    go("saveAction");
    QTRY_VERIFY(!table()->isVisible());
}

void TstAccessPage::showsEverythingWhenThereIsNoFile()
{
    QVERIFY(m_fixture->project().openText(twoServices));
    showMatrix();
    m_fixture->find<QComboBox>("accessCompare")->setCurrentIndex(2);
    QTRY_COMPARE(text("accessSentence"),
                 u"(anonymous), orders-route: public, no plugin asks who calls (before: no data)"_s);
}

void TstAccessPage::goesOnWithTabInTheOrderOfTheEye()
{
    showMatrix();
    goTo(table(), u"mobile-app"_s, u"orders"_s);
    m_fixture->find<QLineEdit>("accessFilter")->setFocus();
    QStringList names;
    for (int i = 0; i < 8; ++i) {
        press(Qt::Key_Tab);
        names << QApplication::focusWidget()->objectName();
    }
    QCOMPARE(names, (QStringList{u"accessExport"_s, u"accessRows"_s, u"accessCompare"_s, u"accessTable"_s,
                                 u"accessOpenPluginButton"_s, u"accessOpenConsumerButton"_s,
                                 u"accessShowTrafficButton"_s, u"accessWays"_s}));
}

void TstAccessPage::exportsWhatItShows()
{
    showMatrix();
    m_fixture->find<QAction>("accessCopyCsv")->trigger();
    const QString csv = QGuiApplication::clipboard()->text();
    QCOMPARE(csv.section(u'\n', 0, 0).trimmed(), u"Consumer,Groups,health,orders,reports"_s);
    QCOMPARE(csv.section(u'\n', 1, 1).trimmed(), u"mobile-app,readers,○ public,✗ denied,✗ denied"_s);
    m_fixture->find<QAction>("accessCopyMarkdown")->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"| Consumer | Groups | health | orders | reports |\n"_s));
    m_fixture->find<QAction>("accessSave")->trigger();
    const QString name = m_fixture->file(u"audit.csv"_s);
    m_fixture->find<QFileDialog>("accessSaveDialog")->setDirectory(QFileInfo(name).absolutePath());
    enterFileName("accessSaveDialog", u"audit.csv"_s);
    QFile file(name);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), csv);
}

void TstAccessPage::beginsTheCredentialThatIsMissing()
{
    showMatrix();
    goTo(table(), u"nightly-job"_s, u"orders"_s);
    auto *add = m_fixture->find<QAction>("accessAddCredential");
    QVERIFY(add->isVisible());
    QCOMPARE(add->text(), u"Add a credential for key-auth"_s);
    QVERIFY(table()->actions().contains(add));
    add->trigger();
    QWidget *draft = form("consumersPage")->findChild<QWidget *>(u"jwt_secretsTabForm"_s);
    QVERIFY(draft && draft->isVisible());
    typeInto(draft, "key", u"nightly"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    go("accessPageAction");
    QTRY_COMPARE(wordsOf(u"nightly-job"_s, u"orders"_s), u"✓ allowed"_s);
}

void TstAccessPage::opensThePluginThatDecides()
{
    showMatrix();
    goTo(table(), u"mobile-app"_s, u"reports"_s);
    m_fixture->find<QAction>("accessOpenPlugin")->trigger();
    QVERIFY(form("pluginsPage")->isVisible());
    const QModelIndex current = m_fixture->find<QTableView>("pluginsPageTable")->currentIndex();
    QCOMPARE(current.siblingAtColumn(0).data().toString(), u"acl"_s);
}

void TstAccessPage::showsTheTrafficOfThePair()
{
    showMatrix();
    goTo(table(), u"mobile-app"_s, u"orders"_s);
    m_fixture->find<QAction>("accessShowTraffic")->trigger();
    QVERIFY(form("trafficPage")->isVisible());
    QCOMPARE(m_fixture->find<QLineEdit>("trafficFilter")->text(), u"route=orders consumer=mobile-app"_s);
}

void TstAccessPage::leadsOutOfAnEmptyConfiguration()
{
    open(emptyDocument);
    go("accessPageAction");
    QTRY_VERIFY(m_fixture->find<QPushButton>("accessEmptyStep")->isVisible());
    QCOMPARE(QApplication::focusWidget(), m_fixture->find<QPushButton>("accessEmptyStep"));
    press(Qt::Key_Space);
    QVERIFY(form("routesPageForm")->isVisible());
}

void TstAccessPage::keepsItsCellWhenOthersChange()
{
    showMatrix();
    goTo(table(), u"beta-tester"_s, u"reports"_s);
    const auto mobile = config().table(u"consumers"_s).findBy(u"username"_s, u"mobile-app"_s);
    QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
    QVERIFY(m_fixture->project().store().remove(u"consumers"_s, EntityKey::id(mobile->value("id"_L1).toString()),
                                                Origin::User));
    QTRY_COMPARE(reset.count(), 1);
    QCOMPARE(table()->currentIndex(), cell(table(), u"beta-tester"_s, u"reports"_s));
    // A row that decides nothing asks for no new answer.
    QVERIFY(m_fixture->project().store().insert(u"upstreams"_s, {{u"name"_s, u"u"_s}}, Origin::User));
    QCOMPARE(table()->model()->rowCount(), 5);
}

void TstAccessPage::putsNamesOnEndWhereThereIsNoRoom()
{
    showMatrix();
    const int height = table()->horizontalHeader()->height();
    const int width = table()->columnWidth(1);
    addRoutes(60);
    QTRY_COMPARE(table()->model()->columnCount(), 63 + AccessModel::textColumns);
    QTRY_VERIFY(table()->horizontalHeader()->height() > 2 * height);
    QVERIFY(table()->columnWidth(1) < width / 2);
    m_fixture->find<QLineEdit>("accessFilter")->setText(u"orders"_s);
    QTRY_COMPARE(table()->horizontalHeader()->height(), height);
}

void TstAccessPage::saysThatItShowsAPartOfMany()
{
    addRoutes(500);
    showMatrix();
    QTRY_COMPARE(text("accessCount"), u"Consumers: 4; routes: 400 of 503. Filter to see others."_s);
    m_fixture->find<QLineEdit>("accessFilter")->setText(u"route-499"_s);
    QTRY_COMPARE(text("accessCount"), u"Consumers: 4; routes: 1"_s);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstAccessPage)

#include "tst_access_page.moc"
