// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/entity_ids.h"

#include "core/base/uuid.h"
#include "core/schema/error_text.h"

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView rootNamespace("fd02801f-0957-4a15-a55a-c8d9606f30b5");

// The part a field contributes to the key; nothing means that it adds no slot.
struct Slot {
    bool present = false;
    QString text;
};

Slot slotOf(const Field &field, const QJsonObject &row, const std::optional<NestedIn> &nested)
{
    if (nested && nested->parentField == field.key)
        return {true, nested->parentId};
    const QJsonValue value = row.value(field.key);
    if (value.isUndefined())
        return {true, {}};
    if (value.isNull() || value.isObject())
        return {};
    return {true, luaText(value)};
}

bool isMissing(const Field &field, const Slot &slot)
{
    return field.isRequired() && slot.text.isEmpty();
}

std::optional<QString>
cacheKeyOf(const RecordSchema &schema, const QJsonObject &row, const std::optional<NestedIn> &nested)
{
    QStringList parts{schema.name, u"*"_s};
    for (const QString &key : schema.cacheKey) {
        const Field *field = schema.field(key);
        if (!field || field->generated)
            return std::nullopt;
        const bool isParent = nested && nested->parentField == key;
        const Slot slot = slotOf(*field, row, nested);
        if (isMissing(*field, slot) || (isParent && slot.text.isEmpty()))
            return std::nullopt;
        if (slot.present)
            parts << slot.text;
    }
    return parts.join(u':');
}

} // namespace

std::optional<QString>
deterministicId(const RecordSchema &schema, const QJsonObject &row, const std::optional<NestedIn> &nested)
{
    std::optional<QString> key;
    if (!schema.cacheKey.isEmpty()) {
        key = cacheKeyOf(schema, row, nested);
    } else {
        const Field *field = schema.field(schema.endpointKey);
        const QJsonValue value = row.value(schema.endpointKey);
        // A nested SNI gets a random id: Kong looks for its name before it has copied it.
        const bool isNestedSni = schema.name == "snis"_L1 && nested;
        if (field && !field->generated && value.isString() && !isNestedSni)
            key = value.toString();
    }
    if (!key)
        return std::nullopt;
    return nameUuid(nameUuid(QString(rootNamespace), schema.name), *key);
}

} // namespace gatehouse
