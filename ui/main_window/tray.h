// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/gateway.h"
#include "ui/settings/ui_settings.h"

#include <QMenu>
#include <QSystemTrayIcon>

class QMainWindow;

namespace gatehouse {

// The gateway in the system tray: its state by shape and in words, what one needs of it without the window, and a
// gateway that goes on while the window is closed. There only while the setting wants it and the desktop has a tray.
// Thread: control. What it refers to outlives it.
class Tray : public QObject
{
    Q_OBJECT
public:
    enum class Desktop { HasTray, HasNone };

    // The menu shows actions of the window, which exist already.
    Tray(Gateway &gateway, UiSettings &settings, QMainWindow &window, Desktop desktop);

    [[nodiscard]] static Desktop desktop();

    // Called when the window is about to be closed. True: it is not, as it was hidden or somebody is asked first.
    [[nodiscard]] bool takesOver();

    void showWindow();

    [[nodiscard]] const QMenu &menu() const noexcept { return m_menu; }

    [[nodiscard]] const QSystemTrayIcon &icon() const noexcept { return m_icon; }

signals:
    void quitWanted(); // the answer was to stop the gateway and to quit

private:
    void fillMenu();
    void refresh();
    void hideWindow();
    void ask();
    [[nodiscard]] bool isWanted() const;

    Gateway &m_gateway;
    UiSettings &m_settings;
    QMainWindow &m_window;
    Desktop m_desktop;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace gatehouse
