// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/secret_keeper.h"
#include "ui/settings/ui_settings.h"

#include <QObject>

class QAction;
class QTimer;
class QWidget;

namespace gatehouse {

class FileCommands;
class MessageArea;

// What the window says and asks about secrets: that they are being read, which are missing and what can be done about
// it, where they go without a keychain, and the switch that keeps them out of the file. Thread: control. Lives as long
// as the main window.
class SecretCommands : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        FileCommands &files;
        MessageArea &messages;
        UiSettings &settings;
        QWidget *window;
    };

    SecretCommands(Project &project, SecretKeeper &secrets, const Parts &parts);

    // "Keep secrets in the keychain", checked while the project does.
    [[nodiscard]] QAction &keepAction() noexcept { return *m_keep; }

    // "Remove unused secrets…", for the keychain of an opened file.
    [[nodiscard]] QAction &removeUnusedAction() noexcept { return *m_removeUnused; }

    // Asks where secrets go; `then` when they have a place.
    void choosePlace(const std::function<void()> &then);
    // Names the secrets of the opened file that nobody has.
    void tellMissing();

    static constexpr std::chrono::milliseconds patience{300}; // before it is said that secrets are being read

signals:
    void helpRequested(const QString &page);

private:
    void onReading(const QString &fileName);
    void onModified(bool modified);
    void onPlaceWanted(const QString &why, const std::function<void()> &retry);
    void setKeeps(bool keeps);
    void askToRemoveUnused();
    void removeUnused(const QStringList &names);
    void refresh();
    // The file once more, with what is known now.
    void readAgain();

    Project &m_project;
    SecretKeeper &m_secrets;
    Parts m_parts;
    QAction *m_keep;
    QAction *m_removeUnused;
    QTimer *m_slow;
    QString m_reading;     // file
    QStringList m_missing; // what has been told last
};

} // namespace gatehouse
