// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret_store.h"

#include "core/secrets/file_backend.h"
#include "core/secrets/keychain_backend.h"
#include "core/secrets/memory_backend.h"
#include "core/secrets/private_file.h"
#include "core/secrets/secret_item.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

std::optional<SecretsChoice> secretsChoiceFrom(const QString &text)
{
    static const QMap<QString, SecretsChoice> choices{
        {u""_s, SecretsChoice::Auto},     {u"auto"_s, SecretsChoice::Auto}, {u"keychain"_s, SecretsChoice::Keychain},
        {u"file"_s, SecretsChoice::File}, {u"env"_s, SecretsChoice::Env},   {u"none"_s, SecretsChoice::None}};
    const auto choice = choices.constFind(text);
    return choice == choices.constEnd() ? std::nullopt : std::optional(*choice);
}

Result<QByteArray> passphraseFromEnvironment()
{
    const QString fileName = qEnvironmentVariable("GATEHOUSE_SECRETS_PASSPHRASE_FILE");
    if (fileName.isEmpty())
        return QByteArray();
    Result<QByteArray> passphrase = readPrivateFile(fileName);
    while (passphrase && (passphrase->endsWith('\n') || passphrase->endsWith('\r')))
        passphrase->chop(1);
    return passphrase;
}

SecretStore::SecretStore(QObject *parent)
    : QObject(parent)
    , m_backend(std::make_unique<NoBackend>(QCoreApplication::translate("secrets", "No place for secrets is chosen.")))
{
}

SecretStore::~SecretStore() = default;

void SecretStore::use(std::unique_ptr<SecretBackend> backend)
{
    // Whoever asked the old one may stand in its answer now.
    m_backend.release()->deleteLater();
    m_backend = std::move(backend);
    emit backendChanged();
}

void SecretStore::open(SecretsChoice choice, const QByteArray &passphrase, Done done)
{
    switch (choice) {
    case SecretsChoice::Auto:
        openKeychain(true, passphrase, done);
        break;
    case SecretsChoice::Keychain:
        openKeychain(false, passphrase, done);
        break;
    case SecretsChoice::File:
        openFile(passphrase, done);
        break;
    case SecretsChoice::Env:
    case SecretsChoice::None:
        use(std::make_unique<NoBackend>(
            QCoreApplication::translate("secrets", "GATEHOUSE_SECRETS_BACKEND allows no keychain.")));
        done({});
        break;
    }
}

void SecretStore::openKeychain(bool mayUseFile, const QByteArray &passphrase, const Done &done)
{
    auto keychain = std::make_unique<KeychainBackend>();
    KeychainBackend *asked = keychain.get();
    use(std::move(keychain));
    asked->probe([this, mayUseFile, passphrase, done](const Result<> &probed) {
        if (!probed && mayUseFile && !passphrase.isEmpty()) {
            openFile(passphrase, done);
            return;
        }
        emit backendChanged();
        done(probed);
    });
}

void SecretStore::openFile(const QByteArray &passphrase, const Done &done)
{
    use(std::make_unique<FileBackend>(FileBackend::defaultFile(), passphrase));
    m_backend->probe(done);
}

void SecretStore::readAll(const QStringList &keys, std::function<void(const Read &)> done)
{
    if (keys.isEmpty()) {
        done({});
        return;
    }

    struct Running {
        Read read;
        qsizetype open;
    };

    auto running = std::make_shared<Running>(Running{{}, keys.size()});
    for (const QString &key : keys) {
        m_backend->read(key, [running, key, done](const Result<QByteArray> &item) {
            const Result<QString> value = item ? unpackSecret(*item) : Result<QString>(item.error());
            if (value)
                running->read.values.insert(key, *value);
            else if (value.error().kind != ErrorKind::NotFound)
                running->read.errors.insert(key, value.error());
            if (--running->open == 0)
                done(running->read);
        });
    }
}

void SecretStore::writeAll(const QMap<QString, QString> &values, Done done)
{
    if (values.isEmpty()) {
        done({});
        return;
    }
    QMap<QString, QByteArray> items;
    for (auto value = values.begin(); value != values.end(); ++value)
        items.insert(value.key(), packSecret(value.value()));
    m_backend->writeAll(items, done);
}

void SecretStore::removeAll(const QStringList &keys, Done done)
{
    if (keys.isEmpty())
        done({});
    else
        m_backend->removeAll(keys, done);
}

void SecretStore::test(const Done &done)
{
    m_backend->read(u"probe"_s, [done](const Result<QByteArray> &found) {
        const bool answers = found || found.error().kind == ErrorKind::NotFound;
        done(answers ? Result<>() : Result<>(found.error()));
    });
}

} // namespace gatehouse
