// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/change_draft.h"

namespace gatehouse {

ChangeDraft::ChangeDraft(const ConfigStore &store)
    : m_registry(store.registry())
    , m_clock(store.clock())
    , m_config(store.config())
{
}

RowWriter ChangeDraft::writer() const
{
    return {m_config, m_registry, m_clock};
}

StoreOutcome ChangeDraft::take(const PlannedWrite &write)
{
    if (write.error)
        return {{}, write.error};
    Change{{}, write.edits}.applyTo(m_config);
    m_edits << write.edits;
    return {write.row, {}};
}

StoreOutcome ChangeDraft::insert(const QString &table, const QJsonObject &input)
{
    return take(writer().insert(*m_registry.entity(table), input));
}

StoreOutcome ChangeDraft::update(const QString &table, const QString &id, const QJsonObject &input)
{
    return take(writer().update(*m_registry.entity(table), EntityKey::id(id), input));
}

StoreOutcome ChangeDraft::remove(const QString &table, const QString &id)
{
    const QList<Dependant> dependants = restrictingDependants(m_registry, m_config, table, id);
    for (const Dependant &each : dependants) {
        if (const StoreOutcome gone = remove(each.table, each.row.value(QLatin1String("id")).toString()); gone.error)
            return gone;
    }
    return take(writer().remove(*m_registry.entity(table), EntityKey::id(id)));
}

QList<Dependant>
restrictingDependants(const SchemaRegistry &registry, const Config &config, const QString &table, const QString &id)
{
    QList<Dependant> dependants;
    for (const SchemaRegistry::Referrer &referrer : registry.referrers(table)) {
        if (referrer.field->onDelete != OnDelete::Restrict)
            continue;
        const QList<QJsonObject> rows = config.table(referrer.schema->name).rowsWhere(referrer.field->key, id);
        for (const QJsonObject &row : rows)
            dependants << Dependant{referrer.schema->name, referrer.field->key, row};
    }
    return dependants;
}

} // namespace gatehouse
