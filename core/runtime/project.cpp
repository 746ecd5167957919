// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/project.h"

#include "core/declarative/known_rows.h"
#include "core/declarative/row_files.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

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

// They name what the text of all names.
QList<FileText> filesOf(SaveSource &source, WriteOptions options, SecretPlaceholders::Plain plain)
{
    if (source.kept.files.isEmpty())
        return {};
    SecretPlaceholders secrets(source.names, source.config, source.changes, plain);
    options.secrets = &secrets;
    return writeFiles(source.registry, source.config, source.kept, options);
}

// A secret nobody knows stays a name; what stands in for it is nobody's secret.
PreparedSave makeSave(SaveSource source, WriteOptions options)
{
    const auto plain =
        source.place == SecretsIn::Keychain ? SecretPlaceholders::Plain::SetAside : SecretPlaceholders::Plain::Leave;
    SecretPlaceholders secrets(source.names, source.config, source.changes, plain);
    options.secrets = &secrets;
    PreparedSave prepared;
    prepared.text = writeYaml(source.registry, source.config, source.kept, options);
    prepared.files = filesOf(source, options, plain);
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
    , m_files(registry)
    , m_hash(emptyConfigurationHash())
{
    connect(&m_store, &ConfigStore::changed, this, [this](const Change &change, Origin origin) {
        ++m_edit;
        placeNewRows(change);
        if (origin != Origin::File && origin != Origin::Open)
            setModified(true);
    });
    connect(&m_watch, &FileWatch::changed, this, &Project::changedOnDisk);
}

Result<PlaceReading> Project::read(const QString &place) const
{
    return readAt(DeclarativeLoader(m_registry, m_clock), place, environment());
}

Result<> Project::open(const QString &place)
{
    const bool isList = hasSeveralFiles(place) && !QFileInfo(place).isDir();
    const QString absolute = isList ? placeOfFiles(place.split(u'\n')) : QFileInfo(place).absoluteFilePath();
    const Result<PlaceReading> reading = read(absolute);
    if (!reading)
        return reading.error();
    adopt(*reading, absolute, Origin::Open);
    return {};
}

Result<> Project::reload()
{
    const Result<PlaceReading> reading = read(m_fileName);
    if (!reading)
        return reading.error();
    adopt(*reading, m_fileName, Origin::File);
    return {};
}

Result<Config> Project::readFile() const
{
    const Result<PlaceReading> reading = read(m_fileName);
    if (!reading)
        return reading.error();
    return reading->file.config;
}

Result<> Project::replaceByText(const QByteArray &text, Origin origin, const QString &step)
{
    return replaceByFiles({{{}, text}}, origin, step);
}

Result<> Project::replaceByFiles(const QList<FileText> &files, Origin origin, const QString &step)
{
    const DeclarativeLoader loader(m_registry, m_clock);
    const Result<OpenedFile> opened = loader.open(files, environment());
    if (!opened)
        return opened.error();
    replaceBy(*opened, origin, step);
    return {};
}

QList<RowPlace> Project::replaceBy(const OpenedFile &read, Origin origin, const QString &step)
{
    const OpenedFile file = withKnownRows(m_registry, m_store.config(), read, WrittenIds::Stay);
    m_kept = fitted(file.kept);
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
    adopt({*opened, {}}, {}, Origin::Open);
    return {};
}

void Project::adopt(const PlaceReading &reading, const QString &fileName, Origin origin)
{
    const OpenedFile &file = reading.file;
    m_files.adopt(reading.texts, file);
    m_kept = file.kept;
    m_names = SecretNames(m_kept);
    m_anew.clear();
    m_unresolved = {};
    m_unresolved.add(m_kept, m_environment);
    m_warnings = file.warnings;
    m_fileName = fileName;
    m_hash = file.hash;
    m_watch.watch(fileName);
    m_store.replace(file.config, origin,
                    fileName.isEmpty() ? tr("Load a configuration") : tr("Load %1").arg(nameOfPlace(fileName)));
    setModified(false);
    emit fileChanged();
}

void Project::clear()
{
    PlaceReading empty;
    empty.file.config = Config(m_registry);
    empty.file.hash = emptyConfigurationHash();
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
    prepared.files = m_files.changed(prepared.files);
    prepared.edit = m_edit;
    return prepared;
}

Result<> Project::finishSave(const QString &fileName, const PreparedSave &prepared)
{
    m_hasWritten = false;
    const bool isInPlace = hasFiles() && fileName == m_fileName;
    const Result<> saved = isInPlace ? writeFiles(prepared.files) : writeOne(fileName, prepared.text);
    if (saved || m_hasWritten) {
        m_names = prepared.names;
        m_anew = prepared.anew;
    }
    if (!saved)
        return saved;
    m_fileSecretsIn = prepared.place;
    // Somebody may have gone on editing while the secrets were put away.
    setModified(prepared.edit != m_edit || m_secretsIn != m_fileSecretsIn);
    emit fileChanged();
    return {};
}

Result<> Project::writeFiles(const QList<FileText> &files)
{
    const SavedFiles saved = saveFiles(files);
    m_hasWritten = !saved.names.isEmpty();
    m_watch.watch(m_fileName);
    return saved.result;
}

// Whatever it was, the project is one file from then on.
Result<> Project::writeOne(const QString &fileName, const QByteArray &text)
{
    if (const Result<> saved = saveFile(fileName, text); !saved)
        return saved.error();
    m_hasWritten = true;
    m_kept = inOneText(m_kept);
    m_files.clear();
    m_fileName = QFileInfo(fileName).absoluteFilePath();
    m_watch.watch(m_fileName);
    return {};
}

QStringList Project::files() const
{
    QStringList names;
    for (const Kept::File &file : m_kept.files)
        names << file.name;
    return names;
}

QString Project::shownFile(const QString &file) const
{
    return file.isEmpty() ? file : QDir(folderAt(m_fileName)).relativeFilePath(file);
}

QStringList Project::shownFiles() const
{
    QStringList shown;
    for (const Kept::File &file : m_kept.files)
        shown << shownFile(file.name);
    return shown;
}

void Project::moveToFile(const QString &table, const QStringList &ids, const QString &file)
{
    const RecordSchema *schema = m_registry.entity(table);
    if (!schema || !files().contains(file))
        return;
    const RowFiles where(m_registry, m_store.config(), m_kept);
    QStringList moved;
    for (const QString &id : ids) {
        const auto row = m_store.config().find(table, id);
        if (row && where.fileOf(*schema, *row) != file)
            moved += where.withChildren(*schema, *row);
    }
    if (moved.isEmpty())
        return;
    Kept kept = m_kept;
    for (const QString &key : std::as_const(moved))
        kept.fileOf.insert(key, file);
    setKept(kept);
    const QString step = tr("Move to %1").arg(shownFile(file));
    emit rowsMoved(step);
    const Result<> told = m_store.apply({step, {}}, Origin::User); // whoever shows or keeps the text hears of it
    Q_ASSERT(told);
}

void Project::setKept(const Kept &kept)
{
    m_kept = fitted(kept);
    if (hasFiles())
        emit filesOfRowsChanged();
}

// What was kept may be from before the project became another, or from a text that knows of no files.
Kept Project::fitted(Kept kept) const
{
    if (m_kept.files.isEmpty())
        return inOneText(kept);
    if (kept.files.isEmpty()) {
        kept.files = m_kept.files;
        kept.fileOf = m_kept.fileOf;
    }
    for (const QString &name : m_files.names()) {
        const bool isThere = std::any_of(kept.files.begin(), kept.files.end(),
                                         [&name](const Kept::File &file) { return file.name == name; });
        if (!isThere)
            kept.files.append({name, {}});
    }
    for (Kept::Row &row : kept.rows) {
        if (row.parent.isEmpty() && row.file.isEmpty())
            row.file = kept.files.first().name;
    }
    return kept;
}

// At once, so that undo and redo find every row where it was.
void Project::placeNewRows(const Change &change)
{
    const bool isAnyNew = hasFiles() && std::any_of(change.edits.begin(), change.edits.end(), [this](const Edit &edit) {
                              return edit.after && !m_kept.fileOf.contains(Kept::rowKey(edit.table, edit.id));
                          });
    if (isAnyNew)
        gatehouse::placeNewRows(m_registry, m_store.config(), m_kept);
}

std::function<PreparedSave()> Project::saveMaker(const WriteOptions &options) const
{
    return [source = SaveSource{m_registry, m_store.config(), m_kept, m_names, {m_anew}, m_secretsIn, m_unresolved},
            options] { return makeSave(source, options); };
}

std::function<PreparedSave()> Project::snapshotMaker(const Config &config) const
{
    return [source = SaveSource{m_registry, config, m_kept, m_names, {m_anew}, SecretsIn::Keychain, m_unresolved}] {
        SaveSource named = source;
        named.kept = placeholdersOf(source.kept);
        return makeSave(named, {.ids = true});
    };
}

void Project::expectMissing(const Kept &placeholders)
{
    if (placeholders.spellings.isEmpty())
        return;
    for (auto row = placeholders.spellings.begin(); row != placeholders.spellings.end(); ++row)
        m_kept.spellings[row.key()] += row.value();
    m_names.learn(placeholders);
    m_unresolved.add(placeholders, m_environment);
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
