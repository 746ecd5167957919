// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/file_backend.h"

#include "core/secrets/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int lockPatience = 2000; // ms; a write takes a fraction of that

struct Words {
    Q_DECLARE_TR_FUNCTIONS(secrets)
};

} // namespace

FileBackend::FileBackend(QString fileName, QByteArray passphrase, QObject *parent)
    : SecretBackend(parent)
    , m_fileName(std::move(fileName))
    , m_passphrase(std::move(passphrase))
{
}

FileBackend::~FileBackend()
{
    OPENSSL_cleanse(m_passphrase.data(), static_cast<std::size_t>(m_passphrase.size()));
    for (QByteArray &secret : m_secrets)
        OPENSSL_cleanse(secret.data(), static_cast<std::size_t>(secret.size()));
}

QString FileBackend::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/gatehouse/secrets.enc"_s;
}

QString FileBackend::name() const
{
    return Words::tr("encrypted file");
}

Result<SecretMap> FileBackend::load()
{
    const Result<QByteArray> content = readPrivateFile(m_fileName);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return SecretMap();
    if (!content)
        return content.error();
    if (*content == m_sealed)
        return m_secrets;
    const Result<SecretMap> secrets = unsealSecrets(*content, m_passphrase);
    if (secrets) {
        m_sealed = *content;
        m_secrets = *secrets;
    }
    return secrets;
}

Result<> FileBackend::change(const std::function<void(SecretMap &)> &edit)
{
    QDir().mkpath(QFileInfo(m_fileName).absolutePath());
    QLockFile lock(m_fileName + u".lock"_s);
    if (!lock.tryLock(lockPatience))
        return Error{ErrorKind::Io, Words::tr("Another program is writing %1.").arg(m_fileName)};
    Result<SecretMap> secrets = load();
    if (!secrets)
        return secrets.error();
    edit(secrets.value());
    const Result<QByteArray> sealed = sealSecrets(*secrets, m_passphrase);
    if (!sealed)
        return sealed.error();
    return writePrivateFile(m_fileName, *sealed);
}

void FileBackend::probe(Done done)
{
    const Result<SecretMap> secrets = load();
    if (m_passphrase.isEmpty())
        done(Error{ErrorKind::Denied, Words::tr("The encrypted file needs a passphrase.")});
    else
        done(secrets ? Result<>() : Result<>(secrets.error()));
}

void FileBackend::read(const QString &key, Found found)
{
    const Result<SecretMap> secrets = load();
    if (!secrets)
        found(secrets.error());
    else if (!secrets->contains(key))
        found(Error{ErrorKind::NotFound, Words::tr("The encrypted file has no such entry.")});
    else
        found(secrets->value(key));
}

void FileBackend::write(const QString &key, const QByteArray &value, Done done)
{
    done(change([&](SecretMap &secrets) { secrets.insert(key, value); }));
}

void FileBackend::remove(const QString &key, Done done)
{
    done(change([&](SecretMap &secrets) { secrets.remove(key); }));
}

void FileBackend::writeAll(const QMap<QString, QByteArray> &values, const Done &done)
{
    done(change([&](SecretMap &secrets) { secrets.insert(values); }));
}

void FileBackend::removeAll(const QStringList &keys, const Done &done)
{
    done(change(
        [&](SecretMap &secrets) { secrets.removeIf([&](const auto &each) { return keys.contains(each.key()); }); }));
}

} // namespace gatehouse
