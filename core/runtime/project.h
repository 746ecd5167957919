// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/declarative_loader.h"
#include "core/declarative/secret_placeholders.h"
#include "core/declarative/unresolved_secrets.h"
#include "core/declarative/yaml_writer.h"
#include "core/model/config_store.h"
#include "core/runtime/file_watch.h"
#include "core/runtime/project_files.h"

#include <QObject>
#include <QString>

#include <functional>

namespace gatehouse {

enum class SecretsIn { File, Keychain };

// What a file is about to hold, and the secrets that must be safe elsewhere before it does.
struct PreparedSave {
    QByteArray text; // the whole configuration
    QList<SetAside> secrets;
    quint64 edit = 0;               // the last one it contains
    QMap<QString, QString> renamed; // names that are new in the text -> what they were
    SecretNames names;              // all of the text
    QSet<QString> anew;             // names that are another file's from then on
    SecretsIn place = SecretsIn::File;
    QList<FileText> files; // of a project of several files
};

// The configuration being worked on and the file, or files, it came from. What the file holds beyond the configuration
// is kept and written back with it; of several files each row stays in its own. Notices when somebody else writes one.
// Thread: control. Lives as long as the program; outlives the gateway that runs it.
class Project : public QObject
{
    Q_OBJECT
public:
    Project(const SchemaRegistry &registry, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] ConfigStore &store() noexcept { return m_store; }

    [[nodiscard]] const ConfigStore &store() const noexcept { return m_store; }

    // Replaces the configuration by that of a file, a folder or several files (see placeOfFiles()). On failure nothing
    // changes; the error has every problem with its place.
    Result<> open(const QString &place);
    // The same for a text that is no file; the project then has no file name.
    Result<> openText(const QByteArray &text);
    // The file again, as a step that can be undone.
    Result<> reload();
    // What the file holds now; the project stays as it is.
    [[nodiscard]] Result<Config> readFile() const;
    // A text in place of the configuration, as a step that can be undone; the file stays and counts as not saved.
    Result<> replaceByText(const QByteArray &text, Origin origin, const QString &step);
    Result<> replaceByFiles(const QList<FileText> &files, Origin origin, const QString &step);
    // The same with what has been read already, on whatever thread; where in it the rows stand.
    QList<RowPlace> replaceBy(const OpenedFile &read, Origin origin, const QString &step);

    void clear();

    // Where `${{ env "DECK_X" }}` takes its value from when a file is read; the process' environment until told
    // otherwise.
    void setEnvironment(Environment environment) { m_environment = std::move(environment); }

    // With Missing::StandIn a file whose secrets are not all known can be opened: their placeholders stand in for
    // them. No revision with a stand-in may run (refusal()).
    enum class Missing { Refuse, StandIn };

    void setMissing(Missing missing) { m_missing = missing; }

    // For reading a text of the project on whatever thread.
    [[nodiscard]] Environment environment() const;

    // The same without stand-ins: nothing for what nobody knows.
    [[nodiscard]] const Environment &knownEnvironment() const noexcept { return m_environment; }

    // Names that the opened file asks for and nobody knows; of the configuration as it is now.
    [[nodiscard]] QStringList missingSecrets() const { return m_unresolved.in(m_store.config()); }

    // Why a configuration may not run: it has secrets that are not known.
    [[nodiscard]] Result<> refusal(const Config &config) const;

    // Where the opened file has its secrets. With the keychain no text of the project holds one: not the file, the
    // journal or an export.
    void setSecretsIn(SecretsIn place);
    // The next save moves them.
    void moveSecretsTo(SecretsIn place);

    [[nodiscard]] SecretsIn secretsIn() const noexcept { return m_secretsIn; }

    // Saving in two steps, for secrets that go elsewhere first. Names in `taken` are somebody else's. Of several files
    // it has those that are not on disk as they shall be.
    [[nodiscard]] PreparedSave prepareSave(const QStringList &taken, const PlaceholderChanges &changes = {}) const;
    Result<> finishSave(const QString &fileName, const PreparedSave &prepared);

    // Whether the last finishSave() has written any file, which it may have even when it failed.
    [[nodiscard]] bool hasWritten() const noexcept { return m_hasWritten; }

    // In one step; refused while there are secrets that go elsewhere.
    Result<> save() { return saveAs(m_fileName); }

    Result<> saveAs(const QString &fileName);
    [[nodiscard]] QByteArray yaml(const WriteOptions &options = {}) const;
    // Makes what save() would write now, of several files all; callable on any thread, whatever happens to the project
    // meanwhile.
    [[nodiscard]] std::function<PreparedSave()> saveMaker(const WriteOptions &options = {}) const;

    // Makes a text of a configuration that ran, to come back to: with its ids, with names in place of all secrets and
    // of what the file names, and without what the file says beyond its rows. Callable like that of saveMaker().
    [[nodiscard]] std::function<PreparedSave()> snapshotMaker(const Config &config) const;

    // An earlier configuration in place of this one, as a step that can be undone; what the file says beyond it stays.
    void restore(const Config &config, const QString &step) { m_store.replace(config, Origin::Restore, step); }

    // Placeholders that stand in for secrets nobody knows are about to be among the rows.
    void expectMissing(const Kept &placeholders);

    // The place (see project_files.h); empty: never saved.
    [[nodiscard]] const QString &fileName() const noexcept { return m_fileName; }

    [[nodiscard]] bool hasFiles() const { return !m_kept.files.isEmpty(); }

    // Of a project that has several: their names, and the one that a row stands in.
    [[nodiscard]] QStringList files() const;

    // A file as it is shown: its name in the folder of the project.
    [[nodiscard]] QString shownFile(const QString &file) const;
    [[nodiscard]] QStringList shownFiles() const;

    [[nodiscard]] QString fileOf(const QString &table, const QString &id) const
    {
        return m_kept.fileOf.value(Kept::rowKey(table, id));
    }

    // Puts rows and what stands below them into another of the files, as a step that can be undone.
    void moveToFile(const QString &table, const QStringList &ids, const QString &file);

    [[nodiscard]] bool isModified() const noexcept { return m_modified; }

    // What the file says beyond the configuration; undo sets it back together with the rows.
    [[nodiscard]] const Kept &kept() const noexcept { return m_kept; }

    void setKept(const Kept &kept);

    // What the next save would put elsewhere is not there.
    void markModified() { setModified(true); }

    // Undo has come back to what the file holds.
    void markUnmodified() { setModified(m_secretsIn != m_fileSecretsIn); }

    // Looks whether the file is still as it was read or written; changedOnDisk() follows if not.
    void checkDisk() { m_watch.check(); }

    // The file was changed by somebody else and shall stay so until it is saved.
    void keepMine() { m_watch.accept(); }

    // What the opened file asks for and the gateway only keeps.
    [[nodiscard]] const QList<Problem> &warnings() const noexcept { return m_warnings; }

    // MD5 of the loaded document, as Kong reports it; zeros while the configuration is empty.
    [[nodiscard]] const QString &hash() const noexcept { return m_hash; }

signals:
    void fileChanged();   // another file, or other warnings
    void changedOnDisk(); // by somebody else; said once for each new content
    void modifiedChanged(bool modified);
    void rowsMoved(const QString &step); // between files, by hand; a step of its own
    void filesOfRowsChanged();           // rows stand in other files than before

private:
    [[nodiscard]] Result<PlaceReading> read(const QString &place) const;
    void adopt(const PlaceReading &reading, const QString &fileName, Origin origin);
    [[nodiscard]] Kept fitted(Kept kept) const;
    void placeNewRows(const Change &change);
    Result<> writeFiles(const QList<FileText> &files);
    Result<> writeOne(const QString &fileName, const QByteArray &text);
    void setModified(bool modified);

    const SchemaRegistry &m_registry;
    const Clock &m_clock;
    ConfigStore m_store;
    FileWatch m_watch;
    ProjectFiles m_files;
    Kept m_kept;
    Environment m_environment = processEnvironment();
    SecretNames m_names;
    QSet<QString> m_anew; // placeholders of the file this one was made from
    UnresolvedSecrets m_unresolved;
    Missing m_missing = Missing::Refuse;
    SecretsIn m_secretsIn = SecretsIn::File;
    SecretsIn m_fileSecretsIn = SecretsIn::File;
    quint64 m_edit = 0;
    QList<Problem> m_warnings;
    QString m_fileName;
    QString m_hash;
    bool m_modified = false;
    bool m_hasWritten = false;
};

} // namespace gatehouse
