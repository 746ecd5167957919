// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/encrypted_file.h"
#include "core/secrets/secret_backend.h"

namespace gatehouse {

// An encrypted file (encrypted_file.h) for people without a keychain. Looks at the file anew for every access, so that
// two programs can use it; writing holds a lock. Unsealing a changed file and writing take about 0.1 s each.
// Thread: control.
class FileBackend final : public SecretBackend
{
    Q_OBJECT
public:
    FileBackend(QString fileName, QByteArray passphrase, QObject *parent = nullptr);
    ~FileBackend() override;

    // secrets.enc in XDG_DATA_HOME/gatehouse.
    static QString defaultFile();

    [[nodiscard]] QString name() const override;

    [[nodiscard]] bool isPersistent() const override { return true; }

    void probe(Done done) override;
    void read(const QString &key, Found found) override;
    void write(const QString &key, const QByteArray &value, Done done) override;
    void remove(const QString &key, Done done) override;
    void writeAll(const QMap<QString, QByteArray> &values, const Done &done) override;
    void removeAll(const QStringList &keys, const Done &done) override;

private:
    [[nodiscard]] Result<SecretMap> load(); // empty when there is no file yet
    [[nodiscard]] Result<> change(const std::function<void(SecretMap &)> &edit);

    QString m_fileName;
    QByteArray m_passphrase;
    QByteArray m_sealed; // what m_secrets was read from
    SecretMap m_secrets;
};

} // namespace gatehouse
