// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/tray.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QCheckBox>
#include <QGuiApplication>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

Tray::Tray(Gateway &gateway, UiSettings &settings, QMainWindow &window, Desktop desktop)
    : QObject(&window)
    , m_gateway(gateway)
    , m_settings(settings)
    , m_window(window)
    , m_desktop(desktop)
{
    fillMenu();
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            showWindow();
    });
    for (const auto signal : {&Gateway::started, &Gateway::draining, &Gateway::stopped})
        connect(&gateway, signal, this, &Tray::refresh);
    connect(&gateway, &Gateway::published, this, &Tray::refresh);
    connect(&settings.notifier(), &SettingNotifier::changed, this, [this](Setting setting) {
        if (setting == Setting::Tray)
            refresh();
    });
    refresh();
}

Tray::Desktop Tray::desktop()
{
    return QSystemTrayIcon::isSystemTrayAvailable() ? Desktop::HasTray : Desktop::HasNone;
}

void Tray::fillMenu()
{
    QAction *open = m_menu.addAction(tr("&Open Gatehouse"));
    open->setObjectName(u"trayOpen"_s);
    connect(open, &QAction::triggered, this, &Tray::showWindow);
    m_menu.addSeparator();
    for (const QString &name : {u"startAction"_s, u"stopAction"_s, u"copyProxyAction"_s}) {
        if (auto *action = m_window.findChild<QAction *>(name))
            m_menu.addAction(action);
    }
    m_menu.addSeparator();
    if (auto *quit = m_window.findChild<QAction *>(u"quitAction"_s))
        m_menu.addAction(quit);
}

bool Tray::isWanted() const
{
    return m_desktop == Desktop::HasTray && m_settings.value(Setting::Tray).toString() == "yes"_L1;
}

void Tray::refresh()
{
    const Gateway::State state = m_gateway.state();
    const bool isRunning = state == Gateway::State::Running;
    const bool isStopped = state == Gateway::State::Stopped;
    m_icon.setIcon(themedIcon(isRunning ? u"start"_s : isStopped ? u"stop"_s : u"problems"_s));
    m_icon.setToolTip(isRunning
                          ? tr("Gatehouse: running r%1 on %2").arg(m_gateway.revision()).arg(m_gateway.proxyAddress())
                      : isStopped ? tr("Gatehouse: stopped")
                                  : tr("Gatehouse: finishing requests"));
    m_icon.setVisible(isWanted());
}

void Tray::showWindow()
{
    QGuiApplication::setQuitOnLastWindowClosed(true);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

// A dialog that is closed meanwhile is not the last window.
void Tray::hideWindow()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_window.hide();
}

bool Tray::takesOver()
{
    if (!isWanted() || m_gateway.state() != Gateway::State::Running)
        return false;
    const QString answer = m_settings.value(Setting::CloseRunning).toString();
    if (answer == "quit"_L1)
        return false;
    if (answer == "tray"_L1)
        hideWindow();
    else
        ask();
    return true;
}

void Tray::ask()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Gatehouse"), tr("The gateway is running."),
                                QMessageBox::Cancel, &m_window);
    box->setObjectName(u"closeRunning"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("It can go on without the window. The icon in the system tray opens it again."));
    QPushButton *stay = box->addButton(tr("&Keep running"), QMessageBox::AcceptRole);
    stay->setObjectName(u"closeRunningKeep"_s);
    QPushButton *quit = box->addButton(tr("&Stop and quit"), QMessageBox::DestructiveRole);
    quit->setObjectName(u"closeRunningQuit"_s);
    box->setDefaultButton(stay);
    auto *remember = new QCheckBox(tr("&Do this from now on"), box);
    remember->setObjectName(u"closeRunningRemember"_s);
    box->setCheckBox(remember);
    connect(stay, &QPushButton::clicked, this, [this, remember] {
        if (remember->isChecked())
            m_settings.setValue(Setting::CloseRunning, u"tray"_s);
        hideWindow();
    });
    connect(quit, &QPushButton::clicked, this, [this, remember] {
        if (remember->isChecked())
            m_settings.setValue(Setting::CloseRunning, u"quit"_s);
        emit quitWanted();
    });
    box->open();
}

} // namespace gatehouse
