// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/application_fixture.h"
#include "ui/main_window/tray.h"

#include <QAction>
#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstTray : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isNotThereUnlessWanted();
    void saysWhatTheGatewayDoes();
    void asksOnceWhatClosingMeans();
    void keepsTheGatewayRunningFromThenOn();
    void stopsAndQuitsWhenTold();
    void letsAStoppedGatewayClose();

private:
    void start();

    [[nodiscard]] UiSettings &settings() { return m_fixture->window().workbench().settings(); }

    // The last question; the ones before are gone.
    [[nodiscard]] QMessageBox *question() { return m_fixture->find<QMessageBox>("closeRunning"); }

    std::unique_ptr<ApplicationFixture> m_fixture;
    std::unique_ptr<Tray> m_tray; // of a desktop that has one, unlike that of the tests
};

void TstTray::init()
{
    m_fixture = std::make_unique<ApplicationFixture>();
    m_fixture->window().show();
    settings().setValue(Setting::Tray, u"yes"_s);
    m_tray = std::make_unique<Tray>(m_fixture->gateway(), settings(), m_fixture->window(), Tray::Desktop::HasTray);
}

void TstTray::cleanup()
{
    m_tray.reset();
    m_fixture.reset();
    QGuiApplication::setQuitOnLastWindowClosed(true);
}

void TstTray::start()
{
    m_fixture->find<QAction>("startAction")->trigger();
    QTRY_COMPARE(m_fixture->gateway().state(), Gateway::State::Running);
}

void TstTray::isNotThereUnlessWanted()
{
    QVERIFY(m_tray->icon().isVisible());
    settings().setValue(Setting::Tray, u"no"_s);
    QVERIFY(!m_tray->icon().isVisible());
    start();
    QVERIFY(!m_tray->takesOver());
    settings().setValue(Setting::Tray, u"yes"_s);
    const Tray none(m_fixture->gateway(), settings(), m_fixture->window(), Tray::Desktop::HasNone);
    QVERIFY(!none.icon().isVisible());
}

void TstTray::saysWhatTheGatewayDoes()
{
    QCOMPARE(m_tray->icon().toolTip(), u"Gatehouse: stopped"_s);
    const qint64 stopped = m_tray->icon().icon().cacheKey();
    start();
    QVERIFY(m_tray->icon().toolTip().contains(m_fixture->gateway().proxyAddress()));
    QVERIFY(m_tray->icon().icon().cacheKey() != stopped);
    QStringList names;
    for (const QAction *action : m_tray->menu().actions())
        names << action->objectName();
    for (const QString &name :
         {u"trayOpen"_s, u"startAction"_s, u"stopAction"_s, u"copyProxyAction"_s, u"quitAction"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
}

void TstTray::asksOnceWhatClosingMeans()
{
    start();
    QVERIFY(m_tray->takesOver());
    QVERIFY(question());
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QVERIFY(m_fixture->window().isVisible());
    QCOMPARE(settings().value(Setting::CloseRunning).toString(), u"ask"_s);
}

void TstTray::keepsTheGatewayRunningFromThenOn()
{
    start();
    QVERIFY(m_tray->takesOver());
    question()->findChild<QCheckBox *>(u"closeRunningRemember"_s)->setChecked(true);
    QTest::keyClick(question()->findChild<QPushButton *>(u"closeRunningKeep"_s), Qt::Key_Space);
    QVERIFY(!m_fixture->window().isVisible());
    QCOMPARE(m_fixture->gateway().state(), Gateway::State::Running);
    m_tray->showWindow();
    QVERIFY(m_fixture->window().isVisible());
    QTRY_VERIFY(!question());
    QVERIFY(m_tray->takesOver());
    QVERIFY(!question());
    QVERIFY(!m_fixture->window().isVisible());
}

void TstTray::stopsAndQuitsWhenTold()
{
    start();
    QSignalSpy quit(m_tray.get(), &Tray::quitWanted);
    QVERIFY(m_tray->takesOver());
    QTest::keyClick(question()->findChild<QPushButton *>(u"closeRunningQuit"_s), Qt::Key_Space);
    QCOMPARE(quit.size(), 1);
}

void TstTray::letsAStoppedGatewayClose()
{
    QVERIFY(!m_tray->takesOver());
    QVERIFY(!question());
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstTray)
#include "tst_tray.moc"
