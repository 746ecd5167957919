// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/kept.h"
#include "core/model/config.h"

#include <QHash>
#include <QMap>
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

    // Those of a text that has been read since; what the others were called stays.
    void learn(const Kept &kept);

    // Names that stand for something else, as in another file of the same project.
    void avoid(const QStringList &names) { m_taken += QSet<QString>(names.begin(), names.end()); }

    // What had these names gets another one when it is next asked for.
    void forget(const QSet<QString> &names);

    // DECK_JWT_SECRETS_MOBILE_KEY_SECRET; made from what the row is called, else whose it is, else its id.
    [[nodiscard]] QString
    nameFor(const RecordSchema &schema, const QJsonObject &row, const QStringList &path, const Config &config);

private:
    QHash<QString, QString> m_byPlace; // "jwt_secrets/<id>/secret"
    QSet<QString> m_taken;
};

// Which placeholders of secrets do not stay the way the file has them.
struct PlaceholderChanges {
    QSet<QString> anew;                     // those of another file: each gets a name of its own
    QMap<QString, QString> spelledOut = {}; // name -> value: the text holds the secret itself
};

// Replaces the secrets of rows, before they are written, by decK's `${{ env "DECK_X" }}`; goes by the schema's fields.
// References to vaults stay. Thread: any. Lives for one document; names and config must outlive it.
class SecretPlaceholders
{
public:
    // Leave: a secret that stands in the text stays there, only the changes are made.
    enum class Plain { SetAside, Leave };

    SecretPlaceholders(SecretNames &names,
                       const Config &config,
                       const PlaceholderChanges &changes = {},
                       Plain plain = Plain::SetAside)
        : m_names(names)
        , m_config(config)
        , m_changes(changes)
        , m_plain(plain)
    {
    }

    // `node` is the row as it would be written.
    [[nodiscard]] YamlNodePtr putInto(const YamlNodePtr &node, const RecordSchema &schema, const QJsonObject &row);

    [[nodiscard]] const QList<SetAside> &setAside() const noexcept { return m_setAside; }

    // New name -> the one the file had.
    [[nodiscard]] const QMap<QString, QString> &renamed() const noexcept { return m_renamed; }

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
    [[nodiscard]] YamlNodePtr changed(const YamlNodePtr &written, const QStringList &path, const Row &row);

    SecretNames &m_names;
    const Config &m_config;
    PlaceholderChanges m_changes;
    Plain m_plain;
    QList<SetAside> m_setAside;
    QMap<QString, QString> m_renamed;
};

} // namespace gatehouse
