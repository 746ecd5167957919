// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/project.h"

#include "core/declarative/known_rows.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// What a save is made from.
struct SaveSource {
    const SchemaRegistry &registry;
    Config config;
    Kept kept;
    SecretNames names;
    PlaceholderChanges changes;
    SecretsIn place;
    UnresolvedSecrets unresolved;
};

// A secret nobody knows stays a name; what stands in for it is nobody's secret.
PreparedSave makeSave(SaveSource source, WriteOptions options)
{
    const auto plain =
        source.place == SecretsIn::Keychain ? SecretPlaceholders::Plain::SetAside : SecretPlaceholders::Plain::Leave;
    SecretPlaceholders secrets(source.names, source.config, source.changes, plain);
    options.secrets = &secrets;
    PreparedSave prepared;
    prepared.text = writeYaml(source.registry, source.config, source.kept, options);
    prepared.secrets = secrets.setAside();
    prepared.secrets.removeIf([&source](const SetAside &each) { return source.unresolved.contains(each.value); });
    prepared.renamed = secrets.renamed();
    prepared.names = source.names;
    prepared.anew = source.changes.anew;
    prepared.place = source.place;
    return prepared;
}

} // namespace

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
    const Result<OpenedFile> opened = loader.openFile(fileName, environment());
    if (!opened)
        return opened.error();
    adopt(*opened, QFileInfo(fileName).absoluteFilePath(), Origin::Open);
    return {};
}

Result<> Project::reload()
{
    const DeclarativeLoader loader(m_registry, m_clock);
    const Result<OpenedFile> opened = loader.openFile(m_fileName, environment());
    if (!opened)
        return opened.error();
    adopt(*opened, m_fileName, Origin::File);
    return {};
}

Result<Config> Project::readFile() const
{
    const Result<OpenedFile> opened = DeclarativeLoader(m_registry, m_clock).openFile(m_fileName, environment());
    if (!opened)
        return opened.error();
    return opened->config;
}

Result<> Project::replaceByText(const QByteArray &text, Origin origin, const QString &step)
{
    const DeclarativeLoader loader(m_registry, m_clock);
    const Result<OpenedFile> opened = loader.open(text, environment());
    if (!opened)
        return opened.error();
    replaceBy(*opened, origin, step);
    return {};
}

QList<RowPlace> Project::replaceBy(const OpenedFile &read, Origin origin, const QString &step)
{
    const OpenedFile file = withKnownRows(m_registry, m_store.config(), read, WrittenIds::Stay);
    m_kept = file.kept;
    m_names.learn(m_kept);
    m_names.forget(m_anew);
    m_unresolved.add(m_kept, m_environment);
    m_warnings = file.warnings;
    m_store.replace(file.config, origin, step);
    emit fileChanged();
    return file.places;
}

Result<> Project::openText(const QByteArray &text)
{
    const DeclarativeLoader loader(m_registry, m_clock);
    const Result<OpenedFile> opened = loader.open(text, environment());
    if (!opened)
        return opened.error();
    adopt(*opened, {}, Origin::Open);
    return {};
}

void Project::adopt(const OpenedFile &file, const QString &fileName, Origin origin)
{
    m_kept = file.kept;
    m_names = SecretNames(m_kept);
    m_anew.clear();
    m_unresolved = {};
    m_unresolved.add(m_kept, m_environment);
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

Environment Project::environment() const
{
    return m_missing == Missing::StandIn ? withStandIns(m_environment) : m_environment;
}

Result<> Project::refusal(const Config &config) const
{
    const QStringList names = m_unresolved.in(config);
    if (names.isEmpty())
        return {};
    Error error{ErrorKind::Invalid, tr("Secrets are missing: %1.").arg(names.join(u", "_s)), {}};
    for (const QString &name : names)
        error.problems.append({{}, tr("%1 has no value.").arg(name)});
    return error;
}

void Project::setSecretsIn(SecretsIn place)
{
    m_secretsIn = place;
    m_fileSecretsIn = place;
}

void Project::moveSecretsTo(SecretsIn place)
{
    m_secretsIn = place;
    setModified(m_modified || place != m_fileSecretsIn);
}

PreparedSave Project::prepareSave(const QStringList &taken, const PlaceholderChanges &changes) const
{
    SecretNames names = m_names;
    names.forget(changes.anew);
    names.avoid(taken);
    PlaceholderChanges all = changes;
    all.anew += m_anew;
    PreparedSave prepared = makeSave({m_registry, m_store.config(), m_kept, names, all, m_secretsIn, m_unresolved}, {});
    prepared.edit = m_edit;
    return prepared;
}

Result<> Project::finishSave(const QString &fileName, const PreparedSave &prepared)
{
    if (const Result<> saved = saveFile(fileName, prepared.text); !saved)
        return saved.error();
    m_names = prepared.names;
    m_anew = prepared.anew;
    m_fileSecretsIn = prepared.place;
    m_fileName = QFileInfo(fileName).absoluteFilePath();
    m_watch.watch(m_fileName);
    // Somebody may have gone on editing while the secrets were put away.
    setModified(prepared.edit != m_edit || m_secretsIn != m_fileSecretsIn);
    emit fileChanged();
    return {};
}

std::function<PreparedSave()> Project::saveMaker(const WriteOptions &options) const
{
    return [source = SaveSource{m_registry, m_store.config(), m_kept, m_names, {m_anew}, m_secretsIn, m_unresolved},
            options] { return makeSave(source, options); };
}

QByteArray Project::yaml(const WriteOptions &options) const
{
    return saveMaker(options)().text;
}

void Project::setModified(bool modified)
{
    if (m_modified == modified)
        return;
    m_modified = modified;
    emit modifiedChanged(modified);
}

} // namespace gatehouse
