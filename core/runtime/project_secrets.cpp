// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/project_secrets.h"

#include "core/base/uuid.h"
#include "core/secrets/memory_guard.h"

#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// Two files of one folder may have a credential of the same id.
QString freeItem(const ProjectSettings &settings, const QString &wanted)
{
    const QStringList used = settings.secrets.values();
    return used.contains(wanted) ? randomUuid() + u'/' + wanted.section(u'/', 1) : wanted;
}

} // namespace

ProjectSecrets::ProjectSecrets(SecretStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

std::optional<QString> ProjectSecrets::find(const QString &name) const
{
    const auto value = m_values.constFind(name);
    return value == m_values.constEnd() ? std::nullopt : std::optional(*value);
}

QStringList ProjectSecrets::namesBeside(const QString &projectFile)
{
    const Result<ProjectSettings> settings = readProjectSettings(projectFile);
    return settings ? settings->secrets.keys() : QStringList();
}

void ProjectSecrets::load(const QString &projectFile,
                          const std::function<bool(const QString &)> &isKnown,
                          const Done &done)
{
    const Result<ProjectSettings> settings = readProjectSettings(projectFile);
    if (!settings) {
        done(settings.error());
        return;
    }
    QFile file(projectFile);
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    QMap<QString, QString> nameOfKey;
    for (const QString &name : placeholderNames(text)) {
        if (settings->secrets.contains(name) && !isKnown(name))
            nameOfKey.insert(settings->keyOf(name), name);
    }
    m_store.readAll(nameOfKey.keys(), [this, settings = *settings, nameOfKey, done](const SecretStore::Read &read) {
        m_settings = settings;
        m_values.clear();
        for (auto value = read.values.begin(); value != read.values.end(); ++value)
            m_values.insert(nameOfKey.value(value.key()), value.value());
        if (!m_values.isEmpty())
            guardMemory();
        QStringList names;
        for (const QString &key : read.errors.keys())
            names << nameOfKey.value(key);
        done(names.isEmpty()
                 ? Result<>()
                 : Result<>(Error{ErrorKind::Io,
                                  tr("%1 cannot be read. %2").arg(names.join(u", "_s), read.errors.first().message)}));
    });
}

// A project that is saved in another folder stays the project it is.
Result<ProjectSettings> ProjectSecrets::settingsFor(const QString &projectFile) const
{
    Result<ProjectSettings> settings = readProjectSettings(projectFile);
    if (settings && settings->project.isEmpty())
        settings->project = m_settings.project.isEmpty() ? randomUuid() : m_settings.project;
    return settings;
}

void ProjectSecrets::keep(const QString &projectFile, const PreparedSave &prepared, const Done &done)
{
    Result<ProjectSettings> settings = settingsFor(projectFile);
    if (!settings) {
        done(settings.error());
        return;
    }
    QMap<QString, QString> values = m_values;
    QMap<QString, QString> items = m_settings.secrets;
    for (const SetAside &secret : prepared.secrets) {
        values.insert(secret.name, secret.value);
        items.insert(secret.name, secret.id + u'/' + secret.path.join(u'.'));
    }
    QMap<QString, QString> changed;
    for (const QString &name : placeholderNames(prepared.text)) {
        if (!values.contains(name))
            continue; // the environment's
        const bool isThere = settings->secrets.contains(name) && settings->project == m_settings.project;
        if (!settings->secrets.contains(name))
            settings->secrets.insert(name, freeItem(*settings, items.value(name)));
        if (!isThere || find(name) != values.value(name))
            changed.insert(name, values.value(name));
    }
    settings->keepsSecrets = true;
    write(projectFile, *settings, changed, done);
}

void ProjectSecrets::set(const QString &projectFile, const QMap<QString, QString> &values, const Done &done)
{
    Result<ProjectSettings> settings = settingsFor(projectFile);
    if (!settings) {
        done(settings.error());
        return;
    }
    for (const QString &name : values.keys()) {
        if (!settings->secrets.contains(name))
            settings->secrets.insert(name, u"by-name/"_s + name);
    }
    write(projectFile, *settings, values, done);
}

void ProjectSecrets::write(const QString &projectFile,
                           const ProjectSettings &settings,
                           const QMap<QString, QString> &values,
                           const Done &done)
{
    const bool isNew = settings.secrets != m_settings.secrets || settings.project != m_settings.project;
    if (values.isEmpty() && (!isNew || settings.secrets.isEmpty())) {
        done({});
        return;
    }
    QMap<QString, QString> byKey;
    for (auto value = values.begin(); value != values.end(); ++value)
        byKey.insert(settings.keyOf(value.key()), value.value());
    m_store.writeAll(byKey, [this, projectFile, settings, values, done](const Result<> &written) {
        const Result<> saved = written ? writeProjectSettings(projectFile, settings) : written;
        if (saved) {
            m_settings = settings;
            m_values.insert(values);
            guardMemory();
        }
        done(saved);
    });
}

} // namespace gatehouse
