// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/project.h"

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
        if (origin != Origin::File)
            setModified(true);
    });
}

Result<> Project::open(const QString &fileName)
{
    const DeclarativeLoader loader(m_registry, m_clock);
    const Result<OpenedFile> opened = loader.openFile(fileName, processEnvironment());
    if (!opened)
        return opened.error();
    adopt(*opened, QFileInfo(fileName).absoluteFilePath());
    return {};
}

Result<> Project::openText(const QByteArray &text)
{
    const DeclarativeLoader loader(m_registry, m_clock);
    const Result<OpenedFile> opened = loader.open(text, processEnvironment());
    if (!opened)
        return opened.error();
    adopt(*opened, {});
    return {};
}

void Project::adopt(const OpenedFile &file, const QString &fileName)
{
    m_kept = file.kept;
    m_warnings = file.warnings;
    m_fileName = fileName;
    m_hash = file.hash;
    m_store.replace(file.config, Origin::File, tr("Open %1").arg(QFileInfo(fileName).fileName()));
    setModified(false);
    emit fileChanged();
}

void Project::clear()
{
    adopt(OpenedFile{Config(m_registry), {}, {}, emptyConfigurationHash()}, {});
}

Result<> Project::saveAs(const QString &fileName)
{
    if (const Result<> saved = saveFile(fileName, yaml()); !saved)
        return saved.error();
    m_fileName = QFileInfo(fileName).absoluteFilePath();
    setModified(false);
    emit fileChanged();
    return {};
}

QByteArray Project::yaml(const WriteOptions &options) const
{
    return writeYaml(m_registry, m_store.config(), m_kept, options);
}

void Project::setModified(bool modified)
{
    if (m_modified == modified)
        return;
    m_modified = modified;
    emit modifiedChanged(modified);
}

} // namespace gatehouse
