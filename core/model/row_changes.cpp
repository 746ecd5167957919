// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/row_changes.h"

#include "core/model/masked.h"
#include "core/model/row_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype longestValue = 40;
constexpr qsizetype mostFields = 2; // of a row, in one line

struct Words {
    Q_DECLARE_TR_FUNCTIONS(model)
};

// The same row as it is and as it may be shown.
struct Sight {
    QJsonValue value;
    QJsonValue shown;

    [[nodiscard]] Sight at(const QString &key) const
    {
        return {value.toObject().value(key), shown.toObject().value(key)};
    }
};

bool isUsual(const Field *field, const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (field && field->hasDefault() && field->defaultValue == value);
}

// The two configurations that are compared.
struct Sides {
    const SchemaRegistry &registry;
    const Config &from;
    const Config &to;
};

// A reference by the name of what it leads to.
QJsonValue named(const SchemaRegistry &registry, const Config &config, const Field &field, const QJsonValue &value)
{
    const QString id = value.toObject().value("id"_L1).toString();
    const auto row = id.isEmpty() ? std::nullopt : config.find(field.reference, id);
    if (row)
        return displayName(*registry.entity(field.reference), *row);
    return id.isEmpty() ? value : QJsonValue(id);
}

// Walks both sides at once, into records but not into lists and maps.
class FieldWalk
{
public:
    FieldWalk(const Sides &sides, bool isWhole)
        : m_sides(sides)
        , m_isWhole(isWhole)
    {
    }

    void record(const RecordSchema &schema, const QString &path, const Sight &before, const Sight &after)
    {
        const QJsonObject old = before.value.toObject();
        const QJsonObject now = after.value.toObject();
        const RecordSchema *special = schema.subschemaOf(now.isEmpty() ? old : now);
        QStringList keys = old.keys() + now.keys();
        keys.removeDuplicates();
        for (const QString &key : std::as_const(keys)) {
            const bool isOfTheStore =
                path.isEmpty() && (key == "id"_L1 || key == "created_at"_L1 || key == "updated_at"_L1);
            if (isOfTheStore || old.value(key) == now.value(key))
                continue;
            const Field *field = special ? special->field(key) : nullptr;
            value(field ? field : schema.field(key), path + key, before.at(key), after.at(key));
        }
    }

    QList<FieldChange> changes;

private:
    void value(const Field *field, const QString &path, const Sight &before, const Sight &after)
    {
        if (field && field->record && (before.value.isObject() || after.value.isObject())) {
            record(*field->record, path + u'.', before, after);
            return;
        }
        if (m_isWhole && isUsual(field, before.value) && isUsual(field, after.value))
            return;
        if (field && field->type == FieldType::Foreign) {
            changes.append({path, named(m_sides.registry, m_sides.from, *field, before.value),
                            named(m_sides.registry, m_sides.to, *field, after.value)});
            return;
        }
        const bool isMasked = before.shown != before.value || after.shown != after.value;
        changes.append({path, before.shown, after.shown, isMasked});
    }

    const Sides &m_sides;
    bool m_isWhole; // the row came or went
};

QList<FieldChange> fieldChanges(const Sides &sides, const RecordSchema &schema, const Edit &edit)
{
    const auto sightOf = [&](const std::optional<QJsonObject> &row) {
        return row ? Sight{*row, maskedRow(sides.registry, edit.table, *row)} : Sight{QJsonObject(), QJsonObject()};
    };
    FieldWalk walk(sides, !edit.before || !edit.after);
    walk.record(schema, {}, sightOf(edit.before), sightOf(edit.after));
    return walk.changes;
}

QString cut(const QString &text)
{
    return text.size() > longestValue ? text.left(longestValue - 1) + u'…' : text;
}

QStringList items(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &each : list)
        texts << shownValue(each);
    return texts;
}

QString listInShort(const FieldChange &change)
{
    const QStringList old = items(change.before);
    const QStringList now = items(change.after);
    QStringList parts;
    for (const QString &each : now) {
        if (!old.contains(each))
            parts << u'+' + cut(each);
    }
    for (const QString &each : old) {
        if (!now.contains(each))
            parts << u'−' + cut(each);
    }
    return parts.isEmpty() ? Words::tr("another order") : parts.join(u' ');
}

QString fieldInShort(const FieldChange &change)
{
    const QString name = QString(change.path).remove(u"config."_s);
    if (change.isSecret)
        return Words::tr("%1 is another secret").arg(name);
    if (change.before.isArray() || change.after.isArray())
        return name + u' ' + listInShort(change);
    return u"%1 %2 → %3"_s.arg(name, cut(shownValue(change.before)), cut(shownValue(change.after)));
}

QString rowInShort(const RowChange &row)
{
    if (row.kind == RowChange::Kind::Added)
        return Words::tr("%1 added").arg(row.title);
    if (row.kind == RowChange::Kind::Removed)
        return Words::tr("%1 removed").arg(row.title);
    QStringList parts;
    const QList<FieldChange> first = row.fields.first(std::min(row.fields.size(), mostFields));
    for (const FieldChange &field : first)
        parts << fieldInShort(field);
    if (const qsizetype more = row.fields.size() - parts.size(); more > 0)
        parts << Words::tr("%n more", nullptr, static_cast<int>(more));
    return row.title + u": "_s + parts.join(u", "_s);
}

// Parents before their children.
void sortByKind(const SchemaRegistry &registry, QList<RowChange> &changes)
{
    QHash<QString, qsizetype> places;
    const QList<const RecordSchema *> schemas = registry.entities();
    for (const RecordSchema *schema : schemas)
        places.insert(schema->name, places.size());
    std::stable_sort(changes.begin(), changes.end(), [&places](const RowChange &a, const RowChange &b) {
        return places.value(a.table) < places.value(b.table);
    });
}

} // namespace

QList<RowChange> rowChanges(const SchemaRegistry &registry, const Config &from, const Config &to)
{
    QList<RowChange> changes;
    const Change change = difference(from, to, {});
    const Sides sides{registry, from, to};
    for (const Edit &edit : change.edits) {
        const RecordSchema *schema = registry.entity(edit.table);
        if (!schema)
            continue;
        const auto kind = !edit.before  ? RowChange::Kind::Added
                          : !edit.after ? RowChange::Kind::Removed
                                        : RowChange::Kind::Changed;
        const QList<FieldChange> fields = fieldChanges(sides, *schema, edit);
        if (kind == RowChange::Kind::Changed && fields.isEmpty())
            continue;
        const QString title =
            edit.after ? rowTitle(registry, to, *schema, *edit.after) : rowTitle(registry, from, *schema, *edit.before);
        changes.append({kind, edit.table, edit.id, title, fields});
    }
    sortByKind(registry, changes);
    return changes;
}

ChangeCounts countsOf(const QList<RowChange> &changes)
{
    ChangeCounts counts;
    for (const RowChange &change : changes) {
        int &count = change.kind == RowChange::Kind::Added     ? counts.added
                     : change.kind == RowChange::Kind::Removed ? counts.removed
                                                               : counts.changed;
        ++count;
    }
    return counts;
}

QString countsText(const ChangeCounts &counts)
{
    QStringList parts;
    if (counts.added > 0)
        parts << u"+%1"_s.arg(counts.added);
    if (counts.removed > 0)
        parts << u"−%1"_s.arg(counts.removed);
    if (counts.changed > 0)
        parts << u"~%1"_s.arg(counts.changed);
    return parts.join(u' ');
}

QString changesInShort(const QList<RowChange> &changes)
{
    if (changes.size() == 1)
        return rowInShort(changes.first());
    const ChangeCounts counts = countsOf(changes);
    QStringList parts;
    if (counts.added > 0)
        parts << Words::tr("%n added", nullptr, counts.added);
    if (counts.removed > 0)
        parts << Words::tr("%n removed", nullptr, counts.removed);
    if (counts.changed > 0)
        parts << Words::tr("%n changed", nullptr, counts.changed);
    return parts.join(u", "_s);
}

QString shownValue(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return u"–"_s;
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isArray())
        return items(value).join(u", "_s);
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

} // namespace gatehouse
