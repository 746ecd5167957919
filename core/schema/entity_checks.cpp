// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/entity_checks.h"

#include "core/schema/rules.h"

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

using Kind = EntityCheck::Kind;
using Problem = std::optional<QString>;

QStringList nonEmptyOf(const QStringList &fields, const QJsonObject &record)
{
    QStringList result;
    for (const QString &field : fields) {
        if (isNonEmpty(valueAt(record, field)))
            result << field;
    }
    return result;
}

bool areDistinct(const QStringList &fields, const QJsonObject &record)
{
    QJsonArray seen;
    for (const QString &field : fields) {
        const QJsonValue value = valueAt(record, field);
        if (!isNonEmpty(value))
            continue;
        if (seen.contains(value))
            return false;
        seen << value;
    }
    return true;
}

void addEntityError(QJsonObject &errors, const QString &text)
{
    QJsonArray texts = errors.value("@entity"_L1).toArray();
    texts << text;
    errors.insert("@entity"_L1, texts);
}

template <class T>
void overlay(T &base, const T &top, const T &unset)
{
    if (top != unset)
        base = top;
}

// The field as it looks with the match laid over it.
Field laidOver(const Field &field, const Match &match)
{
    Field result = field;
    const Rules &top = match.rules;
    Rules &base = result.rules;
    overlay(base.equals, top.equals, {});
    overlay(base.notEquals, top.notEquals, {});
    overlay(base.notOneOf, top.notOneOf, {});
    overlay(base.oneOf, top.oneOf, {});
    overlay(base.greaterThan, top.greaterThan, {});
    overlay(base.lengthEquals, top.lengthEquals, {});
    overlay(base.between, top.between, {});
    overlay(base.match, top.match, {});
    overlay(base.contains, top.contains, {});
    overlay(base.error, top.error, {});
    if (top.matchAny)
        base.matchAny = top.matchAny;
    if (top.custom)
        base.custom = top.custom;
    if (match.elements)
        result.elements = match.elements;
    if (match.required)
        result.required = true;
    return result;
}

// Whether a match says nothing but "one of these" or "with this element".
bool isChoiceOnly(const Match &match)
{
    const Rules &rules = match.rules;
    const bool compares = rules.equals || rules.notEquals || rules.greaterThan || rules.between;
    const bool matches = !rules.match.isEmpty() || rules.matchAny || rules.custom || rules.lengthEquals;
    const bool chooses = rules.oneOf.isEmpty() == rules.contains.has_value();
    return chooses && rules.notOneOf.isEmpty() && !compares && !matches && !match.elements && !match.required;
}

QString formatted(QString text, const QString &argument)
{
    return text.replace("%s"_L1, argument);
}

} // namespace

void setErrorAt(QJsonObject &errors, QStringView dottedPath, const QJsonValue &value)
{
    const qsizetype dot = dottedPath.indexOf(u'.');
    if (dot < 0) {
        errors.insert(dottedPath.toString(), value);
        return;
    }
    const QString head = dottedPath.first(dot).toString();
    QJsonObject below = errors.value(head).toObject();
    setErrorAt(below, dottedPath.sliced(dot + 1), value);
    errors.insert(head, below);
}

EntityChecks::EntityChecks(const Validator &validator, const FieldLookup &lookup, const Validator::Context &context)
    : m_validator(validator)
    , m_lookup(lookup)
    , m_context(context)
{
}

void EntityChecks::run(const QJsonObject &record, QJsonObject &errors) const
{
    for (const EntityCheck &check : m_lookup.schema().checks)
        runOne(check, record, errors);
    if (m_lookup.subschema()) {
        for (const EntityCheck &check : m_lookup.subschema()->checks)
            runOne(check, record, errors);
    }
    transformationNeeds(m_lookup.schema(), record, errors);
    if (m_lookup.subschema())
        transformationNeeds(*m_lookup.subschema(), record, errors);
}

void EntityChecks::runOne(const EntityCheck &check, const QJsonObject &record, QJsonObject &errors) const
{
    QStringList sources = check.fields;
    if (check.kind == Kind::ConditionalAtLeastOneOf)
        sources = QStringList{check.ifField} + check.thenAtLeastOneOf + check.elseAtLeastOneOf;

    QStringList missing;
    bool allMissing = true;
    bool allValid = true;
    for (const QString &source : std::as_const(sources)) {
        const QJsonValue value = valueAt(record, source);
        if (value.isUndefined()) {
            const bool isNeeded = check.kind != Kind::Conditional || source == check.ifField;
            if (!check.runWithMissingFields && isNeeded)
                missing << source;
        } else {
            allMissing = false;
            if (isReferenceTo(source, value))
                return;
        }
        allValid = allValid && (errors.isEmpty() || !errors.contains(source));
    }
    if (!allValid && !check.runWithInvalidFields)
        return;
    const bool checkerRunsWithMissing = check.runWithMissingFields && check.kind != Kind::Custom;
    if (allMissing && !(checkerRunsWithMissing && isFull()))
        return;
    if (!missing.isEmpty()) {
        const QString text =
            isFull() ? u"field required for entity check"_s : u"field required for entity check when updating"_s;
        for (const QString &field : std::as_const(missing))
            setErrorAt(errors, field, text);
        return;
    }
    if (const Problem problem = problemOf(check, record, errors))
        addEntityError(errors, *problem);
}

bool EntityChecks::isReferenceTo(const QString &source, const QJsonValue &value) const
{
    if (!isVaultReference(value))
        return false;
    const Field *field = m_lookup.find(source);
    return field && field->referenceable;
}

std::optional<QString>
EntityChecks::problemOf(const EntityCheck &check, const QJsonObject &record, QJsonObject &errors) const
{
    if (check.kind == Kind::Conditional)
        return conditional(check, record, errors);
    if (check.kind == Kind::ConditionalAtLeastOneOf)
        return conditionalAtLeastOneOf(check, record, errors);
    if (check.kind == Kind::Custom)
        return check.custom(record);
    const qsizetype count = nonEmptyOf(check.fields, record).size();
    const auto list = [&check]() -> QString { return quotedList(check.fields); };
    switch (check.kind) {
    case Kind::AtLeastOneOf:
        if (count > 0)
            return {};
        return (isFull() ? u""_s : u"when updating, "_s) + u"at least one of these fields must be non-empty: "_s +
               list();
    case Kind::OnlyOneOf:
        return count == 1 ? Problem() : u"exactly one of these fields must be non-empty: "_s + list();
    case Kind::Distinct:
        return areDistinct(check.fields, record) ? Problem() : u"values of these fields must be distinct: "_s + list();
    case Kind::MutuallyRequired:
        return count == 0 || count == check.fields.size() ? Problem()
                                                          : u"all or none of these fields must be set: "_s + list();
    case Kind::MutuallyExclusive:
        return count <= 1 ? Problem() : u"only one or none of these fields must be set: "_s + list();
    default:
        return {};
    }
}

// A value whose field is known to be valid can be held against such a match without laying it over the field.
bool EntityChecks::accepts(const QString &field,
                           const Match &match,
                           const QJsonValue &value,
                           const QJsonObject &errors) const
{
    const Field *described = m_lookup.find(field);
    if (!described || value.isUndefined())
        return false;
    if (isChoiceOnly(match) && !errors.contains(field))
        return match.rules.contains ? value.toArray().contains(*match.rules.contains)
                                    : match.rules.oneOf.contains(value);
    return m_validator.validateField(laidOver(*described, match), value).isUndefined();
}

std::optional<QString>
EntityChecks::conditional(const EntityCheck &check, const QJsonObject &record, QJsonObject &errors) const
{
    if (!accepts(check.ifField, check.ifMatch, valueAt(record, check.ifField), errors))
        return {};
    const QString generic = u"failed conditional validation given value of field '%s'"_s;
    QJsonValue thenValue = valueAt(record, check.thenField);
    if (thenValue.isUndefined())
        thenValue = QJsonValue::Null;
    if (check.thenMatch.required && thenValue.isNull()) {
        setErrorAt(errors, check.thenField, u"required field missing"_s);
        return formatted(generic, check.ifField);
    }
    const Field *field = m_lookup.find(check.thenField);
    const bool isNullWanted = check.thenMatch.rules.equals && check.thenMatch.rules.equals->isNull();
    if (!field || (isNullWanted && thenValue.isNull()))
        return {};
    const QJsonValue error = m_validator.validateField(laidOver(*field, check.thenMatch), thenValue);
    if (error.isUndefined())
        return {};
    setErrorAt(errors, check.thenField, error);
    return formatted(check.thenError.isEmpty() ? generic : check.thenError, check.ifField);
}

std::optional<QString> EntityChecks::conditionalAtLeastOneOf(const EntityCheck &check,
                                                             const QJsonObject &record,
                                                             const QJsonObject &errors) const
{
    const QJsonValue value = valueAt(record, check.ifField);
    if (value.isUndefined())
        return {};
    const bool matches = accepts(check.ifField, check.ifMatch, value, errors);
    if (!matches && !(check.elseMatch && accepts(check.ifField, *check.elseMatch, value, errors)))
        return {};
    const QStringList &fields = matches ? check.thenAtLeastOneOf : check.elseAtLeastOneOf;
    if (!nonEmptyOf(fields, record).isEmpty())
        return {};
    const QString &custom = matches ? check.thenError : check.elseError;
    if (!custom.isEmpty())
        return formatted(custom, quotedList(fields));
    return (isFull() ? u""_s : u"when updating, "_s) + u"at least one of these fields must be non-empty: "_s +
           quotedList(fields);
}

void EntityChecks::transformationNeeds(const RecordSchema &schema, const QJsonObject &record, QJsonObject &errors) const
{
    const QJsonObject &given = m_context.input ? *m_context.input : record;
    for (const Transformation &transformation : schema.transformations) {
        bool needsChanged = false;
        for (const QString &need : transformation.needs)
            needsChanged =
                needsChanged || (m_context.stored && valueAt(given, need) != valueAt(*m_context.stored, need));
        const qsizetype inputs = nonEmptyOf(transformation.input, given).size();
        if (!needsChanged && inputs == 0)
            continue;
        const QStringList all = transformation.input + transformation.needs;
        const qsizetype set = nonEmptyOf(all, needsChanged ? given : record).size();
        const QString text = u"all or none of these fields must be set: "_s;
        if (set != 0 && set != all.size())
            addEntityError(errors, text + quotedList(all));
        else if (inputs != 0 && inputs != transformation.input.size())
            addEntityError(errors, text + quotedList(transformation.input));
    }
}

} // namespace gatehouse
