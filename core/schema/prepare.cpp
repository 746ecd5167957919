// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid.h"
#include "core/schema/entity_checks.h"
#include "core/schema/error_text.h"
#include "core/schema/validate.h"

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

enum class Phase { Insert, Update, Upsert, Select };

Phase phaseOf(Operation operation)
{
    switch (operation) {
    case Operation::Insert:
        return Phase::Insert;
    case Operation::Update:
        return Phase::Update;
    case Operation::Upsert:
        return Phase::Upsert;
    }
    return Phase::Insert;
}

bool isAbsent(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

// kong/tools/rand.lua: 32 letters and digits.
QString randomText()
{
    static constexpr QLatin1StringView alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    QString result;
    for (int i = 0; i < 32; ++i)
        result += alphabet[QRandomGenerator::system()->bounded(static_cast<int>(alphabet.size()))];
    return result;
}

QJsonArray withoutDuplicates(const QJsonArray &set)
{
    QJsonArray result;
    for (const QJsonValue &value : set) {
        // Lua compares tables by identity: two equal records are two elements.
        if (value.isObject() || value.isArray() || !result.contains(value))
            result << value;
    }
    return result;
}

// Fills one record, its nested records, lists and maps (kong/db/schema/init.lua, process_auto_fields).
class Filler
{
public:
    Filler(Phase phase, WallTime now, Validator::Mirrors mirrors)
        : m_phase(phase)
        , m_now(now)
        , m_mirrors(mirrors)
    {
    }

    void setValidator(const Validator *validator) { m_validator = validator; }

    [[nodiscard]] const QJsonObject &errors() const { return m_errors; }

    QJsonObject fill(const RecordSchema &schema, QJsonObject record)
    {
        if (!expandShorthands(schema, record))
            return record;
        const FieldLookup lookup(schema, record);
        for (const Field &plain : schema.fields) {
            const Field &field = lookup.resolve(plain);
            QJsonValue value = record.value(field.key);
            if (field.generated && m_phase != Phase::Select)
                value = generated(field, value);
            value = adjusted(field, value);
            if (!m_errors.isEmpty())
                return record;
            if (value.isUndefined())
                record.remove(field.key);
            else
                record.insert(field.key, value);
        }
        if (m_phase == Phase::Select)
            dropUnknown(schema, record);
        return record;
    }

private:
    [[nodiscard]] bool isSelect() const { return m_phase == Phase::Select; }

    bool expandShorthands(const RecordSchema &schema, QJsonObject &record)
    {
        for (const Shorthand &shorthand : schema.shorthands) {
            const QString &key = shorthand.field.key;
            const QJsonValue value = record.value(key);
            if (!value.isUndefined())
                expandOne(shorthand, value, record);
            if (isSelect() && !shorthand.mirror.isEmpty() && m_mirrors == Validator::Mirrors::Show)
                record.insert(key, mirrored(record, shorthand.mirror));
        }
        return m_errors.isEmpty();
    }

    static QJsonValue mirrored(const QJsonObject &record, const QStringList &path)
    {
        const QJsonValue value = valueAt(record, path.join(u'.'));
        return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
    }

    void expandOne(const Shorthand &shorthand, const QJsonValue &value, QJsonObject &record)
    {
        const QString &key = shorthand.field.key;
        if (m_validator) {
            const QJsonValue error = m_validator->validateField(shorthand.field, value);
            if (!error.isUndefined()) {
                m_errors.insert(key, error);
                return;
            }
            const QString mismatch = mismatchText(shorthand, value, record);
            if (!mismatch.isEmpty()) {
                m_errors.insert(key, mismatch);
                return;
            }
        }
        record.remove(key);
        const bool isOld = shorthand.field.deprecation.has_value();
        const QJsonObject expanded = shorthand.expand(value);
        for (auto it = expanded.begin(); it != expanded.end(); ++it) {
            const QJsonValue current = record.value(it.key());
            if (it.value().isObject())
                record.insert(it.key(), combined(it.value().toObject(), current.toObject(), isOld));
            else if (!isOld || isAbsent(current))
                record.insert(it.key(), it.value());
        }
    }

    // The stored field wins over a deprecated shorthand unless it is null.
    static QJsonObject combined(const QJsonObject &expanded, const QJsonObject &current, bool isOld)
    {
        QJsonObject result = isOld ? expanded : current;
        const QJsonObject &top = isOld ? current : expanded;
        for (auto it = top.begin(); it != top.end(); ++it) {
            if (!isOld || !it.value().isNull() || !result.contains(it.key()))
                result.insert(it.key(), it.value());
        }
        return result;
    }

    static QString mismatchText(const Shorthand &shorthand, const QJsonValue &value, const QJsonObject &record)
    {
        if (value.isNull() || !shorthand.field.deprecation)
            return {};
        for (const QStringList &path : shorthand.field.deprecation->replacedWith) {
            const QString name = path.join(u'.');
            const QJsonValue current = valueAt(record, name);
            if (!isAbsent(current) && current != value) {
                return u"both deprecated and new field are used but their values mismatch: %1 = %2 vs %3 = %4"_s.arg(
                    shorthand.field.key, luaText(value), name, luaText(current));
            }
        }
        return {};
    }

    QJsonValue generated(const Field &field, const QJsonValue &value) const
    {
        const bool isNew = m_phase == Phase::Insert || m_phase == Phase::Upsert;
        if (field.rules.uuid)
            return isNew && value.isUndefined() ? QJsonValue(randomUuid()) : value;
        if (field.type == FieldType::Text)
            return isNew && value.isUndefined() ? QJsonValue(randomText()) : value;
        const bool stampsCreation = field.key == "created_at"_L1 && isNew && isAbsent(value);
        if (!stampsCreation && field.key != "updated_at"_L1)
            return value;
        using namespace std::chrono;
        const qint64 now = duration_cast<milliseconds>(m_now.time_since_epoch()).count();
        return field.type == FieldType::Number ? QJsonValue(static_cast<double>(now) / 1000) : QJsonValue(now / 1000);
    }

    QJsonValue adjusted(const Field &field, QJsonValue value)
    {
        if (isSelect() && value.isNull() && field.isRequired())
            return missing(field);
        if (field.abstract)
            return value;
        if (isSelect() && field.type == FieldType::Integer && value.isDouble())
            value = QJsonValue(static_cast<qint64>(std::floor(value.toDouble())));
        if (field.type == FieldType::Record) {
            value = adjustedRecord(field, value);
        } else if (value.isArray() || value.isObject()) {
            value = adjustedAggregate(field, value);
        }
        if (value.isUndefined() && m_phase != Phase::Update)
            return missing(field);
        return value;
    }

    QJsonValue adjustedRecord(const Field &field, QJsonValue value)
    {
        if (value.isUndefined() && field.isRequired() && m_phase != Phase::Update)
            value = missing(field);
        if (value.isArray() && value.toArray().isEmpty())
            value = QJsonObject();
        return value.isObject() ? QJsonValue(fill(*field.record, value.toObject())) : value;
    }

    QJsonValue adjustedAggregate(const Field &field, const QJsonValue &value)
    {
        const bool isList = field.type == FieldType::Array || field.type == FieldType::Set;
        if (isList && value.isObject())
            return value.toObject().isEmpty() ? QJsonValue(QJsonArray()) : value;
        if (isList) {
            QJsonArray result;
            const QJsonArray given = value.toArray();
            for (const QJsonValue &element : field.type == FieldType::Set ? withoutDuplicates(given) : given)
                result << adjusted(*field.elements, element);
            return result;
        }
        if (field.type != FieldType::Map || !value.isObject())
            return value;
        QJsonObject result;
        const QJsonObject given = value.toObject();
        for (auto it = given.begin(); it != given.end(); ++it)
            result.insert(it.key(), adjusted(*field.values, it.value()));
        return result;
    }

    QJsonValue missing(const Field &field)
    {
        if (field.hasDefault())
            return field.defaultValue;
        if (!field.isRequired())
            return QJsonValue::Null;
        if (field.abstract || field.type != FieldType::Record)
            return QJsonValue::Undefined;
        Filler filler(Phase::Insert, m_now, m_mirrors);
        filler.setValidator(m_validator);
        return filler.fill(*field.record, {});
    }

    void dropUnknown(const RecordSchema &schema, QJsonObject &record) const
    {
        for (const QString &key : record.keys()) {
            const bool isMirror =
                m_mirrors == Validator::Mirrors::Show &&
                std::any_of(schema.shorthands.begin(), schema.shorthands.end(),
                            [&](const Shorthand &s) { return s.field.key == key && !s.mirror.isEmpty(); });
            if (!schema.field(key) && !isMirror && !(key == "ttl"_L1 && schema.hasTtl))
                record.remove(key);
        }
    }

    Phase m_phase;
    WallTime m_now;
    Validator::Mirrors m_mirrors;
    const Validator *m_validator = nullptr;
    QJsonObject m_errors;
};

QJsonObject
mergeFields(const QList<Field> &fields, const FieldLookup &lookup, const QJsonObject &top, const QJsonObject &bottom)
{
    QJsonObject result = bottom;
    for (auto it = top.begin(); it != top.end(); ++it)
        result.insert(it.key(), it.value());
    for (const Field &plain : fields) {
        const Field &field = lookup.resolve(plain);
        const QJsonValue value = top.value(field.key);
        if (field.type == FieldType::Record && !field.abstract && value.isObject())
            result.insert(field.key,
                          Validator::merge(*field.record, value.toObject(), bottom.value(field.key).toObject()));
    }
    return result;
}

} // namespace

Prepared Validator::prepare(const RecordSchema &schema, const QJsonObject &input, Operation operation) const
{
    Filler filler(phaseOf(operation), m_clock.now(), Mirrors::Hide);
    filler.setValidator(this);
    QJsonObject record = filler.fill(schema, input);
    return {std::move(record), filler.errors()};
}

QJsonObject Validator::merge(const RecordSchema &schema, const QJsonObject &top, const QJsonObject &bottom)
{
    return mergeFields(schema.fields, FieldLookup(schema, bottom), top, bottom);
}

QJsonObject Validator::transform(const RecordSchema &schema, const QJsonObject &record, const QJsonObject &input)
{
    QJsonObject result = record;
    const auto run = [&](const RecordSchema &source) {
        for (const Transformation &transformation : source.transformations) {
            const auto isSet = [](const QJsonObject &from) {
                return [&from](const QString &field) { return isNonEmpty(valueAt(from, field)); };
            };
            if (!std::all_of(transformation.input.begin(), transformation.input.end(), isSet(input)) ||
                !std::all_of(transformation.needs.begin(), transformation.needs.end(), isSet(result)))
                continue;
            result = merge(schema, transformation.onWrite(result), result);
        }
    };
    run(schema);
    if (const RecordSchema *subschema = schema.subschemaOf(record))
        run(*subschema);
    return result;
}

QJsonObject Validator::output(const RecordSchema &schema, const QJsonObject &record, Mirrors mirrors)
{
    Filler filler(Phase::Select, {}, mirrors);
    return filler.fill(schema, record);
}

} // namespace gatehouse
