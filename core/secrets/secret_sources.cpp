// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret_sources.h"

#include "core/secrets/dotenv.h"
#include "core/secrets/encrypted_file.h"
#include "core/secrets/private_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qint64 largestCredential = 1024 * 1024; // bytes; systemd's own limit

// A name from a configuration file must not lead out of the folder.
bool isPlainName(const QString &name)
{
    static const QRegularExpression pattern(uR"(^[A-Za-z0-9_]+\z)"_s);
    return pattern.match(name).hasMatch();
}

std::optional<QString> credential(const QString &folder, const QString &name)
{
    QFile file(folder + u'/' + name);
    if (folder.isEmpty() || !isPlainName(name) || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QString value = QString::fromUtf8(file.read(largestCredential));
    if (value.endsWith(u'\n'))
        value.chop(1);
    return value;
}

Result<QMap<QString, QString>> valuesOf(const QByteArray &content, const QByteArray &passphrase)
{
    if (!isSealed(content))
        return parseDotenv(content);
    return unsealTexts(content, passphrase);
}

} // namespace

Result<SecretSources> SecretSources::open(const QString &secretsFile, const QByteArray &passphrase)
{
    SecretSources sources;
    sources.m_credentials = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    if (secretsFile.isEmpty())
        return sources;
    const Result<QByteArray> content = readPrivateFile(secretsFile);
    if (!content)
        return content.error();
    const Result<QMap<QString, QString>> values = valuesOf(*content, passphrase);
    if (!values)
        return Error{values.error().kind, secretsFile + u": "_s + values.error().message, values.error().problems};
    sources.m_fileName = secretsFile;
    sources.m_values = *values;
    return sources;
}

std::optional<SecretSources::Place> SecretSources::look(const QString &name) const
{
    const QByteArray variable = name.toUtf8();
    if (qEnvironmentVariableIsSet(variable.constData()))
        return Place{qEnvironmentVariable(variable.constData()),
                     QCoreApplication::translate("secrets", "the environment")};
    if (const auto value = credential(m_credentials, name))
        return Place{*value, m_credentials};
    const auto value = m_values.constFind(name);
    return value == m_values.constEnd() ? std::nullopt : std::optional(Place{*value, m_fileName});
}

std::optional<QString> SecretSources::find(const QString &name) const
{
    const auto place = look(name);
    return place ? std::optional(place->value) : std::nullopt;
}

QString SecretSources::placeOf(const QString &name) const
{
    const auto place = look(name);
    return place ? place->name : QString();
}

} // namespace gatehouse
