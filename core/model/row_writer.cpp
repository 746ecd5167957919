// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/row_writer.h"

#include "core/base/uuid.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr double longestTtl = 100000000; // seconds, kong/constants.lua DAO_MAX_TTL

qint64 secondsOf(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

PlannedWrite refused(const StoreError &error)
{
    return {{}, {}, error};
}

QString idOf(const QJsonObject &row)
{
    return row.value("id"_L1).toString();
}

QJsonObject selected(const QJsonObject &row, const QStringList &fields)
{
    QJsonObject result;
    for (const QString &field : fields)
        result.insert(field, row.value(field).isUndefined() ? QJsonValue(QJsonValue::Null) : row.value(field));
    return result;
}

} // namespace

EntityKey EntityKey::id(const QString &value)
{
    return {u"id"_s, value};
}

EntityKey EntityKey::fromPath(const RecordSchema &schema, const QString &segment)
{
    if (schema.endpointKey.isEmpty() || isUuid(segment))
        return id(segment);
    return {schema.endpointKey, segment};
}

RowWriter::RowWriter(const Config &config, const SchemaRegistry &registry, const Clock &clock)
    : m_config(config)
    , m_registry(registry)
    , m_clock(clock)
    , m_validator(registry, clock)
{
}

std::optional<StoreError> RowWriter::keyProblem(const RecordSchema &schema, const EntityKey &key) const
{
    const Field *field = schema.field(key.field);
    if (!field)
        return store_errors::invalidPrimaryKey({{key.field, u"unknown field"_s}});
    const QJsonValue problem = m_validator.validateField(*field, key.value);
    if (problem.isUndefined())
        return {};
    if (key.isId())
        return store_errors::invalidPrimaryKey({{key.field, problem}});
    return store_errors::invalidUnique(key.field, problem.toString());
}

bool RowWriter::isExpired(const RecordSchema &schema, const QJsonObject &row) const
{
    const QJsonValue ttl = row.value("ttl"_L1);
    return schema.hasTtl && ttl.isDouble() && ttl.toDouble() <= static_cast<double>(secondsOf(m_clock.now()));
}

std::optional<QJsonObject> RowWriter::find(const RecordSchema &schema, const EntityKey &key) const
{
    const std::optional<QJsonObject> row = m_config.table(schema.name).findBy(key.field, key.value);
    if (row && isExpired(schema, *row))
        return std::nullopt;
    return row;
}

std::optional<StoreError>
RowWriter::prepareInput(const RecordSchema &schema, Operation operation, const QString &id, QJsonObject &input) const
{
    const EntityRules rules = entityRules(schema.name);
    if (!rules.prepare)
        return {};
    return rules.prepare(WriteContext{m_config, m_registry, m_validator, operation, id}, input);
}

PlannedWrite RowWriter::insert(const RecordSchema &schema, const QJsonObject &input) const
{
    Draft draft{schema, Operation::Insert, input, {}};
    if (const auto error = prepareInput(schema, draft.operation, {}, draft.input))
        return refused(*error);
    return write(std::move(draft), {});
}

PlannedWrite RowWriter::update(const RecordSchema &schema, const EntityKey &key, const QJsonObject &input) const
{
    if (const auto error = keyProblem(schema, key))
        return refused(*error);
    Draft draft{schema, Operation::Update, input, find(schema, key)};
    if (!draft.stored)
        return refused(store_errors::notFound(key.toJson()));
    // The subschema of what is sent is that of the stored row unless the client names another.
    const bool selectsByText = draft.stored->value(schema.subschemaKey).isString();
    if (selectsByText && !input.contains(schema.subschemaKey))
        draft.input.insert(schema.subschemaKey, draft.stored->value(schema.subschemaKey));
    if (const auto error = prepareInput(schema, draft.operation, idOf(*draft.stored), draft.input))
        return refused(*error);
    return write(std::move(draft), {});
}

PlannedWrite RowWriter::upsert(const RecordSchema &schema, const EntityKey &key, const QJsonObject &input) const
{
    if (const auto error = keyProblem(schema, key))
        return refused(*error);
    Draft draft{schema, Operation::Upsert, input, m_config.table(schema.name).findBy(key.field, key.value)};
    QJsonObject fixed = key.toJson();
    if (draft.stored)
        fixed.insert(u"id"_s, draft.stored->value("id"_L1));
    draft.input.insert(key.field, key.value);
    if (const auto error = prepareInput(schema, draft.operation, fixed.value("id"_L1).toString(), draft.input))
        return refused(*error);
    return write(std::move(draft), fixed);
}

// `fixed` are values the path or the stored row decides, whatever the client sent.
PlannedWrite RowWriter::write(Draft draft, QJsonObject fixed) const
{
    QJsonObject sent = draft.input;
    for (const QString &key : entityRules(draft.schema.name).consumed)
        sent.remove(key);
    const Prepared prepared = m_validator.prepare(draft.schema, sent, draft.operation);
    if (!prepared.errors.isEmpty())
        return refused(store_errors::schemaViolation(prepared.errors));

    QJsonObject row = prepared.record;
    const bool isUpdate = draft.operation == Operation::Update;
    if (isUpdate) {
        row = Validator::merge(draft.schema, row, *draft.stored);
        fixed.insert(u"id"_s, draft.stored->value("id"_L1));
    }
    for (auto it = fixed.begin(); it != fixed.end(); ++it) {
        if (!isUpdate || it.key() != "id"_L1)
            row.insert(it.key(), it.value());
    }
    if (const auto error = resolveForeign(draft.schema, row))
        return refused(*error);
    const Validator::Context context{draft.operation, &sent, isUpdate ? &*draft.stored : nullptr};
    const QJsonObject errors = m_validator.validate(draft.schema, row, context);
    if (!errors.isEmpty())
        return refused(store_errors::schemaViolation(errors));

    row = Validator::transform(draft.schema, row, sent);
    if (isUpdate)
        row.insert(u"id"_s, fixed.value("id"_L1));
    if (const auto error = applyTtl(draft, row))
        return refused(*error);
    if (const auto error = storageProblem(draft, row))
        return refused(*error);

    PlannedWrite result{row, {Edit{draft.schema.name, idOf(row), draft.stored, row}}, {}};
    if (const auto companions = entityRules(draft.schema.name).companions) {
        const WriteContext write{m_config, m_registry, m_validator, draft.operation, idOf(row)};
        result.edits << companions(write, draft.input, row);
    }
    return result;
}

// A foreign field may name its row by any unique field instead of the id.
std::optional<StoreError> RowWriter::resolveForeign(const RecordSchema &schema, QJsonObject &record) const
{
    QJsonObject unresolved;
    for (const Field &field : schema.fields) {
        const RecordSchema *parent = m_registry.entity(field.reference);
        const QJsonObject given = record.value(field.key).toObject();
        if (field.type != FieldType::Foreign || !parent || given.isEmpty() ||
            m_validator.validateField(*parent->field(u"id"), given.value("id"_L1)).isUndefined())
            continue;
        QJsonObject failures;
        for (const Field &unique : parent->fields) {
            const QJsonValue value = given.value(unique.key);
            if (!unique.unique || !value.isString() || !m_validator.validateField(unique, value).isUndefined())
                continue;
            if (const auto row = find(*parent, {unique.key, value.toString()})) {
                record.insert(field.key, QJsonObject{{u"id"_s, row->value("id"_L1)}});
                failures = {};
                break;
            }
            const QString key = EntityKey{unique.key, value.toString()}.value;
            failures.insert(unique.key,
                            u"the foreign key cannot be resolved with '{%1=\"%2\"}' for an existing '%3' entity"_s.arg(
                                unique.key, key, parent->name));
        }
        if (!failures.isEmpty())
            unresolved.insert(field.key, failures);
    }
    if (unresolved.isEmpty())
        return {};
    return store_errors::foreignKeysUnresolved(unresolved);
}

// The client sends a time to live; the row keeps the second in which it ends.
std::optional<StoreError> RowWriter::applyTtl(const Draft &draft, QJsonObject &row) const
{
    if (!draft.schema.hasTtl)
        return {};
    const QJsonValue ttl = draft.input.value("ttl"_L1);
    if (ttl.isUndefined() || ttl.isNull()) {
        const bool keeps = draft.operation == Operation::Update && draft.stored;
        row.insert(u"ttl"_s, keeps ? draft.stored->value("ttl"_L1) : QJsonValue(QJsonValue::Null));
        return {};
    }
    const double seconds = ttl.toDouble(-1);
    if (seconds < 0 || seconds > longestTtl || std::floor(seconds) != seconds)
        return store_errors::invalidOption(u"ttl"_s, u"must be an integer between 0 and 100000000"_s);
    const qint64 end = secondsOf(m_clock.now()) + static_cast<qint64>(seconds);
    row.insert(u"ttl"_s, seconds > 0 ? QJsonValue(end) : QJsonValue(QJsonValue::Null));
    return {};
}

std::optional<StoreError> RowWriter::storageProblem(const Draft &draft, const QJsonObject &row) const
{
    if (const auto error = uniqueProblem(draft, row))
        return error;
    for (const Field &field : draft.schema.fields) {
        const QString id = foreignId(row, field.key);
        if (field.type == FieldType::Foreign && !id.isEmpty() && !m_config.table(field.reference).contains(id))
            return store_errors::foreignKeyMissing(field.key, field.reference, {{u"id"_s, id}});
    }
    return {};
}

std::optional<StoreError> RowWriter::uniqueProblem(const Draft &draft, const QJsonObject &row) const
{
    const Table &table = m_config.table(draft.schema.name);
    const QString id = idOf(row);
    if (draft.operation == Operation::Insert && table.contains(id))
        return store_errors::primaryKeyViolation({{u"id"_s, id}});
    if (table.findSameCacheKey(row))
        return store_errors::uniqueViolation(selected(row, draft.schema.cacheKey));
    for (const Field &field : draft.schema.fields) {
        const QJsonValue value = row.value(field.key);
        if (!field.unique || value.isNull() || value.isUndefined())
            continue;
        const std::optional<QJsonObject> other = table.findBy(field.key, value);
        if (other && idOf(*other) != id)
            return store_errors::uniqueViolation({{field.key, value}});
    }
    return {};
}

PlannedWrite RowWriter::remove(const RecordSchema &schema, const EntityKey &key) const
{
    if (const auto error = keyProblem(schema, key))
        return refused(*error);
    const std::optional<QJsonObject> row = find(schema, key);
    if (!row)
        return {};
    if (const auto keep = entityRules(schema.name).keep) {
        if (const auto error = keep(m_config, *row))
            return refused(*error);
    }
    PlannedWrite result{*row, {}, {}};
    result.error = removalEdits(schema, *row, result.edits);
    return result;
}

// Children first, so that every step of the change, and of its inverse, leaves no dangling reference.
std::optional<StoreError>
RowWriter::removalEdits(const RecordSchema &schema, const QJsonObject &row, QList<Edit> &edits) const
{
    for (const SchemaRegistry::Referrer &referrer : m_registry.referrers(schema.name)) {
        const QList<QJsonObject> children =
            m_config.table(referrer.schema->name).rowsWhere(referrer.field->key, idOf(row));
        for (const QJsonObject &child : children) {
            if (referrer.field->onDelete == OnDelete::Restrict)
                return store_errors::foreignKeyRestricted(schema.name, referrer.schema->name);
            if (const auto error = removalEdits(*referrer.schema, child, edits))
                return error;
        }
    }
    const bool isKnown = std::any_of(edits.begin(), edits.end(), [&](const Edit &edit) {
        return edit.table == schema.name && edit.id == idOf(row);
    });
    if (!isKnown)
        edits << Edit{schema.name, idOf(row), row, std::nullopt};
    return {};
}

} // namespace gatehouse
