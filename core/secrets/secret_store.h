// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret_backend.h"

#include <QMap>

#include <memory>
#include <optional>

namespace gatehouse {

// GATEHOUSE_SECRETS_BACKEND. Auto takes the keychain, else the encrypted file when its passphrase is given. With Env
// secrets come from the environment, credentials and a file of secrets; with None from the environment alone.
enum class SecretsChoice { Auto, Keychain, File, Env, None };

[[nodiscard]] std::optional<SecretsChoice> secretsChoiceFrom(const QString &text); // "" is Auto

// The passphrase in GATEHOUSE_SECRETS_PASSPHRASE_FILE, without its line end; empty when the variable is not set.
[[nodiscard]] Result<QByteArray> passphraseFromEnvironment();

// Keeps secrets in one backend, which can be changed for another at any time. Values are texts; keys look like
// "<project uuid>/<entity id>/<field>". What could not be found out is never said to be gone (SecretBackend).
// Thread: control, with an event loop. Lives as long as the program.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    using Done = SecretBackend::Done;

    // What readAll() found; `errors` are keys that may exist although they could not be read.
    struct Read {
        QMap<QString, QString> values;
        QMap<QString, Error> errors;
    };

    explicit SecretStore(QObject *parent = nullptr);
    ~SecretStore() override;

    // Chooses and probes a backend; the error says why there is none.
    void open(SecretsChoice choice, const QByteArray &passphrase, Done done);
    // The same with a backend somebody has decided for.
    void use(std::unique_ptr<SecretBackend> backend);

    [[nodiscard]] const SecretBackend &backend() const noexcept { return *m_backend; }

    void readAll(const QStringList &keys, std::function<void(const Read &)> done);
    // All or an error; values that were written before a failure stay written.
    void writeAll(const QMap<QString, QString> &values, Done done);
    // What is not there counts as removed.
    void removeAll(const QStringList &keys, Done done);

    // Whether the backend answers now, by asking for a key it need not have; Denied: it is locked.
    void test(const Done &done);

signals:
    void backendChanged();

private:
    void openKeychain(bool mayUseFile, const QByteArray &passphrase, const Done &done);
    void openFile(const QByteArray &passphrase, const Done &done);

    std::unique_ptr<SecretBackend> m_backend;
};

} // namespace gatehouse
