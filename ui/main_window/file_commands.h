// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/secret_keeper.h"
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
    FileCommands(Project &project, SecretKeeper &secrets, UiSettings &settings, QWidget *window);

    void newProject();
    void openWithDialog();
    void openFolderWithDialog();

    // A place, see project_files.h.
    void open(const QString &place)
    {
        openThen(place, [] {});
    }

    // `then` when it has been tried.
    void openThen(const QString &place, const std::function<void()> &then);
    // Reads the project's file again.
    void reload();
    void save();
    void saveAs();
    void exportYaml();
    // Calls `proceed` when nothing unsaved is left, or it may be lost.
    void whenSaved(std::function<void()> proceed);

signals:
    void opened();
    void openFailed(const QString &place, const gatehouse::Error &error);
    void reloaded();
    void reloadFailed(const gatehouse::Error &error);
    void message(const QString &text);
    // The secrets of the project have no place; with one, `retry` saves it.
    void placeWanted(const QString &why, const std::function<void()> &retry);

private:
    void openNow(const QString &place, const std::function<void()> &then);
    void finishOpening(const QString &place, const Result<> &result);
    void ask(std::function<void()> proceed);
    void refuse(const Error &error, const std::function<void()> &retry);
    void saveTo(const QString &fileName, const std::function<void()> &then);
    void askFileName(const QString &title, const std::function<void(const QString &)> &chosen);
    void showError(const QString &title, const Error &error);

    Project &m_project;
    SecretKeeper &m_secrets;
    UiSettings &m_settings;
    QWidget *m_window;
};

} // namespace gatehouse
