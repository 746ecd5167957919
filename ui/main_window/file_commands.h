// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/project.h"
#include "ui/settings/ui_settings.h"

#include <QObject>

#include <functional>

class QWidget;

namespace gatehouse {

// New, open, save, export: everything that touches the file. Asks before unsaved changes would be lost; no dialog
// blocks the event loop, what was wanted goes on when the question is answered.
// Thread: control. Lives as long as the main window.
class FileCommands : public QObject
{
    Q_OBJECT
public:
    FileCommands(Project &project, UiSettings &settings, QWidget *window);

    void newProject();
    void openWithDialog();
    void open(const QString &fileName);
    void save();
    void saveAs();
    void exportYaml();
    // Calls `proceed` when nothing unsaved is left, or it may be lost.
    void whenSaved(std::function<void()> proceed);

signals:
    void opened();
    void openFailed(const QString &fileName, const gatehouse::Error &error);
    void message(const QString &text);

private:
    void openNow(const QString &fileName);
    void saveTo(const QString &fileName, const std::function<void()> &then);
    void askFileName(const QString &title, const std::function<void(const QString &)> &chosen);
    void showError(const QString &title, const Error &error);

    Project &m_project;
    UiSettings &m_settings;
    QWidget *m_window;
};

} // namespace gatehouse
