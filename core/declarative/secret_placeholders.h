// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/kept.h"
#include "core/model/config.h"

#include <QHash>
#include <QSet>

namespace gatehouse {

// A secret that a text names instead of holding it.
struct SetAside {
    QString name; // DECK_...
    QString table;
    QString id;
    QStringList path; // below the row
    QString value;
};

// The names that secrets have in a file. A name stays what it is as long as the project is open, whatever happens to
// the row or its secret. Thread: any copy on its own thread.
class SecretNames
{
public:
    SecretNames() = default;
    // With the names that a file has already.
    explicit SecretNames(const Kept &kept);

    // Names that stand for something else, as in another file of the same project.
    void avoid(const QStringList &names) { m_taken += QSet<QString>(names.begin(), names.end()); }

    // DECK_JWT_SECRETS_MOBILE_KEY_SECRET; made from what the row is called, else whose it is, else its id.
    [[nodiscard]] QString
    nameFor(const RecordSchema &schema, const QJsonObject &row, const QStringList &path, const Config &config);

private:
    QHash<QString, QString> m_byPlace; // "jwt_secrets/<id>/secret"
    QSet<QString> m_taken;
};

// Replaces the secrets of rows, before they are written, by decK's `${{ env "DECK_X" }}`; goes by the schema's fields.
// References to vaults stay. Thread: any. Lives for one document; names and config must outlive it.
class SecretPlaceholders
{
public:
    SecretPlaceholders(SecretNames &names, const Config &config)
        : m_names(names)
        , m_config(config)
    {
    }

    // `node` is the row as it would be written.
    [[nodiscard]] YamlNodePtr putInto(const YamlNodePtr &node, const RecordSchema &schema, const QJsonObject &row);

    [[nodiscard]] const QList<SetAside> &setAside() const noexcept { return m_setAside; }

private:
    struct Row {
        const RecordSchema &schema;
        const QJsonObject &values;
    };

    [[nodiscard]] YamlNodePtr
    recordNode(const YamlNodePtr &node, const RecordSchema &schema, const QStringList &path, const Row &row);
    [[nodiscard]] YamlNodePtr
    valueNode(const YamlNodePtr &node, const Field &field, const QStringList &path, const Row &row);
    [[nodiscard]] YamlNodePtr placeholder(const YamlNodePtr &node, const QStringList &path, const Row &row);

    SecretNames &m_names;
    const Config &m_config;
    QList<SetAside> m_setAside;
};

} // namespace gatehouse
