// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/document_index.h"

namespace gatehouse {

bool DocumentIndex::addKey(const QString &table, const QString &key, const QString &id)
{
    QHash<QString, QString> &keys = m_keys[table];
    if (keys.contains(key)) {
        return false;
    }
    keys.insert(key, id);
    return true;
}

bool DocumentIndex::addId(const QString &table, const QString &id)
{
    QSet<QString> &ids = m_ids[table];
    if (ids.contains(id)) {
        return false;
    }
    ids.insert(id);
    return true;
}

QString DocumentIndex::find(const QString &table, const QJsonValue &reference) const
{
    const QString text =
        reference.isObject() ? reference.toObject().value(QLatin1String("id")).toString() : reference.toString();
    const auto keys = m_keys.constFind(table);
    if (keys != m_keys.constEnd() && keys->contains(text)) {
        return keys->value(text);
    }
    const auto ids = m_ids.constFind(table);
    return ids != m_ids.constEnd() && ids->contains(text) ? text : QString();
}

} // namespace gatehouse
