// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/application.h"
#include "ui/main_window/gateway_commands.h"

#include <QApplication>
#include <QTemporaryDir>

#include <algorithm>

namespace gatehouse {

// The whole desktop program with settings of its own and free ports. The window is made, not shown.
class ApplicationFixture
{
public:
    // With the keychain of the person who runs the tests left alone, unless a test has brought its own.
    ApplicationFixture()
        : m_isolated(qEnvironmentVariableIsSet("GATEHOUSE_SECRETS_BACKEND") ||
                     qputenv("GATEHOUSE_SECRETS_BACKEND", "none"))
        , m_application(m_folder.filePath(QStringLiteral("settings.ini")))
    {
        m_application.window().gatewayCommands().setSessionPorts(0, 0);
    }

    ~ApplicationFixture() { m_application.gateway().stopNow(); }

    [[nodiscard]] Application &application() { return m_application; }

    [[nodiscard]] MainWindow &window() { return m_application.window(); }

    [[nodiscard]] Gateway &gateway() { return m_application.gateway(); }

    [[nodiscard]] Project &project() { return m_application.project(); }

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    // A window that stands beside the main one, such as the help; null: it is not open.
    [[nodiscard]] static QWidget *findWindow(const char *objectName)
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        const auto found = std::find_if(windows.begin(), windows.end(), [objectName](const QWidget *window) {
            return window->objectName() == QLatin1String(objectName) && window->isVisible();
        });
        return found == windows.end() ? nullptr : *found;
    }

    template <class Widget>
    [[nodiscard]] Widget *find(const char *objectName)
    {
        return window().findChild<Widget *>(QLatin1String(objectName));
    }

private:
    bool m_isolated;
    QTemporaryDir m_folder;
    Application m_application;
};

} // namespace gatehouse
