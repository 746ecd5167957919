// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>

#include <optional>

namespace gatehouse {

// Where a program without a window looks for a secret before it asks a keychain: the environment, then a file of that
// name in $CREDENTIALS_DIRECTORY (systemd.exec), then one file of secrets (dotenv or encrypted). Thread: any.
class SecretSources
{
public:
    // What GATEHOUSE_SECRETS_FILE or --secrets-file names must be readable, and by its owner alone.
    [[nodiscard]] static Result<SecretSources> open(const QString &secretsFile, const QByteArray &passphrase);

    // The environment alone.
    SecretSources() = default;

    [[nodiscard]] std::optional<QString> find(const QString &name) const;
    // Where find() takes it from, for people; empty when there is no such secret.
    [[nodiscard]] QString placeOf(const QString &name) const;

private:
    struct Place {
        QString value;
        QString name;
    };

    [[nodiscard]] std::optional<Place> look(const QString &name) const;

    QString m_fileName;
    QString m_credentials; // folder
    QMap<QString, QString> m_values;
};

} // namespace gatehouse
