// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/file_secrets.h"
#include "core/runtime/journal.h"
#include "core/runtime/project_secrets.h"
#include "core/secrets/secret_sources.h"

namespace gatehouse {

// The secrets of a window's project: reads them before its file is opened, keeps them before it is written, and knows
// where they are. A name's value comes from the keychain, else from the environment, $CREDENTIALS_DIRECTORY and
// GATEHOUSE_SECRETS_FILE. Nothing here waits: answers come when they are there, at once where nobody has to be asked.
// Thread: control, with an event loop. Lives as long as the window; the project must outlive it.
class SecretKeeper : public QObject
{
    Q_OBJECT
public:
    using Done = SecretStore::Done;

    // Asking: nobody knows yet. Locked: it is there and cannot be used now. NotAllowed: GATEHOUSE_SECRETS_BACKEND says
    // that there is none.
    enum class State { Asking, Ready, Locked, Absent, NotAllowed };
    enum class Place { File, Keychain, EncryptedFile, Memory, Nowhere };

    explicit SecretKeeper(Project &project, QObject *parent = nullptr);
    ~SecretKeeper() override;

    // Looks for the place for secrets: the keychain unless the environment or `preferred` names another. The encrypted
    // file counts as locked until its passphrase is there.
    void open(SecretsChoice preferred);
    // The keychain once more, after somebody has unlocked or started it; `then` finds the new state.
    void useKeychain(const std::function<void()> &then);
    // Finds out whether the place for secrets answers now; Denied: it is locked. One that was found locked or absent is
    // asked anew, and used from then on if it answers; else nothing changes.
    void test(const Done &done);
    void useFile(const QByteArray &passphrase, const Done &done);
    void useMemory();

    [[nodiscard]] State state() const noexcept { return m_state; }

    // Why the state is not Ready; a sentence.
    [[nodiscard]] const QString &reason() const noexcept { return m_reason; }

    // Where the secrets of the project are kept, or will be with the next save.
    [[nodiscard]] Place place() const;

    // Where they go when they are not kept in the file.
    [[nodiscard]] Place storePlace() const noexcept { return m_storePlace; }

    [[nodiscard]] bool keepsSecrets() const { return m_project.secretsIn() == SecretsIn::Keychain; }

    // Counts from the next save on.
    void setKeepsSecrets(bool keeps);

    // Opens a file in the project, or reads its file again, with the secrets it names; a call ends the one before.
    // Secrets that are not there are no error: Project::missingSecrets() names them.
    void openFile(const QString &fileName, const Done &done);
    void reload(const Done &done);
    // The file is not opened; `done` is not called.
    void cancelReading();
    // A project without a file begins.
    void startNew();

    // Writes the project's file when its secrets are safe. On failure everything is as it was.
    void save(const QString &fileName, const Done &done);
    // Calls `then` when no save is under way.
    void whenSaved(const std::function<void()> &then);

    // What files that are not the project ask for, found as a gateway without a window finds it (file_secrets.h).
    void lookUp(const QStringList &places, const std::function<void(const FileSecrets &)> &found)
    {
        whenAsked([this, places, found] { readFileSecrets(places, m_sources, m_store, found); });
    }

    // Whether a row has had the secret of that name since the file was opened, so that undo may bring it back.
    [[nodiscard]] bool mayComeBack(const QString &name) const
    {
        return m_before.contains(name) || m_secrets->find(name).has_value();
    }

    // Removes unused secrets of the folder from their place for good (ProjectSecrets::removeUnused).
    void removeUnused(const QStringList &names, const Done &done)
    {
        whenSaved([this, names, done] { m_secrets->removeUnused(m_project.fileName(), names, done); });
    }

    // Takes the unsaved secrets of a journal; they count when its text is read.
    void recover(const LeftBehind &left, const Done &done);

signals:
    void changed();
    void readingChanged(const QString &fileName); // empty: nothing is being read
    void journalKeyChanged(const QByteArray &key);

private:
    void readSources(SecretsChoice choice);
    void change(SecretsChoice choice, const Done &done); // to another place, and it is preferred from then on
    void ask(SecretsChoice choice, const Done &done);
    void fetchJournalKey(const Done &done);
    void makeJournalKey(const Done &done);
    void finishAsking(const Result<> &result);
    void setState(State state, const QString &reason);
    [[nodiscard]] SecretsIn defaultPlace() const;
    void whenAsked(const std::function<void()> &then);
    void read(const QString &fileName, const std::function<Result<>()> &take, const Done &done);
    [[nodiscard]] Result<> finishReading(const std::shared_ptr<ProjectSecrets> &next,
                                         const std::function<Result<>()> &take,
                                         const QString &fileName);
    [[nodiscard]] Environment environmentOf(const ProjectSecrets &secrets) const;
    [[nodiscard]] PlaceholderChanges changesFor(const QString &fileName, const QStringList &taken);
    void saveNow(const QString &fileName, const Done &done);
    void finishSaving();

    Project &m_project;
    SecretStore m_store;
    SecretSources m_sources;
    QByteArray m_passphrase; // of the environment
    SecretsChoice m_preferred = SecretsChoice::Auto;
    std::shared_ptr<ProjectSecrets> m_secrets; // of the file at hand
    QStringList m_before;                      // names of what the file was before it was read again
    QSet<QString> m_spelledOut;                // names whose secrets the file holds again
    QByteArray m_journalKey;
    QList<std::function<void()>> m_whenAsked;
    QList<std::function<void()>> m_whenSaved;
    State m_state = State::NotAllowed;
    Place m_storePlace = Place::Nowhere;
    QString m_reason;
    quint64 m_reading = 0; // the last reading that was begun
    bool m_isReading = false;
    bool m_isSaving = false;
    bool m_isDecided = false; // somebody has said where the secrets of the new project go
};

} // namespace gatehouse
