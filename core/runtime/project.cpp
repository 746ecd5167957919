// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/project.h"

#include "core/declarative/known_rows.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gatehouse {

Project::Project(const SchemaRegistry &registry, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_clock(clock)
    , m_store(registry, clock)
    , m_hash(emptyConfigurationHash())
{
    connect(&m_store, &ConfigStore::changed, this, [this](const Change &, Origin origin) {
        ++m_edit;
        if (origin != Origin::File && origin != Origin::Open)
            setModified(true);
    });
    connect(&m_watch, &FileWatch::changed, this, &Project::changedOnDisk);
}

Result<> Project::open(const QString &fileName)
{
    const DeclarativeLoader loader(m_registry, m_clock);
    const Result<OpenedFile> opened = loader.openFile(fileName, m_environment);
    if (!opened)
        return opened.error();
    adopt(*opened, QFileInfo(fileName).absoluteFilePath(), Origin::Open);
    return {};
}

Result<> Project::reload()
{
    const DeclarativeLoader loader(m_registry, m_clock);
    const Result<OpenedFile> opened = loader.openFile(m_fileName, m_environment);
    if (!opened)
        return opened.error();
    adopt(*opened, m_fileName, Origin::File);
    return {};
}

Result<Config> Project::readFile() const
{
    const Result<OpenedFile> opened = DeclarativeLoader(m_registry, m_clock).openFile(m_fileName, m_environment);
    if (!opened)
        return opened.error();
    return opened->config;
}

Result<> Project::replaceByText(const QByteArray &text, Origin origin, const QString &step)
{
    const DeclarativeLoader loader(m_registry, m_clock);
    const Result<OpenedFile> opened = loader.open(text, m_environment);
    if (!opened)
        return opened.error();
    replaceBy(*opened, origin, step);
    return {};
}

QList<RowPlace> Project::replaceBy(const OpenedFile &read, Origin origin, const QString &step)
{
    const OpenedFile file = withKnownRows(m_registry, m_store.config(), read, WrittenIds::Stay);
    m_kept = file.kept;
    m_names = SecretNames(m_kept);
    m_warnings = file.warnings;
    m_store.replace(file.config, origin, step);
    emit fileChanged();
    return file.places;
}

Result<> Project::openText(const QByteArray &text)
{
    const DeclarativeLoader loader(m_registry, m_clock);
    const Result<OpenedFile> opened = loader.open(text, m_environment);
    if (!opened)
        return opened.error();
    adopt(*opened, {}, Origin::Open);
    return {};
}

void Project::adopt(const OpenedFile &file, const QString &fileName, Origin origin)
{
    m_kept = file.kept;
    m_names = SecretNames(m_kept);
    m_warnings = file.warnings;
    m_fileName = fileName;
    m_hash = file.hash;
    m_watch.watch(fileName);
    m_store.replace(file.config, origin, tr("Load %1").arg(QFileInfo(fileName).fileName()));
    setModified(false);
    emit fileChanged();
}

void Project::clear()
{
    OpenedFile empty;
    empty.config = Config(m_registry);
    empty.hash = emptyConfigurationHash();
    adopt(empty, {}, Origin::Open);
}

Result<> Project::saveAs(const QString &fileName)
{
    const PreparedSave prepared = prepareSave({});
    if (!prepared.secrets.isEmpty())
        return Error{ErrorKind::Internal, tr("The secrets must be kept before the file can be written without them.")};
    return finishSave(fileName, prepared);
}

PreparedSave Project::prepareSave(const QStringList &taken)
{
    m_names.avoid(taken);
    SecretPlaceholders secrets(m_names, m_store.config());
    WriteOptions options;
    options.secrets = m_secretsIn == SecretsIn::Keychain ? &secrets : nullptr;
    const QByteArray text = writeYaml(m_registry, m_store.config(), m_kept, options);
    return {text, secrets.setAside(), m_edit};
}

Result<> Project::finishSave(const QString &fileName, const PreparedSave &prepared)
{
    if (const Result<> saved = saveFile(fileName, prepared.text); !saved)
        return saved.error();
    m_fileName = QFileInfo(fileName).absoluteFilePath();
    m_watch.watch(m_fileName);
    // Somebody may have gone on editing while the secrets were put away.
    setModified(prepared.edit != m_edit);
    emit fileChanged();
    return {};
}

QByteArray Project::yaml(const WriteOptions &options) const
{
    return textMaker(options)();
}

std::function<QByteArray()> Project::textMaker(const WriteOptions &options) const
{
    return [&registry = m_registry, config = m_store.config(), kept = m_kept, names = m_names, place = m_secretsIn,
            options]() mutable {
        SecretPlaceholders secrets(names, config);
        WriteOptions all = options;
        all.secrets = place == SecretsIn::Keychain ? &secrets : nullptr;
        return writeYaml(registry, config, kept, all);
    };
}

void Project::setModified(bool modified)
{
    if (m_modified == modified)
        return;
    m_modified = modified;
    emit modifiedChanged(modified);
}

} // namespace gatehouse
