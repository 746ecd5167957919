// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config_store.h"

namespace gatehouse {

// Several writes that become one change, one step of the history: each sees what the ones before it have done, and
// nothing happens until the change is applied. Thread: any. The store's registry and clock must outlive it.
class ChangeDraft
{
public:
    explicit ChangeDraft(const ConfigStore &store);

    StoreOutcome insert(const QString &table, const QJsonObject &input);
    StoreOutcome update(const QString &table, const QString &id, const QJsonObject &input);
    // Together with what refers to it, also where Kong would refuse.
    StoreOutcome remove(const QString &table, const QString &id);

    [[nodiscard]] const Config &config() const noexcept { return m_config; }

    [[nodiscard]] Change change(const QString &text) const { return {text, m_edits}; }

private:
    StoreOutcome take(const PlannedWrite &write);
    [[nodiscard]] RowWriter writer() const;

    const SchemaRegistry &m_registry;
    const Clock &m_clock;
    Config m_config;
    QList<Edit> m_edits;
};

// The rows that refer to this one and, without deleting or changing them, do not let it go.
struct Dependant {
    QString table;
    QString field;
    QJsonObject row;
};

[[nodiscard]] QList<Dependant>
restrictingDependants(const SchemaRegistry &registry, const Config &config, const QString &table, const QString &id);

} // namespace gatehouse
