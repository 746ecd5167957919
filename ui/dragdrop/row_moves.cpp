// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dragdrop/row_moves.h"

#include "core/inspect/group_names.h"
#include "ui/entities/entity_columns.h"
#include "ui/main_window/workbench.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RowMoves)
};

struct Scope {
    QLatin1StringView table;
    QLatin1StringView field; // of a plugin
    const char *text;        // for Words::tr()
};

constexpr std::array scopes{
    Scope{"services"_L1, "service"_L1, QT_TRANSLATE_NOOP("RowMoves", "service “%1”")},
    Scope{"routes"_L1, "route"_L1, QT_TRANSLATE_NOOP("RowMoves", "route “%1”")},
    Scope{"consumers"_L1, "consumer"_L1, QT_TRANSLATE_NOOP("RowMoves", "consumer “%1”")},
};

// The references of a plugin that make up a scope.
QJsonObject scopeFields(const RowMoves::Place &place)
{
    QJsonObject fields;
    for (const Scope &scope : scopes)
        fields.insert(scope.field,
                      scope.table == place.table ? QJsonValue(QJsonObject{{u"id"_s, place.id}}) : QJsonValue());
    return fields;
}

bool isIn(const QJsonObject &plugin, const RowMoves::Place &place)
{
    return std::all_of(scopes.begin(), scopes.end(), [&](const Scope &scope) {
        return foreignId(plugin, scope.field) == (scope.table == place.table ? place.id : QString());
    });
}

bool allows(const SchemaRegistry &registry, const QJsonObject &plugin, const RowMoves::Place &place)
{
    const PluginSchema *schema = registry.plugin(plugin.value("name"_L1).toString());
    return !schema || std::all_of(scopes.begin(), scopes.end(), [&](const Scope &scope) {
        return scope.table != place.table || schema->allowsScope(QString(scope.field));
    });
}

bool isInGroup(const Config &config, const QString &consumer, const QString &group)
{
    const QList<QJsonObject> acls = config.table(u"acls"_s).rowsWhere(u"consumer"_s, consumer);
    return std::any_of(acls.begin(), acls.end(),
                       [&group](const QJsonObject &acl) { return acl.value("group"_L1) == group; });
}

// What tells a row from others does not go into its copy.
QJsonObject copyOf(QJsonObject row)
{
    for (const auto key : {"id"_L1, "created_at"_L1, "updated_at"_L1, "instance_name"_L1})
        row.remove(key);
    return row;
}

} // namespace

RowMoves::Place RowMoves::placeOf(const QString &table, const QString &id) const
{
    const auto row = m_workbench.config().find(table, id);
    if (table == "acls"_L1) {
        const QString group = row ? row->value("group"_L1).toString() : id;
        return {table, group, group};
    }
    return {table, id, row ? shownName(*row) : QString()};
}

QList<RowMoves::Place> RowMoves::places(const QString &table) const
{
    QList<Place> all;
    const auto addRows = [this, &all](const QString &from) {
        const QList<QJsonObject> rows = m_workbench.config().rows(from);
        for (const QJsonObject &row : rows)
            all << Place{from, row.value("id"_L1).toString(), shownName(row)};
    };
    if (table == "routes"_L1) {
        addRows(u"services"_s);
    } else if (table == "consumers"_L1) {
        const QStringList groups = groupNames(m_workbench.config()).keys();
        for (const QString &group : groups)
            all << Place{u"acls"_s, group, group};
    } else if (table == "plugins"_L1) {
        all << Place{};
        for (const Scope &scope : scopes)
            addRows(scope.table);
    }
    return all;
}

QString RowMoves::what(const DraggedRows &rows) const
{
    const RecordSchema *schema = m_workbench.store().registry().entity(rows.table);
    const QString kind = schema && schema->label ? QCoreApplication::translate("schema", schema->label) : rows.table;
    if (rows.ids.size() > 1)
        return QCoreApplication::translate("RowMoves", "%n × %1", nullptr, static_cast<int>(rows.ids.size())).arg(kind);
    return Words::tr("%1 “%2”").arg(
        kind, shownName(m_workbench.config().find(rows.table, rows.ids.first()).value_or(QJsonObject())));
}

QString RowMoves::title(const Place &place) const
{
    if (place.table == "acls"_L1)
        return place.name;
    const auto *scope =
        std::find_if(scopes.begin(), scopes.end(), [&place](const Scope &each) { return each.table == place.table; });
    return scope == scopes.end() ? Words::tr("everything") : Words::tr(scope->text).arg(place.name);
}

QString RowMoves::text(const DraggedRows &rows, const Place &place, Way way) const
{
    const Config &config = m_workbench.config();
    const auto all = [&](const auto &holds) {
        return std::all_of(rows.ids.begin(), rows.ids.end(), [&](const QString &id) {
            const auto row = config.find(rows.table, id);
            return row && holds(*row);
        });
    };
    if (rows.table == "routes"_L1 && place.table == "services"_L1) {
        const bool moves = !all([&](const QJsonObject &route) { return foreignId(route, u"service"_s) == place.id; });
        return moves ? Words::tr("Move %1 to %2").arg(what(rows), title(place)) : QString();
    }
    if (rows.table == "consumers"_L1 && place.table == "acls"_L1) {
        const bool joins = !all([&](const QJsonObject &consumer) {
            return isInGroup(config, consumer.value("id"_L1).toString(), place.id);
        });
        return joins ? Words::tr("Add %1 to group “%2”").arg(what(rows), place.name) : QString();
    }
    if (rows.table != "plugins"_L1 || place.table == "acls"_L1)
        return {};
    const SchemaRegistry &registry = m_workbench.store().registry();
    const bool fits =
        all([&](const QJsonObject &plugin) { return allows(registry, plugin, place) && !isIn(plugin, place); });
    if (!fits)
        return {};
    return (way == Way::Copy ? Words::tr("Copy %1 to %2") : Words::tr("Move %1 to %2")).arg(what(rows), title(place));
}

StoreOutcome
RowMoves::moveRow(ChangeDraft &draft, const DraggedRows &rows, const QString &id, const Place &place, Way way)
{
    if (rows.table == "routes"_L1)
        return draft.update(rows.table, id, {{u"service"_s, QJsonObject{{u"id"_s, place.id}}}});
    if (rows.table == "consumers"_L1) {
        if (isInGroup(draft.config(), id, place.id))
            return {};
        return draft.insert(u"acls"_s, {{u"group"_s, place.id}, {u"consumer"_s, QJsonObject{{u"id"_s, id}}}});
    }
    const QJsonObject scope = scopeFields(place);
    if (way == Way::Move)
        return draft.update(rows.table, id, scope);
    QJsonObject copy = copyOf(draft.config().find(rows.table, id).value_or(QJsonObject()));
    for (auto field = scope.begin(); field != scope.end(); ++field)
        copy.insert(field.key(), field.value());
    return draft.insert(rows.table, copy);
}

bool RowMoves::run(const DraggedRows &rows, const Place &place, Way way)
{
    const QString step = text(rows, place, way);
    if (step.isEmpty())
        return false;
    ChangeDraft draft(m_workbench.store());
    for (const QString &id : rows.ids) {
        if (const StoreOutcome moved = moveRow(draft, rows, id, place, way); moved.error) {
            emit m_workbench.message({u"command"_s, moved.error->message, Message::Kind::Error});
            return false;
        }
    }
    m_workbench.history().setMergeKey({});
    const Result<> applied = m_workbench.store().apply(draft.change(step), Origin::User);
    if (!applied) {
        emit m_workbench.message({u"command"_s, applied.error().message, Message::Kind::Error});
        return false;
    }
    UndoHistory &history = m_workbench.history();
    emit m_workbench.message({u"moved"_s,
                              step,
                              Message::Kind::Note,
                              {{Words::tr("Undo"), [&history] { history.undo(); }}},
                              std::chrono::seconds(10)});
    return true;
}

} // namespace gatehouse
