// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/config_store.h"

#include "core/model/row_words.h"

#include <QCoreApplication>

#include <chrono>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

Error refusal(ErrorKind kind, const QString &message)
{
    return {kind, message};
}

} // namespace

ConfigStore::ConfigStore(const SchemaRegistry &registry, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_clock(clock)
    , m_config(registry)
{
}

StoreOutcome ConfigStore::insert(const QString &table, const QJsonObject &input, Origin origin)
{
    const RecordSchema &schema = *m_registry.entity(table);
    return finish(RowWriter(m_config, m_registry, m_clock).insert(schema, input), Verb::Add, schema, origin);
}

StoreOutcome ConfigStore::update(const QString &table, const EntityKey &key, const QJsonObject &input, Origin origin)
{
    const RecordSchema &schema = *m_registry.entity(table);
    return finish(RowWriter(m_config, m_registry, m_clock).update(schema, key, input), Verb::Change, schema, origin);
}

StoreOutcome ConfigStore::upsert(const QString &table, const EntityKey &key, const QJsonObject &input, Origin origin)
{
    const RecordSchema &schema = *m_registry.entity(table);
    const PlannedWrite write = RowWriter(m_config, m_registry, m_clock).upsert(schema, key, input);
    const bool isNew = write.edits.isEmpty() || !write.edits.first().before;
    return finish(write, isNew ? Verb::Add : Verb::Change, schema, origin);
}

StoreOutcome ConfigStore::remove(const QString &table, const EntityKey &key, Origin origin)
{
    const RecordSchema &schema = *m_registry.entity(table);
    return finish(RowWriter(m_config, m_registry, m_clock).remove(schema, key), Verb::Delete, schema, origin);
}

StoreOutcome ConfigStore::finish(const PlannedWrite &write, Verb verb, const RecordSchema &schema, Origin origin)
{
    if (write.error)
        return {{}, write.error};
    if (write.edits.isEmpty())
        return {};
    QString text;
    switch (verb) {
    case Verb::Add:
        text = QCoreApplication::translate("model", "Add %1 “%2”");
        break;
    case Verb::Change:
        text = QCoreApplication::translate("model", "Change %1 “%2”");
        break;
    case Verb::Delete:
        text = QCoreApplication::translate("model", "Delete %1 “%2”");
        break;
    }
    commit({text.arg(kindName(schema), displayName(schema, write.row)), write.edits}, origin);
    return {output(schema.name, write.row), {}};
}

void ConfigStore::commit(const Change &change, Origin origin)
{
    change.applyTo(m_config);
    emit changed(change, origin);
}

StoreOutcome ConfigStore::find(const QString &table, const EntityKey &key) const
{
    const RecordSchema &schema = *m_registry.entity(table);
    const RowWriter writer(m_config, m_registry, m_clock);
    if (const auto error = writer.keyProblem(schema, key))
        return {{}, error};
    const std::optional<QJsonObject> row = writer.find(schema, key);
    return row ? StoreOutcome{output(table, *row), {}} : StoreOutcome{};
}

QJsonObject ConfigStore::output(const QString &table, const QJsonObject &row) const
{
    const RecordSchema *schema = m_registry.entity(table);
    if (!schema)
        return row;
    QJsonObject result = Validator::output(*schema, row);
    if (const QJsonValue end = row.value("ttl"_L1); schema->hasTtl && end.isDouble()) {
        using namespace std::chrono;
        const qint64 now = duration_cast<seconds>(m_clock.now().time_since_epoch()).count();
        result.insert(u"ttl"_s, static_cast<qint64>(end.toDouble()) - now);
    } else if (schema->hasTtl && row.contains("ttl"_L1)) {
        result.insert(u"ttl"_s, QJsonValue::Null);
    }
    const auto print = entityRules(table).print;
    return print ? print(m_config, result) : result;
}

bool ConfigStore::isVisible(const QString &table, const QJsonObject &row) const
{
    const RecordSchema *schema = m_registry.entity(table);
    return schema && !RowWriter(m_config, m_registry, m_clock).isExpired(*schema, row);
}

Result<> ConfigStore::apply(const Change &change, Origin origin)
{
    Config result = m_config;
    for (const Edit &edit : change.edits) {
        if (!m_registry.entity(edit.table))
            return refusal(ErrorKind::Invalid, tr("There is no table %1.").arg(edit.table));
        if (result.find(edit.table, edit.id) != edit.before)
            return refusal(ErrorKind::Conflict, tr("%1 %2 has changed meanwhile.").arg(edit.table, edit.id));
        Change{{}, {edit}}.applyTo(result);
    }
    for (const Edit &edit : change.edits) {
        const RecordSchema &schema = *m_registry.entity(edit.table);
        for (const Field &field : schema.fields) {
            const QString parent =
                edit.after && field.type == FieldType::Foreign ? foreignId(*edit.after, field.key) : QString();
            if (!parent.isEmpty() && !result.table(field.reference).contains(parent))
                return refusal(ErrorKind::Invalid, tr("%1 %2 does not exist.").arg(field.reference, parent));
        }
        for (const SchemaRegistry::Referrer &child : m_registry.referrers(edit.table)) {
            if (!edit.after && !result.table(child.schema->name).rowsWhere(child.field->key, edit.id).isEmpty())
                return refusal(ErrorKind::Invalid,
                               tr("%1 still refer to %2 %3.").arg(child.schema->name, edit.table, edit.id));
        }
    }
    m_config = result;
    emit changed(change, origin);
    return {};
}

void ConfigStore::replace(const Config &config, Origin origin, const QString &text)
{
    Change change = difference(m_config, config, text);
    change.wholesale = true;
    m_config = config;
    emit changed(change, origin);
}

} // namespace gatehouse
