// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/row_writer.h"

#include <QObject>

namespace gatehouse {

// A stored row as it is printed, or why there is none.
struct StoreOutcome {
    QJsonObject entity;
    std::optional<StoreError> error;

    explicit operator bool() const { return !error.has_value(); }
};

// The single mutable owner of the configuration: every window, file and Admin request changes it through here.
// insert/update/upsert/remove follow Kong's DAO (kong/db/dao/init.lua) down to the wording of the errors; apply() is
// the door for undo and imports. Thread: control. Lives as long as the program; registry and clock must outlive it.
class ConfigStore : public QObject
{
    Q_OBJECT

public:
    ConfigStore(const SchemaRegistry &registry, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const Config &config() const { return m_config; }

    [[nodiscard]] const SchemaRegistry &registry() const { return m_registry; }

    [[nodiscard]] const Clock &clock() const { return m_clock; }

    StoreOutcome insert(const QString &table, const QJsonObject &input, Origin origin);
    StoreOutcome update(const QString &table, const EntityKey &key, const QJsonObject &input, Origin origin);
    StoreOutcome upsert(const QString &table, const EntityKey &key, const QJsonObject &input, Origin origin);
    // A missing row is no error, as in Kong.
    StoreOutcome remove(const QString &table, const EntityKey &key, Origin origin);

    // The row as the Admin API prints it (mirrors of deprecated fields, snis of a certificate, remaining ttl).
    // No error and an empty entity when there is none; an error when the key itself is malformed.
    [[nodiscard]] StoreOutcome find(const QString &table, const EntityKey &key) const;
    [[nodiscard]] QJsonObject output(const QString &table, const QJsonObject &row) const;
    // False for rows whose time to live is over; lists leave them out.
    [[nodiscard]] bool isVisible(const QString &table, const QJsonObject &row) const;

    // Low level: checks that every `before` is what is stored and that no reference is left dangling.
    Result<> apply(const Change &change, Origin origin);
    void replace(const Config &config, Origin origin, const QString &text);

signals:
    void changed(const gatehouse::Change &change, gatehouse::Origin origin);

private:
    enum class Verb { Add, Change, Delete };
    StoreOutcome finish(const PlannedWrite &write, Verb verb, const RecordSchema &schema, Origin origin);
    void commit(const Change &change, Origin origin);

    const SchemaRegistry &m_registry;
    const Clock &m_clock;
    Config m_config;
};

} // namespace gatehouse
