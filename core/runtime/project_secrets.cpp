// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/project_secrets.h"

#include "core/base/uuid.h"
#include "core/declarative/declarative_loader.h"
#include "core/runtime/project_files.h"
#include "core/secrets/memory_guard.h"

#include <QFile>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// A value that replaces another gets a key of its own: until the file is written, the old one must stay.
QString freeItem(const ProjectSettings &settings, const QString &wanted)
{
    const QStringList used = settings.secrets.values();
    QString item = wanted;
    for (int number = 2; used.contains(item); ++number)
        item = wanted + u'/' + QString::number(number);
    return item;
}

// The item without the number that freeItem() gave it.
QString plainItem(const QString &item)
{
    return item.section(u'/', 0, 1);
}

} // namespace

ProjectSecrets::ProjectSecrets(SecretStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    // What another place holds is not known.
    connect(&store, &SecretStore::backendChanged, this, [this] { m_stored.clear(); });
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
    QMap<QString, QString> nameOfKey;
    for (const QString &name : placeholderNames(textAt(projectFile))) {
        if (settings->secrets.contains(name) && !isKnown(name))
            nameOfKey.insert(settings->keyOf(name), name);
    }
    m_store.readAll(nameOfKey.keys(), [self = QPointer(this), settings = *settings, nameOfKey,
                                       done](const SecretStore::Read &read) {
        if (!self)
            return;
        self->m_settings = settings;
        self->m_stored.clear();
        for (auto value = read.values.begin(); value != read.values.end(); ++value)
            self->m_stored.insert(nameOfKey.value(value.key()), value.value());
        self->m_values = self->m_stored;
        if (!self->m_values.isEmpty())
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

QMap<QString, QString> ProjectSecrets::valuesOf(const PreparedSave &prepared) const
{
    QMap<QString, QString> values = m_values;
    for (auto name = prepared.renamed.begin(); name != prepared.renamed.end(); ++name) {
        if (const auto value = find(name.value()))
            values.insert(name.key(), *value);
    }
    for (const SetAside &secret : prepared.secrets)
        values.insert(secret.name, secret.value);
    return values;
}

Result<ProjectSecrets::Write> ProjectSecrets::plan(const QString &projectFile, const PreparedSave &prepared) const
{
    const Result<ProjectSettings> found = readProjectSettings(projectFile);
    if (!found)
        return found.error();
    Write plan{*found, {}, {}, {}};
    ProjectSettings &settings = plan.settings;
    if (settings.project.isEmpty())
        settings.project = randomUuid();
    settings.keepsSecrets = prepared.place == SecretsIn::Keychain;
    QMap<QString, QString> items;
    for (const SetAside &secret : prepared.secrets)
        items.insert(secret.name, secret.id + u'/' + secret.path.join(u'.'));
    const QMap<QString, QString> values = valuesOf(prepared);
    const QStringList names = placeholderNames(prepared.text);
    for (const QString &name : names) {
        const bool isThere = settings.secrets.contains(name);
        const bool isOurs = settings.project == m_settings.project && m_stored.contains(name);
        if (!values.contains(name) || (isThere && isOurs && m_stored.value(name) == values.value(name)))
            continue; // the environment's, or as it was
        if (isThere)
            plan.replaced << settings.keyOf(name);
        const QString before = isThere ? settings.secrets.value(name) : u"by-name/"_s + name;
        settings.secrets.insert(name, freeItem(settings, items.value(name, plainItem(before))));
        plan.values.insert(name, values.value(name));
        plan.added << settings.keyOf(name);
    }
    return plan;
}

void ProjectSecrets::keep(const QString &projectFile, const PreparedSave &prepared, const Done &done)
{
    const Result<Write> what = plan(projectFile, prepared);
    if (!what) {
        done(what.error());
        return;
    }
    m_step = {};
    const Result<ProjectSettings> before = readProjectSettings(projectFile);
    if (what->values.isEmpty() && before && before->keepsSecrets == what->settings.keepsSecrets) {
        done({});
        return;
    }
    write(projectFile, *what, done);
}

void ProjectSecrets::set(const QString &projectFile, const QMap<QString, QString> &values, const Done &done)
{
    Result<ProjectSettings> settings = readProjectSettings(projectFile);
    if (!settings) {
        done(settings.error());
        return;
    }
    if (settings->project.isEmpty())
        settings->project = randomUuid();
    QStringList added;
    for (const QString &name : values.keys()) {
        if (settings->secrets.contains(name))
            continue;
        settings->secrets.insert(name, u"by-name/"_s + name);
        added << settings->keyOf(name);
    }
    write(projectFile, {*settings, values, added, {}}, done);
}

Result<QStringList> ProjectSecrets::unusedNames(const QString &projectFile)
{
    QStringList names = namesBeside(projectFile);
    const QStringList files = filesAt(folderAt(projectFile)) + filesAt(projectFile);
    for (const QString &each : files) {
        QFile file(each);
        if (file.exists() && !file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Io, tr("Cannot read %1: %2").arg(each, file.errorString())};
        const QStringList asked = placeholderNames(file.isOpen() ? file.readAll() : QByteArray());
        names.removeIf([&asked](const QString &name) { return asked.contains(name); });
    }
    return names;
}

// The store first: names that lead nowhere can be removed once more, secrets without a name could not be found again.
void ProjectSecrets::removeUnused(const QString &projectFile, const QStringList &names, const Done &done)
{
    const Result<QStringList> unused = unusedNames(projectFile);
    const Result<ProjectSettings> settings = readProjectSettings(projectFile);
    if (!unused || !settings) {
        done(unused ? settings.error() : unused.error());
        return;
    }
    QStringList removed = names;
    removed.removeIf([&unused](const QString &name) { return !unused->contains(name); });
    if (removed.isEmpty()) {
        done({});
        return;
    }
    QStringList keys;
    for (const QString &name : std::as_const(removed))
        keys << settings->keyOf(name);
    m_store.removeAll(keys, [self = QPointer(this), projectFile, removed, done](const Result<> &gone) {
        if (self)
            done(gone ? self->forget(projectFile, removed) : gone);
    });
}

Result<> ProjectSecrets::forget(const QString &projectFile, const QStringList &names)
{
    Result<ProjectSettings> settings = readProjectSettings(projectFile);
    if (!settings)
        return settings.error();
    for (const QString &name : names) {
        settings->secrets.remove(name);
        if (settings->project == m_settings.project)
            m_stored.remove(name);
    }
    if (settings->project == m_settings.project)
        m_settings.secrets = settings->secrets;
    return writeProjectSettings(projectFile, *settings);
}

void ProjectSecrets::write(const QString &projectFile, const Write &what, const Done &done)
{
    QMap<QString, QString> byKey;
    for (auto value = what.values.begin(); value != what.values.end(); ++value)
        byKey.insert(what.settings.keyOf(value.key()), value.value());
    m_store.writeAll(byKey, [self = QPointer(this), projectFile, what, done](const Result<> &written) {
        if (!self)
            return;
        const Result<> saved = written ? self->finishWrite(projectFile, what) : written;
        if (!saved)
            self->m_store.removeAll(what.added, [](const Result<> &) {}); // nobody knows of them
        done(saved);
    });
}

Result<> ProjectSecrets::finishWrite(const QString &projectFile, const Write &what)
{
    QFile file(projectSettingsFile(projectFile));
    Step step{projectFile, std::nullopt, m_settings, m_stored, what.added, what.replaced};
    if (file.open(QIODevice::ReadOnly))
        step.settingsText = file.readAll();
    if (const Result<> saved = writeProjectSettings(projectFile, what.settings); !saved)
        return saved;
    // Names of another project mean nothing in this one.
    if (m_settings.project != what.settings.project)
        m_stored.clear();
    m_step = step;
    m_settings = what.settings;
    m_stored.insert(what.values);
    for (auto value = what.values.begin(); value != what.values.end(); ++value) {
        if (!m_values.contains(value.key()))
            m_values.insert(value.key(), value.value());
    }
    if (!what.values.isEmpty())
        guardMemory();
    return {};
}

void ProjectSecrets::settle()
{
    const Step step = std::exchange(m_step, {});
    m_store.removeAll(step.replaced, [](const Result<> &) {}); // what stays behind is of no use to anybody
}

void ProjectSecrets::takeBack()
{
    const Step step = std::exchange(m_step, {});
    if (step.projectFile.isEmpty())
        return;
    const QString name = projectSettingsFile(step.projectFile);
    const bool isBack = step.settingsText ? saveFile(name, *step.settingsText).hasValue() : QFile::remove(name);
    m_settings = step.before;
    m_stored = step.storedBefore;
    if (isBack) // else the settings still lead to them
        m_store.removeAll(step.added, [](const Result<> &) {});
}

} // namespace gatehouse
