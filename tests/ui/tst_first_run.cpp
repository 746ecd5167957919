// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first quarter of an hour with the program, without one mouse event: the sample, a request that is denied and why,
// what lets it in, saving and exporting.
#include "core/demo/sample_requests.h"
#include "tests/support/window_test.h"
#include "ui/main_window/page.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstFirstRun : public WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase();
    void beginsWithTheWelcomePage();
    void startsTheSampleWithEnter();
    void readsWhyARequestWasDenied();
    void letsTheConsumerIn();
    void savesAndExports();
    void movesFromPaneToPaneAndBack();

private:
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    [[nodiscard]] int payAsWebApp();
    [[nodiscard]] QString secretOf(const QString &username, const char *field);
};

void TstFirstRun::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    start();
    QVERIFY(QDir::setCurrent(QFileInfo(m_fixture->file(u"x"_s)).path())); // where the file dialogs begin
}

QString TstFirstRun::secretOf(const QString &username, const char *field)
{
    const Config &config = m_fixture->project().store().config();
    const auto consumer = config.table(u"consumers"_s).findBy(u"username"_s, username);
    return config.table(u"jwt_secrets"_s)
        .rowsWhere(u"consumer"_s, consumer->value(u"id"_s).toString())
        .first()
        .value(QLatin1String(field))
        .toString();
}

int TstFirstRun::payAsWebApp()
{
    const QByteArray token = sampleToken(secretOf(u"web-app"_s, "key"), secretOf(u"web-app"_s, "secret"));
    const quint16 port = ListenAddress::parse(m_fixture->gateway().proxyAddress())->port;
    return RawClient(port)
        .request("GET /payments HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n")
        .status;
}

void TstFirstRun::beginsWithTheWelcomePage()
{
    QVERIFY(m_fixture->find<Page>("welcomePage")->isVisible());
    QCOMPARE(m_fixture->gateway().state(), Gateway::State::Stopped);
}

void TstFirstRun::startsTheSampleWithEnter()
{
    press(Qt::Key_Space); // the focus is on "Start with the sample"
    QCOMPARE(m_fixture->gateway().state(), Gateway::State::Running);
    QTRY_VERIFY(m_fixture->find<QWidget>("message.tour"));
    QVERIFY(!m_fixture->window().isWindowModified());
}

void TstFirstRun::readsWhyARequestWasDenied()
{
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(m_fixture->find<Page>("trafficPage")->isVisible());
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"status=403"_s);
    auto *table = m_fixture->find<QTableView>("trafficTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_W);
    QStringList reasons;
    auto *why = qobject_cast<QTreeView *>(QApplication::focusWidget());
    QVERIFY(why);
    for (int row = 0; row < why->model()->rowCount(); ++row) {
        for (int column = 0; column < why->model()->columnCount(); ++column)
            reasons << why->model()->index(row, column).data().toString();
    }
    QVERIFY2(reasons.join(u' ').contains(u"customers"_s), qUtf8Printable(reasons.join(u'\n')));
}

void TstFirstRun::letsTheConsumerIn()
{
    QCOMPARE(payAsWebApp(), 403);
    press(Qt::Key_6, Qt::ControlModifier);
    auto *table = m_fixture->find<QTableView>("consumersPageTable");
    QCOMPARE(QApplication::focusWidget(), table);
    press(Qt::Key_End, Qt::ControlModifier); // web-app
    press(Qt::Key_Return);                   // into its form
    auto *tabs = m_fixture->find<QTabWidget>("consumersPageTabs");
    while (tabs->currentWidget()->objectName() != u"aclsTab"_s)
        press(Qt::Key_Tab, Qt::ControlModifier);
    tabs->currentWidget()->findChild<QTableView *>()->setFocus();
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    type(u"admins"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(payAsWebApp(), 200);
}

void TstFirstRun::savesAndExports()
{
    press(Qt::Key_S, Qt::ControlModifier);
    const QString saved = m_fixture->file(u"mine.yml"_s);
    enterFileName("saveDialog", u"mine.yml"_s);
    QTRY_VERIFY(QFile::exists(saved));
    QVERIFY(!m_fixture->window().isWindowModified());
    Project other(m_fixture->project().store().registry(), m_fixture->project().store().clock());
    QVERIFY(other.open(saved));
    QCOMPARE(other.store().config().rows(u"routes"_s).size(), 3);

    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_fixture->find<QDialog>("exportDialog");
    QVERIFY(dialog);
    QTest::keyClick(dialog->findChild<QComboBox *>(u"exportSecrets"_s), Qt::Key_Down); // in clear: Kong takes no names
    auto *place = dialog->findChild<QLineEdit *>(u"exportPlace"_s);
    place->selectAll();
    QTest::keyClicks(place, m_fixture->file(u"kong.yml"_s));
    auto *button = dialog->findChild<QPushButton *>(u"exportButton"_s);
    QTRY_VERIFY(button->isEnabled());
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(other.open(m_fixture->file(u"kong.yml"_s)));
    QCOMPARE(other.store().config().rows(u"consumers"_s).size(), 2);
}

void TstFirstRun::movesFromPaneToPaneAndBack()
{
    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    press(Qt::Key_5, Qt::ControlModifier);
    press(Qt::Key_4, Qt::ControlModifier);
    auto *table = m_fixture->find<QTableView>("servicesPageTable");
    QCOMPARE(QApplication::focusWidget(), table);
    press(Qt::Key_F6);
    QVERIFY(QApplication::focusWidget() != table);
    press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), table);
    press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m_fixture->find<Page>("routesPage")->isVisible());
    press(Qt::Key_Right, Qt::AltModifier);
    QVERIFY(m_fixture->find<Page>("servicesPage")->isVisible());
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstFirstRun)
#include "tst_first_run.moc"
