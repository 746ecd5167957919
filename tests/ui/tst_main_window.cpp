// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/application_fixture.h"
#include "tests/support/raw_client.h"
#include "tests/support/silent_upstream.h"
#include "ui/main_window/file_commands.h"
#include "ui/main_window/page.h"

#include <QAbstractItemView>
#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTcpServer>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr auto document = R"(_format_version: "3.0"
services:
  - name: orders
    url: http://127.0.0.1:9
    routes:
      - name: orders-route
        paths:
          - /orders
)";

} // namespace

class TstMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void opensAFileAndListsWhatItHolds();
    void namesEveryProblemOfAFileThatCannotBeOpened();
    void startsAndStopsByKeyboard();
    void stopsAtOnceWhenAskedTwice();
    void showsTheSampleAtWork();
    void followsTheAdminApi();
    void savesWhatItOpened();
    void asksBeforeUnsavedChangesAreLost();
    void offersAnotherPortWhenOneIsTaken();
    void switchesPagesByKeyboard();

private:
    static QString write(const ApplicationFixture &fixture, const QByteArray &text);
    static int rows(ApplicationFixture &fixture, const char *table);
};

QString TstMainWindow::write(const ApplicationFixture &fixture, const QByteArray &text)
{
    QFile file(fixture.file(u"kong.yml"_s));
    const bool isOpen = file.open(QIODevice::WriteOnly);
    Q_ASSERT(isOpen);
    file.write(text);
    return file.fileName();
}

int TstMainWindow::rows(ApplicationFixture &fixture, const char *table)
{
    return fixture.find<QAbstractItemView>(table)->model()->rowCount();
}

void TstMainWindow::opensAFileAndListsWhatItHolds()
{
    ApplicationFixture fixture;
    fixture.window().files().open(write(fixture, document));
    QCOMPARE(rows(fixture, "servicesPageTable"), 1);
    QCOMPARE(rows(fixture, "routesPageTable"), 1);
    QVERIFY(fixture.window().windowTitle().startsWith(u"kong.yml"_s));
    QVERIFY(!fixture.window().isWindowModified());
}

void TstMainWindow::namesEveryProblemOfAFileThatCannotBeOpened()
{
    ApplicationFixture fixture;
    fixture.window().files().open(write(fixture, document));
    fixture.window().files().open(write(fixture, "_format_version: \"3.0\"\nservices:\n- name: x\n  port: 70000\n"));
    auto *table = fixture.find<QAbstractItemView>("problemsTable");
    QVERIFY(table->model()->rowCount() >= 2); // no host, and a port beyond the range
    QVERIFY(
        fixture.find<QToolButton>("statusProblems")->text().startsWith(QString::number(table->model()->rowCount())));
    QCOMPARE(rows(fixture, "servicesPageTable"), 1); // the configuration from before is still there
}

void TstMainWindow::startsAndStopsByKeyboard()
{
    ApplicationFixture fixture;
    fixture.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QTest::keyClick(&fixture.window(), Qt::Key_F5);
    QCOMPARE(fixture.gateway().state(), Gateway::State::Running);
    QVERIFY(fixture.find<QToolButton>("statusState")->text().startsWith(u"Running"_s));
    QTest::keyClick(&fixture.window(), Qt::Key_F5, Qt::ShiftModifier);
    QTRY_COMPARE(fixture.gateway().state(), Gateway::State::Stopped);
    QCOMPARE(fixture.find<QToolButton>("statusState")->text(), u"Stopped"_s);
}

void TstMainWindow::stopsAtOnceWhenAskedTwice()
{
    ApplicationFixture fixture;
    const SilentUpstream upstream;
    const QByteArray text = "_format_version: \"3.0\"\nservices:\n- name: slow\n  url: http://127.0.0.1:" +
                            QByteArray::number(upstream.port()) + "\n  routes:\n  - paths: [/]\n";
    QVERIFY(fixture.project().openText(text));
    auto *stop = fixture.find<QAction>("stopAction");
    fixture.find<QAction>("startAction")->trigger();
    QCOMPARE(stop->text().remove(u'&'), u"Stop"_s);
    RawClient client(ListenAddress::parse(fixture.gateway().proxyAddress())->port);
    client.send("GET / HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    QTRY_COMPARE(fixture.gateway().traffic().totals().requests, 1U);
    stop->trigger();
    QCOMPARE(fixture.gateway().state(), Gateway::State::Draining);
    QVERIFY(fixture.find<QToolButton>("statusState")->text().startsWith(u"Stopping: 1 connection"_s));
    QVERIFY(stop->isEnabled());
    QCOMPARE(stop->text().remove(u'&'), u"Stop now"_s);
    stop->trigger();
    QCOMPARE(fixture.gateway().state(), Gateway::State::Stopped);
    QVERIFY(!stop->isEnabled());
    QCOMPARE(stop->text().remove(u'&'), u"Stop"_s);
}

void TstMainWindow::showsTheSampleAtWork()
{
    ApplicationFixture fixture;
    fixture.find<QAction>("sampleAction")->trigger();
    QCOMPARE(fixture.gateway().state(), Gateway::State::Running);
    QCOMPARE(rows(fixture, "consumersPageTable"), 2);
    const quint16 port = ListenAddress::parse(fixture.gateway().proxyAddress())->port;
    QCOMPARE(RawClient(port).request("GET /orders HTTP/1.1\r\nHost: x\r\n\r\n").status, 401);
    // Besides, the sample sends first requests of its own, one at least for each kind of outcome, and tells of them.
    QTRY_VERIFY(fixture.find<QWidget>("message.tour"));
    auto *filter = fixture.find<QLineEdit>("trafficFilter");
    const QList<std::pair<QString, int>> outcomes{
        {u"status=200"_s, 21}, {u"status=401"_s, 2}, {u"status=403"_s, 1}, {u"status=429"_s, 1}};
    for (const auto &[text, least] : outcomes) {
        filter->setText(text);
        QTRY_VERIFY2(rows(fixture, "trafficTable") >= least, qUtf8Printable(text));
    }
}

void TstMainWindow::followsTheAdminApi()
{
    ApplicationFixture fixture;
    fixture.find<QAction>("startAction")->trigger();
    const quint16 port = ListenAddress::parse(fixture.gateway().adminAddress())->port;
    RawClient client(port);
    client.send(
        "POST /services HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 28\r\n\r\n"
        "{\"name\":\"a\",\"host\":\"a.test\"}");
    QTRY_COMPARE(rows(fixture, "servicesPageTable"), 1);
    QVERIFY(fixture.window().isWindowModified());
}

void TstMainWindow::savesWhatItOpened()
{
    ApplicationFixture fixture;
    const QString fileName = write(fixture, document);
    fixture.window().files().open(fileName);
    QVERIFY(fixture.project().store().insert(u"services"_s, {{u"name"_s, u"more"_s}, {u"host"_s, u"m.test"_s}},
                                             Origin::User));
    QVERIFY(fixture.window().isWindowModified());
    fixture.find<QAction>("saveAction")->trigger();
    QVERIFY(!fixture.window().isWindowModified());
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith(QByteArray(document)));
    QVERIFY(text.contains("name: more"));
}

void TstMainWindow::asksBeforeUnsavedChangesAreLost()
{
    ApplicationFixture fixture;
    fixture.window().files().open(write(fixture, document));
    QVERIFY(fixture.project().store().insert(u"services"_s, {{u"name"_s, u"more"_s}, {u"host"_s, u"m.test"_s}},
                                             Origin::User));
    fixture.find<QAction>("newAction")->trigger();
    auto *dialog = fixture.find<QMessageBox>("unsavedDialog");
    QVERIFY(dialog);
    dialog->button(QMessageBox::Cancel)->click();
    QCOMPARE(rows(fixture, "servicesPageTable"), 2);
    fixture.find<QAction>("newAction")->trigger();
    const QList<QMessageBox *> dialogs = fixture.window().findChildren<QMessageBox *>(u"unsavedDialog"_s);
    dialogs.last()->button(QMessageBox::Discard)->click();
    QCOMPARE(rows(fixture, "servicesPageTable"), 0);
    QVERIFY(!fixture.window().isWindowModified());
}

void TstMainWindow::offersAnotherPortWhenOneIsTaken()
{
    ApplicationFixture fixture;
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost, 0));
    fixture.window().gatewayCommands().setSessionPorts(holder.serverPort(), 0);
    fixture.find<QAction>("startAction")->trigger();
    QCOMPARE(fixture.gateway().state(), Gateway::State::Stopped);
    auto *dialog = fixture.find<QMessageBox>("portDialog");
    QVERIFY(dialog);
    QVERIFY(dialog->text().contains(QString::number(holder.serverPort())));
    QVERIFY(dialog->text().contains(QString::number(QCoreApplication::applicationPid()))); // this test holds it
    fixture.find<QPushButton>("useOtherPort")->click();
    QCOMPARE(fixture.gateway().state(), Gateway::State::Running);
}

void TstMainWindow::switchesPagesByKeyboard()
{
    ApplicationFixture fixture;
    fixture.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QTest::keyClick(&fixture.window(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(fixture.find<Page>("trafficPage")->isVisible());
    QTest::keyClick(&fixture.window(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(fixture.find<QLineEdit>("trafficFilter")->hasFocus());
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstMainWindow)
#include "tst_main_window.moc"
