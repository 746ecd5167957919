// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ui_settings.h"

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Row {
    Setting setting;
    const char *key;
    QVariant defaultValue;
};

const Row &rowOf(Setting setting)
{
    static const std::array<Row, 23> rows{{
        {Setting::WindowGeometry, "window/geometry", {}},
        {Setting::WindowState, "window/state", {}},
        {Setting::Theme, "appearance/theme", u"system"_s},
        {Setting::RecentFiles, "files/recent", QStringList()},
        {Setting::CurrentPage, "window/page", u"overviewPage"_s},
        {Setting::ProxyListen, "gateway/proxy_listen", u"127.0.0.1:8000"_s},
        {Setting::AdminListen, "gateway/admin_listen", u"127.0.0.1:8001"_s},
        {Setting::ApplyMode, "gateway/apply_mode", u"automatic"_s},
        {Setting::ProxyTlsListen, "gateway/proxy_tls_listen", QString()},
        {Setting::Workers, "gateway/workers", 0},
        {Setting::Density, "appearance/density", u"comfortable"_s},
        {Setting::TourSeen, "window/tour_seen", false},
        {Setting::RecentCommands, "palette/recent", QStringList()},
        {Setting::ExportTarget, "files/export_target", u"dbless"_s},
        {Setting::Language, "appearance/language", u"system"_s},
        {Setting::NextStepsDone, "window/next_steps_done", false},
        {Setting::SecretsPlace, "secrets/place", u"keychain"_s},
        {Setting::SingleLetters, "keyboard/single_letters", true},
        {Setting::TextScale, "appearance/text_scale", 100},
        {Setting::Tray, "window/tray", u"no"_s},
        {Setting::TrafficFilters, "traffic/filters", QStringList()},
        {Setting::SecretClipboard, "secrets/clipboard_seconds", 60},
        {Setting::CloseRunning, "window/close_running", u"ask"_s},
    }};
    return rows[static_cast<std::size_t>(setting)];
}

} // namespace

UiSettings::UiSettings()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, u"gatehouse"_s, u"config"_s)
{
}

UiSettings::UiSettings(const QString &fileName)
    : m_settings(fileName, QSettings::IniFormat)
{
}

QVariant UiSettings::value(Setting setting) const
{
    const Row &row = rowOf(setting);
    return m_settings.value(QLatin1String(row.key), row.defaultValue);
}

void UiSettings::setValue(Setting setting, const QVariant &value)
{
    if (this->value(setting) == value)
        return;
    m_settings.setValue(QLatin1String(rowOf(setting).key), value);
    emit m_notifier.changed(setting);
}

void UiSettings::reset(Setting setting)
{
    setValue(setting, rowOf(setting).defaultValue);
}

QString UiSettings::key(Setting setting)
{
    return QLatin1String(rowOf(setting).key);
}

QByteArray UiSettings::viewState(const QString &objectName) const
{
    return m_settings.value(u"views/"_s + objectName).toByteArray();
}

void UiSettings::setViewState(const QString &objectName, const QByteArray &state)
{
    m_settings.setValue(u"views/"_s + objectName, state);
}

std::optional<QString> UiSettings::shortcut(const QString &command) const
{
    const QString key = u"shortcuts/"_s + command;
    return m_settings.contains(key) ? std::optional(m_settings.value(key).toString()) : std::nullopt;
}

void UiSettings::setShortcut(const QString &command, const std::optional<QString> &keys)
{
    const QString key = u"shortcuts/"_s + command;
    if (keys)
        m_settings.setValue(key, *keys);
    else
        m_settings.remove(key);
}

void UiSettings::addRecentFile(const QString &fileName)
{
    static constexpr qsizetype kept = 8;
    QStringList files = value(Setting::RecentFiles).toStringList();
    files.removeAll(fileName);
    files.prepend(fileName);
    setValue(Setting::RecentFiles, QStringList(files.mid(0, kept)));
}

} // namespace gatehouse
