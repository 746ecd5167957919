// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/reference.h"

#include "core/schema/error_text.h"

#include <QJsonDocument>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

QString typeText(const Field &field)
{
    switch (field.type) {
    case FieldType::Boolean:
        return u"true or false"_s;
    case FieldType::Integer:
        return u"whole number"_s;
    case FieldType::Number:
        return u"number"_s;
    case FieldType::Text:
        return field.rules.uuid ? u"UUID"_s : u"text"_s;
    case FieldType::Array:
        return u"list of "_s + typeText(*field.elements);
    case FieldType::Set:
        return u"set of "_s + typeText(*field.elements);
    case FieldType::Map:
        return u"map of text to "_s + typeText(*field.values);
    case FieldType::Record:
        return u"record"_s;
    case FieldType::Foreign:
        return u"reference to "_s + field.reference;
    case FieldType::Json:
        return u"any JSON"_s;
    case FieldType::Function:
        return u"function"_s;
    }
    return {};
}

QString code(const QString &text)
{
    return u'`' + text + u'`';
}

QString valueText(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    if (value.isArray())
        return code(QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)));
    if (value.isObject())
        return u"see below"_s;
    return value.toString(u"-"_s).isEmpty() ? u"(empty)"_s : code(luaText(value));
}

// The default of a secret is drawn at random at each start.
QString defaultText(const Field &field)
{
    const bool isDrawn = field.secret && !field.defaultValue.toString().isEmpty();
    return isDrawn ? u"random"_s : valueText(field.defaultValue);
}

QString choicesText(const QJsonArray &choices)
{
    QStringList texts;
    for (const QJsonValue &choice : choices)
        texts << code(luaText(choice));
    return u"one of "_s + texts.join(", "_L1);
}

const Rules &innermostRules(const Field &field)
{
    return field.elements ? innermostRules(*field.elements) : field.rules;
}

QString rulesText(const Field &field)
{
    const Rules &rules = innermostRules(field);
    QStringList texts;
    if (field.isRequired())
        texts << u"required"_s;
    if (!rules.oneOf.isEmpty())
        texts << choicesText(rules.oneOf);
    if (rules.between)
        texts << u"%1 to %2"_s.arg(luaText(rules.between->first), luaText(rules.between->second));
    if (rules.greaterThan)
        texts << u"more than "_s + luaText(*rules.greaterThan);
    if (field.unique)
        texts << u"unique"_s;
    if (field.generated)
        texts << u"filled in when missing"_s;
    if (field.referenceable)
        texts << u"may be a vault reference"_s;
    if (field.deprecation)
        texts << u"deprecated"_s;
    return texts.join("; "_L1);
}

QString cell(QString text)
{
    return text.replace(u'|', "\\|"_L1);
}

void addRows(QString &out, const QList<Field> &fields, const QString &prefix)
{
    for (const Field &field : fields) {
        const QString help = field.help ? QString::fromUtf8(field.help) : QString();
        const QString rules = rulesText(field);
        const bool both = !help.isEmpty() && !rules.isEmpty();
        const QString description = both ? u"%1 (%2)"_s.arg(help, rules) : help + rules;
        out += u"| "_s + code(prefix + field.key) + u" | "_s + cell(typeText(field)) + u" | "_s +
               cell(defaultText(field)) + u" | "_s + cell(description) + u" |\n"_s;
        const Field &inner = field.elements ? *field.elements : field.values ? *field.values : field;
        const QString below = field.elements ? u"[]."_s : field.values ? u".*."_s : u"."_s;
        if (inner.record)
            addRows(out, inner.record->fields, prefix + field.key + below);
    }
}

void addTable(QString &out, const QList<Field> &fields)
{
    out += u"| Field | Type | Default | Meaning |\n| --- | --- | --- | --- |\n"_s;
    addRows(out, fields, {});
    out += u'\n';
}

void addShorthands(QString &out, const QList<Shorthand> &shorthands)
{
    QStringList names;
    for (const Shorthand &shorthand : shorthands)
        names << code(shorthand.field.key);
    if (!names.isEmpty())
        out += u"Also accepted: "_s + names.join(", "_L1) + u".\n\n"_s;
}

QString titleOf(const char *label, const QString &name)
{
    return label ? QString::fromUtf8(label) + u" ("_s + code(name) + u')' : code(name);
}

void addEntity(QString &out, const RecordSchema &schema)
{
    out += u"### "_s + titleOf(schema.label, schema.name) + u"\n\n"_s;
    if (schema.hasAdminApi)
        out += u"Admin API: "_s + code(u'/' + schema.collection()) + u"\n\n"_s;
    addTable(out, schema.fields);
    addShorthands(out, schema.shorthands);
}

void addPlugin(QString &out, const PluginSchema &plugin)
{
    out += u"### "_s + titleOf(plugin.label, plugin.name) + u"\n\n"_s;
    if (plugin.help)
        out += QString::fromUtf8(plugin.help) + u"\n\n"_s;
    QStringList scopes{u"everywhere"_s};
    for (const QString &scope : {u"service"_s, u"route"_s, u"consumer"_s}) {
        if (plugin.allowsScope(scope))
            scopes << scope;
    }
    out +=
        u"Attached to: "_s + scopes.join(", "_L1) + u". Priority: "_s + QString::number(plugin.priority) + u".\n\n"_s;
    if (plugin.config().fields.isEmpty())
        return;
    addTable(out, plugin.config().fields);
    addShorthands(out, plugin.config().shorthands);
}

} // namespace

QString referenceMarkdown(const SchemaRegistry &registry)
{
    QString out = u"# Reference\n\nEvery entity and plugin, with the fields a file or the Admin API may set.\n\n"
                  "## Entities\n\n"_s;
    for (const RecordSchema *schema : registry.entities()) {
        if (schema->declarative && (schema->hasAdminApi || schema->exported))
            addEntity(out, *schema);
    }
    out += u"## Plugins that run\n\n"_s;
    for (const QString &name : registry.pluginNames()) {
        if (registry.plugin(name)->executed)
            addPlugin(out, *registry.plugin(name));
    }
    out +=
        u"## Plugins that are stored and checked only\n\nGatehouse keeps their configuration for a gateway that runs "
        "them.\n\n"_s;
    for (const QString &name : registry.pluginNames()) {
        if (!registry.plugin(name)->executed)
            addPlugin(out, *registry.plugin(name));
    }
    return out.trimmed() + u'\n';
}

} // namespace gatehouse
