// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/record_schema.h"

#include <algorithm>

namespace gatehouse {

namespace checks {

namespace {

EntityCheck listCheck(EntityCheck::Kind kind, const QStringList &fields)
{
    EntityCheck check;
    check.kind = kind;
    check.fields = fields;
    check.runWithMissingFields = kind != EntityCheck::Kind::OnlyOneOf && kind != EntityCheck::Kind::Distinct;
    check.runWithInvalidFields =
        kind != EntityCheck::Kind::MutuallyRequired && kind != EntityCheck::Kind::MutuallyExclusive;
    return check;
}

} // namespace

EntityCheck atLeastOneOf(const QStringList &fields)
{
    return listCheck(EntityCheck::Kind::AtLeastOneOf, fields);
}

EntityCheck onlyOneOf(const QStringList &fields)
{
    return listCheck(EntityCheck::Kind::OnlyOneOf, fields);
}

EntityCheck distinct(const QStringList &fields)
{
    return listCheck(EntityCheck::Kind::Distinct, fields);
}

EntityCheck mutuallyRequired(const QStringList &fields)
{
    return listCheck(EntityCheck::Kind::MutuallyRequired, fields);
}

EntityCheck mutuallyExclusive(const QStringList &fields)
{
    return listCheck(EntityCheck::Kind::MutuallyExclusive, fields);
}

EntityCheck when(const QString &ifField, const Match &ifMatch, const QString &thenField, const Match &thenMatch)
{
    EntityCheck check;
    check.kind = EntityCheck::Kind::Conditional;
    check.fields = {ifField, thenField};
    check.ifField = ifField;
    check.ifMatch = ifMatch;
    check.thenField = thenField;
    check.thenMatch = thenMatch;
    check.runWithInvalidFields = true;
    return check;
}

EntityCheck custom(const QStringList &fields, CustomCheck code)
{
    EntityCheck check;
    check.kind = EntityCheck::Kind::Custom;
    check.fields = fields;
    check.custom = std::move(code);
    return check;
}

Match matches(const QString &luaPattern)
{
    Match match;
    match.rules.match = luaPattern;
    return match;
}

Match isOneOf(const QStringList &values)
{
    Match match;
    match.rules.oneOf = QJsonArray::fromStringList(values);
    return match;
}

Match equals(const QJsonValue &value)
{
    Match match;
    match.rules.equals = value;
    return match;
}

Match isRequired()
{
    Match match;
    match.required = true;
    return match;
}

} // namespace checks

const Field *RecordSchema::field(QStringView key) const
{
    const qsizetype dot = key.indexOf(u'.');
    const QStringView head = dot < 0 ? key : key.first(dot);
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field &f) { return f.key == head; });
    if (found == fields.end())
        return nullptr;
    if (dot < 0)
        return &*found;
    return found->record ? found->record->field(key.sliced(dot + 1)) : nullptr;
}

const RecordSchema *RecordSchema::subschemaOf(const QJsonObject &record) const
{
    if (subschemaKey.isEmpty())
        return nullptr;
    const QJsonValue selector = record.value(subschemaKey);
    if (selector.isString())
        return subschemas.value(selector.toString()).get();
    for (const QJsonValue &element : selector.toArray()) {
        if (const auto subschema = subschemas.value(element.toString()))
            return subschema.get();
    }
    return nullptr;
}

} // namespace gatehouse
