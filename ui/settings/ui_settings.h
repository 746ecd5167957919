// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace gatehouse {

// What the window remembers between runs. Every key stands once in the table of ui_settings.cpp with its default.
enum class Setting {
    WindowGeometry,
    WindowState,
    Theme, // "system", "light", "dark", "contrast"
    RecentFiles,
    CurrentPage,
    ProxyListen, // "127.0.0.1:8000"
    AdminListen,
    ApplyMode,      // "automatic", "staged"
    ProxyTlsListen, // empty: off
    Workers,        // 0: one per core
    Density,        // "comfortable", "compact"
    TourSeen,
    RecentCommands, // of the command palette, latest first
    ExportTarget,   // "dbless", "deck"
    Language,       // "system", or a code such as "de"
    NextStepsDone,  // the checklist of the overview
    SecretsPlace,   // "keychain", "file": the encrypted one
    SingleLetters,  // whether a letter alone may be a shortcut
    TextScale,      // of traffic and YAML, in percent
    Tray,           // "no", "yes": an icon in the system tray
    TrafficFilters, // kept texts of the traffic filter
    SecretClipboard, // seconds a copied secret stays on the clipboard; 0: it is not taken off
    CloseRunning,   // with the icon and a running gateway, closing the window: "ask", "tray", "quit"
};

// Tells of settings that were changed.
class SettingNotifier : public QObject
{
    Q_OBJECT
signals:
    void changed(gatehouse::Setting setting);
};

// Thread: control. Lives as long as the application; tests give it a file of their own.
class UiSettings
{
public:
    UiSettings();
    explicit UiSettings(const QString &fileName);

    [[nodiscard]] QVariant value(Setting setting) const;
    void setValue(Setting setting, const QVariant &value);

    // Back to the default.
    void reset(Setting setting);

    // "gateway/proxy_listen", as it stands in the file.
    [[nodiscard]] static QString key(Setting setting);

    [[nodiscard]] SettingNotifier &notifier() noexcept { return m_notifier; }

    // State of a view (columns, splitters), by the object name of the widget.
    [[nodiscard]] QByteArray viewState(const QString &objectName) const;
    void setViewState(const QString &objectName, const QByteArray &state);

    // The keys a command has instead of its usual ones, as QKeySequence::PortableText; empty: none.
    [[nodiscard]] std::optional<QString> shortcut(const QString &command) const;
    void setShortcut(const QString &command, const std::optional<QString> &keys);

    // Puts a file first in the list of recent files.
    void addRecentFile(const QString &fileName);

private:
    QSettings m_settings;
    SettingNotifier m_notifier;
};

} // namespace gatehouse
