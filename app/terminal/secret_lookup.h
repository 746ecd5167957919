// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/project_secrets.h"
#include "core/secrets/secret_sources.h"

#include <QCommandLineOption>
#include <QStringList>

namespace gatehouse {

// Where a program without a window takes the secrets of a file from: the environment, $CREDENTIALS_DIRECTORY, a file of
// secrets, at last the keychain. Thread: control. Its methods that wait may only be called while no event loop runs.
class SecretLookup : public QObject
{
    Q_OBJECT
public:
    SecretLookup();

    // `secretsFile` wins over GATEHOUSE_SECRETS_FILE. The keychain is not asked before something is missing.
    Result<> open(const QString &secretsFile);
    // Waits until the keychain has been asked whether it can be used; that it cannot is remembered by reachable().
    void openKeychain();
    // Waits. The error lists every name that has no value.
    Result<> load(const QString &projectFile);

    // The error lists those of the names that neither the environment nor a file of secrets has.
    [[nodiscard]] Result<> findAll(const QStringList &names) const { return missing({}, names, {}); }

    // The same without waiting.
    void load(const QString &projectFile, const ProjectSecrets::Done &done);

    [[nodiscard]] Environment environment() const;

    [[nodiscard]] ProjectSecrets &secrets() noexcept { return m_secrets; }

    [[nodiscard]] const SecretStore &store() const noexcept { return m_store; }

    // The error says why the keychain is of no use now.
    [[nodiscard]] Result<> reachable() const { return m_reachable.value_or(Result<>()); }

    // Where a name has its value from; empty: it has none.
    [[nodiscard]] QString placeOf(const QString &name) const;
    [[nodiscard]] std::optional<QString> find(const QString &name) const;

    // Runs an event loop until `job` has called what it is given.
    static Result<> wait(const std::function<void(const ProjectSecrets::Done &)> &job);

private:
    [[nodiscard]] Result<> missing(const QString &projectFile, const QStringList &names, const Result<> &loaded) const;
    void openStore(const std::function<void()> &then);

    SecretStore m_store;
    ProjectSecrets m_secrets{m_store};
    SecretSources m_sources;
    SecretsChoice m_choice = SecretsChoice::None;
    QByteArray m_passphrase;
    std::optional<Result<>> m_reachable; // nothing: not asked yet
};

// Waits. Opens a file with the secrets it names, all of them or not at all.
Result<>
openWithSecrets(Project &project, SecretLookup &lookup, const QString &projectFile, const QString &secretsFile = {});

// Waits. What the placeholders of a text mean, all of them or not at all; "-" is standard input, which has no folder
// and so no keychain entries. The error lists every name that has no value (exit code 78).
[[nodiscard]] Result<Environment>
environmentFor(SecretLookup &lookup, const QString &name, const QByteArray &text, const QString &secretsFile);

// --secrets-file, as every command has it that reads a project's file.
[[nodiscard]] QCommandLineOption secretsFileOption();

// The names a file asks for.
[[nodiscard]] QStringList namesIn(const QString &projectFile);

} // namespace gatehouse
