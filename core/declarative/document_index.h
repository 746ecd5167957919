// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QSet>

namespace gatehouse {

// What the references of a document can point at: ids and unique endpoint keys, per table.
// Thread: any (a value).
class DocumentIndex
{
public:
    // False when the key is taken; the first one stays.
    bool addKey(const QString &table, const QString &key, const QString &id);
    bool addId(const QString &table, const QString &id);

    // The id a reference means: a text is a key or an id, an object names its id. Empty when nothing matches.
    [[nodiscard]] QString find(const QString &table, const QJsonValue &reference) const;

private:
    QHash<QString, QHash<QString, QString>> m_keys;
    QHash<QString, QSet<QString>> m_ids;
};

} // namespace gatehouse
