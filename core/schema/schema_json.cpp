// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema_json.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

// Kong writes the rules it implies (len_min 1, required elements) into a field when it first validates one, and prints
// them from then on. Only fields outside records are shared between validation and printing.
enum class Implied { Shown, Hidden };

QJsonObject fieldJson(const Field &field, Implied implied);
QJsonArray fieldsJson(const QList<Field> &fields, Implied implied);
QJsonArray checksJson(const QList<EntityCheck> &checks, Implied implied);

QString typeName(FieldType type)
{
    switch (type) {
    case FieldType::Boolean:
        return u"boolean"_s;
    case FieldType::Integer:
        return u"integer"_s;
    case FieldType::Number:
        return u"number"_s;
    case FieldType::Text:
        return u"string"_s;
    case FieldType::Array:
        return u"array"_s;
    case FieldType::Set:
        return u"set"_s;
    case FieldType::Map:
        return u"map"_s;
    case FieldType::Record:
        return u"record"_s;
    case FieldType::Foreign:
        return u"foreign"_s;
    case FieldType::Json:
        return u"json"_s;
    case FieldType::Function:
        return u"function"_s;
    }
    return {};
}

void addIf(QJsonObject &json, const QString &key, bool set)
{
    if (set)
        json.insert(key, true);
}

void addText(QJsonObject &json, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key, text);
}

void addList(QJsonObject &json, const QString &key, const QJsonArray &list)
{
    if (!list.isEmpty())
        json.insert(key, list);
}

template <class T>
void addSet(QJsonObject &json, const QString &key, const std::optional<T> &value)
{
    if (value)
        json.insert(key, *value);
}

QJsonArray patternsJson(const QList<Pattern> &patterns)
{
    QJsonArray result;
    for (const Pattern &pattern : patterns) {
        QJsonObject entry{{u"pattern"_s, pattern.pattern}};
        addText(entry, u"err"_s, pattern.error);
        result << entry;
    }
    return result;
}

QJsonObject matchAnyJson(const MatchAny &match)
{
    QJsonObject result{{u"patterns"_s, QJsonArray::fromStringList(match.patterns)}};
    addText(result, u"err"_s, match.error);
    return result;
}

void addRules(QJsonObject &json, const Rules &rules)
{
    addSet(json, u"eq"_s, rules.equals);
    addSet(json, u"ne"_s, rules.notEquals);
    addList(json, u"not_one_of"_s, rules.notOneOf);
    addList(json, u"one_of"_s, rules.oneOf);
    addSet(json, u"gt"_s, rules.greaterThan);
    addIf(json, u"timestamp"_s, rules.timestamp);
    addIf(json, u"uuid"_s, rules.uuid);
    addIf(json, u"is_regex"_s, rules.regex);
    if (rules.between)
        json.insert(u"between"_s, QJsonArray{rules.between->first, rules.between->second});
    addSet(json, u"len_eq"_s, rules.lengthEquals);
    addSet(json, u"len_min"_s, rules.lengthMin);
    addSet(json, u"len_max"_s, rules.lengthMax);
    addText(json, u"starts_with"_s, rules.startsWith);
    addText(json, u"not_match"_s, rules.notMatch);
    addList(json, u"match_none"_s, patternsJson(rules.matchNone));
    addText(json, u"match"_s, rules.match);
    addList(json, u"match_all"_s, patternsJson(rules.matchAll));
    if (rules.matchAny)
        json.insert(u"match_any"_s, matchAnyJson(*rules.matchAny));
    addSet(json, u"contains"_s, rules.contains);
    QJsonArray subsets;
    for (const QStringList &subset : rules.exclusiveSubsets)
        subsets << QJsonArray::fromStringList(subset);
    addList(json, u"mutually_exclusive_subsets"_s, subsets);
    addText(json, u"err"_s, rules.error);
}

QJsonObject deprecationJson(const Deprecation &deprecation)
{
    QJsonObject result{{u"message"_s, deprecation.message}, {u"removal_in_version"_s, deprecation.removalVersion}};
    if (!deprecation.oldDefault.isUndefined())
        result.insert(u"old_default"_s, deprecation.oldDefault);
    QJsonArray replacements;
    for (const QStringList &path : deprecation.replacedWith)
        replacements << QJsonObject{{u"path"_s, QJsonArray::fromStringList(path)}};
    addList(result, u"replaced_with"_s, replacements);
    return result;
}

QJsonArray shorthandsJson(const QList<Shorthand> &shorthands)
{
    QJsonArray result;
    for (const Shorthand &shorthand : shorthands) {
        QJsonObject json = fieldJson(shorthand.field, Implied::Hidden);
        addList(json, u"translate_backwards"_s, QJsonArray::fromStringList(shorthand.mirror));
        result << QJsonObject{{shorthand.field.key, json}};
    }
    return result;
}

void addMembers(QJsonObject &json, const Field &field, Implied implied)
{
    const auto member = [&](const std::shared_ptr<const Field> &described) {
        QJsonObject nested = fieldJson(*described, implied);
        if (implied == Implied::Shown)
            nested.insert(u"required"_s, true);
        return nested;
    };
    if (field.elements)
        json.insert(u"elements"_s, member(field.elements));
    if (field.keys)
        json.insert(u"keys"_s, member(field.keys));
    if (field.values)
        json.insert(u"values"_s, member(field.values));
    if (!field.record)
        return;
    json.insert(u"fields"_s, fieldsJson(field.record->fields, Implied::Hidden));
    addList(json, u"entity_checks"_s, checksJson(field.record->checks, Implied::Hidden));
    addList(json, u"shorthand_fields"_s, shorthandsJson(field.record->shorthands));
}

QJsonObject fieldJson(const Field &field, Implied implied)
{
    QJsonObject json{{u"type"_s, typeName(field.type)}};
    addRules(json, field.rules);
    if (implied == Implied::Shown && field.type == FieldType::Text && !field.rules.lengthMin)
        json.insert(u"len_min"_s, 1);
    if (field.hasDefault())
        json.insert(u"default"_s, field.defaultValue);
    addSet(json, u"required"_s, field.required);
    addIf(json, u"unique"_s, field.unique);
    if (field.notUnique)
        json.insert(u"unique"_s, false);
    addIf(json, u"unique_across_ws"_s, field.uniqueAcrossWorkspaces);
    addIf(json, u"auto"_s, field.generated);
    addIf(json, u"immutable"_s, field.immutable);
    addIf(json, u"encrypted"_s, field.encrypted);
    addIf(json, u"referenceable"_s, field.referenceable);
    addIf(json, u"abstract"_s, field.abstract);
    addText(json, u"reference"_s, field.reference);
    if (field.onDelete == OnDelete::Cascade)
        json.insert(u"on_delete"_s, u"cascade"_s);
    if (field.deprecation)
        json.insert(u"deprecation"_s, deprecationJson(*field.deprecation));
    addMembers(json, field, implied);
    return json;
}

QJsonArray fieldsJson(const QList<Field> &fields, Implied implied)
{
    QJsonArray result;
    for (const Field &field : fields)
        result << QJsonObject{{field.key, fieldJson(field, implied)}};
    return result;
}

QJsonObject matchJson(const Match &match, Implied implied)
{
    QJsonObject json;
    addRules(json, match.rules);
    addIf(json, u"required"_s, match.required);
    if (match.elements) {
        QJsonObject elements = fieldJson(*match.elements, implied);
        if (implied == Implied::Shown)
            elements.insert(u"required"_s, true);
        json.insert(u"elements"_s, elements);
    }
    return json;
}

QJsonObject conditionalJson(const EntityCheck &check, Implied implied)
{
    QJsonObject json{{u"if_field"_s, check.ifField},
                     {u"if_match"_s, matchJson(check.ifMatch, implied)},
                     {u"then_field"_s, check.thenField},
                     {u"then_match"_s, matchJson(check.thenMatch, implied)}};
    addText(json, u"then_err"_s, check.thenError);
    return json;
}

QJsonObject conditionalListJson(const EntityCheck &check, Implied implied)
{
    QJsonObject json{{u"if_field"_s, check.ifField},
                     {u"if_match"_s, matchJson(check.ifMatch, implied)},
                     {u"then_at_least_one_of"_s, QJsonArray::fromStringList(check.thenAtLeastOneOf)}};
    addText(json, u"then_err"_s, check.thenError);
    if (check.elseMatch)
        json.insert(u"else_match"_s, matchJson(*check.elseMatch, implied));
    addList(json, u"else_then_at_least_one_of"_s, QJsonArray::fromStringList(check.elseAtLeastOneOf));
    addText(json, u"else_then_err"_s, check.elseError);
    return json;
}

QJsonObject checkJson(const EntityCheck &check, Implied implied)
{
    const QJsonArray fields = QJsonArray::fromStringList(check.fields);
    switch (check.kind) {
    case EntityCheck::Kind::AtLeastOneOf:
        return {{u"at_least_one_of"_s, fields}};
    case EntityCheck::Kind::OnlyOneOf:
        return {{u"only_one_of"_s, fields}};
    case EntityCheck::Kind::Distinct:
        return {{u"distinct"_s, fields}};
    case EntityCheck::Kind::MutuallyRequired:
        return {{u"mutually_required"_s, fields}};
    case EntityCheck::Kind::MutuallyExclusive:
        return {{u"mutually_exclusive"_s, fields}};
    case EntityCheck::Kind::Conditional:
        return {{u"conditional"_s, conditionalJson(check, implied)}};
    case EntityCheck::Kind::ConditionalAtLeastOneOf:
        return {{u"conditional_at_least_one_of"_s, conditionalListJson(check, implied)}};
    case EntityCheck::Kind::Custom:
        break;
    }
    QJsonObject custom{{u"field_sources"_s, fields}};
    addIf(custom, u"run_with_missing_fields"_s, check.runWithMissingFields);
    addIf(custom, u"run_with_invalid_fields"_s, check.runWithInvalidFields);
    return {{u"custom_entity_check"_s, custom}};
}

QJsonArray checksJson(const QList<EntityCheck> &checks, Implied implied)
{
    QJsonArray result;
    for (const EntityCheck &check : checks)
        result << checkJson(check, implied);
    return result;
}

// A conditional check validates the very field it names, so the rules implied for its elements are printed as well.
RecordSchema withCheckedLists(const RecordSchema &schema)
{
    RecordSchema result = schema;
    for (const EntityCheck &check : schema.checks) {
        const QString outer = check.thenField.section(u'.', 0, 0);
        const QString inner = check.thenField.section(u'.', 1);
        const auto field = std::find_if(result.fields.begin(), result.fields.end(),
                                        [&](const Field &candidate) { return candidate.key == outer; });
        if (check.kind != EntityCheck::Kind::Conditional || field == result.fields.end() || !field->record)
            continue;
        RecordSchema record = *field->record;
        for (Field &member : record.fields) {
            if (member.key != inner || !member.elements)
                continue;
            Field element = member.elements->need();
            if (element.type == FieldType::Text && !element.rules.lengthMin)
                element.rules.lengthMin = 1;
            member.elements = std::make_shared<const Field>(element);
        }
        field->record = std::make_shared<const RecordSchema>(record);
    }
    return result;
}

// Such a field is never validated itself, so nothing has been implied for it.
bool isAlwaysSpecialised(const RecordSchema &schema, const Field &field)
{
    return !schema.subschemas.isEmpty() &&
           std::all_of(schema.subschemas.begin(), schema.subschemas.end(),
                       [&](const auto &subschema) { return subschema->field(field.key) != nullptr; });
}

} // namespace

QJsonObject schemaToJson(const RecordSchema &schema)
{
    const RecordSchema shown = withCheckedLists(schema);
    QJsonArray fields;
    for (const Field &field : shown.fields) {
        const Implied implied = isAlwaysSpecialised(schema, field) ? Implied::Hidden : Implied::Shown;
        fields << QJsonObject{{field.key, fieldJson(field, implied)}};
    }
    return {{u"fields"_s, fields}, {u"entity_checks"_s, checksJson(schema.checks, Implied::Shown)}};
}

QJsonObject configToJson(const RecordSchema &plugin)
{
    const RecordSchema shown = withCheckedLists(plugin);
    const RecordSchema &config = *shown.field(u"config")->record;
    return {{u"fields"_s, fieldsJson(config.fields, Implied::Hidden)},
            {u"entity_checks"_s, checksJson(config.checks, Implied::Hidden)}};
}

} // namespace gatehouse
