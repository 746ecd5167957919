// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema_registry.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool refersTo(const RecordSchema &child, const RecordSchema &parent)
{
    return std::any_of(child.fields.begin(), child.fields.end(), [&](const Field &field) {
        return field.type == FieldType::Foreign && field.reference == parent.name && child.name != parent.name;
    });
}

void visit(const RecordSchema *schema, const QList<const RecordSchema *> &all, QList<const RecordSchema *> &sorted)
{
    if (sorted.contains(schema))
        return;
    for (const RecordSchema *parent : all) {
        if (refersTo(*schema, *parent))
            visit(parent, all, sorted);
    }
    sorted << schema;
}

} // namespace

const RecordSchema &PluginSchema::config() const
{
    return *record.field(u"config")->record;
}

bool PluginSchema::allowsScope(QStringView field) const
{
    const Field *scope = record.field(field);
    return !scope || !scope->rules.equals;
}

void SchemaRegistry::addEntity(RecordSchema schema)
{
    m_entities.push_back(std::make_unique<RecordSchema>(std::move(schema)));
    RecordSchema *stored = m_entities.back().get();
    m_byName.insert(stored->name, stored);
}

void SchemaRegistry::addPlugin(PluginSchema plugin)
{
    addSubschema(QStringLiteral("plugins"), plugin.name, plugin.record);
    m_plugins.push_back(std::make_unique<PluginSchema>(std::move(plugin)));
    const PluginSchema *stored = m_plugins.back().get();
    m_pluginsByName.insert(stored->name, stored);
}

void SchemaRegistry::addSubschema(const QString &entity, const QString &key, RecordSchema subschema)
{
    RecordSchema *parent = m_byName.value(entity);
    Q_ASSERT(parent);
    parent->subschemas.insert(key, std::make_shared<const RecordSchema>(std::move(subschema)));
}

const RecordSchema *SchemaRegistry::entity(QStringView name) const
{
    return m_byName.value(name.toString());
}

const RecordSchema *SchemaRegistry::entityByCollection(QStringView adminName) const
{
    const auto found = std::find_if(m_entities.begin(), m_entities.end(),
                                    [&](const auto &schema) { return schema->collection() == adminName; });
    return found == m_entities.end() ? nullptr : found->get();
}

QList<const RecordSchema *> SchemaRegistry::entities() const
{
    QList<const RecordSchema *> all;
    for (const auto &schema : m_entities)
        all << schema.get();
    std::sort(all.begin(), all.end(), [](const RecordSchema *a, const RecordSchema *b) {
        return a->pluginOwned != b->pluginOwned ? b->pluginOwned : a->name < b->name;
    });
    QList<const RecordSchema *> sorted;
    for (const RecordSchema *schema : std::as_const(all))
        visit(schema, all, sorted);
    return sorted;
}

const PluginSchema *SchemaRegistry::plugin(QStringView name) const
{
    return m_pluginsByName.value(name.toString());
}

QStringList SchemaRegistry::pluginNames() const
{
    QStringList names = m_pluginsByName.keys();
    names.sort();
    return names;
}

QList<SchemaRegistry::Referrer> SchemaRegistry::referrers(QStringView table) const
{
    QList<Referrer> result;
    for (const auto &schema : m_entities) {
        for (const Field &field : schema->fields) {
            if (field.type == FieldType::Foreign && field.reference == table)
                result << Referrer{schema.get(), &field};
        }
    }
    std::sort(result.begin(), result.end(),
              [](const Referrer &a, const Referrer &b) { return a.schema->name < b.schema->name; });
    return result;
}

} // namespace gatehouse
