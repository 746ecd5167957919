// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"

#include <memory>
#include <vector>

namespace gatehouse {

// Where a plugin may be attached and for which protocols, besides its config (kong/plugins/*/schema.lua).
struct PluginSchema {
    QString name;
    int priority = 0;
    RecordSchema record; // the fields it specialises: consumer, route, service, protocols, config; and its checks
    const char *label = nullptr;
    const char *help = nullptr;
    bool executed = false; // Gatehouse runs it; otherwise it is stored, checked and passed on

    [[nodiscard]] const RecordSchema &config() const;
    [[nodiscard]] bool allowsScope(QStringView field) const; // "consumer", "route" or "service"
};

// Table name -> schema, plugin name -> schema, and who refers to whom. Built once by makeSchemaRegistry()
// (core/plugins/described/bundled_schemas.h) and passed on by reference; never changed afterwards.
// Thread: any once built.
class SchemaRegistry
{
public:
    struct Referrer {
        const RecordSchema *schema = nullptr;
        const Field *field = nullptr;
    };

    void addEntity(RecordSchema schema);
    void addPlugin(PluginSchema plugin); // the "plugins" entity must have been added
    void addSubschema(const QString &entity, const QString &key, RecordSchema subschema);

    [[nodiscard]] const RecordSchema *entity(QStringView name) const;
    [[nodiscard]] const RecordSchema *entityByCollection(QStringView adminName) const;
    // Parents before children, core entities before plugin entities, otherwise alphabetical.
    [[nodiscard]] QList<const RecordSchema *> entities() const;
    [[nodiscard]] const PluginSchema *plugin(QStringView name) const;
    [[nodiscard]] QStringList pluginNames() const; // alphabetical
    // The foreign fields that point at a table, in alphabetical order of the referring tables.
    [[nodiscard]] QList<Referrer> referrers(QStringView table) const;

private:
    std::vector<std::unique_ptr<RecordSchema>> m_entities;
    QHash<QString, RecordSchema *> m_byName;
    std::vector<std::unique_ptr<PluginSchema>> m_plugins;
    QHash<QString, const PluginSchema *> m_pluginsByName;
};

} // namespace gatehouse
