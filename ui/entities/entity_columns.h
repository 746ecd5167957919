// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"
#include "core/model/row_name.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace gatehouse {

enum class EntityKind {
    Services,
    Routes,
    Consumers,
    Plugins,
    Upstreams,
    Certificates,
    CaCertificates,
    KeySets,
    Keys,
    Vaults
};

// What a column tells of the traffic of the last five minutes.
enum class TrafficFigure { None, Requests, Errors, Denied, UpstreamP95, LastSeen };

// One column of an entity list: its title and what a row shows there. `key` is the word for `key:value` filters.
struct EntityColumn {
    const char *key;
    const char *title; // for tr() in the context "EntityColumns"
    // Null: worked out elsewhere (EntityTableModel::setCells).
    QString (*text)(const Config &config, const QJsonObject &row);
    int width = 14; // average characters
    TrafficFigure figure = TrafficFigure::None;
};

// Rows that belong to a row and are edited with it: a tab of its editor.
struct ChildKind {
    const char *title;
    QList<const char *> tables; // which rows; several tables are listed together
    const char *field;          // their reference to the parent
    bool hasPage = false;       // they are edited on a page of their own
};

// How a kind of entity is listed and edited. Thread: any.
struct EntityKindText {
    EntityKind kind;
    const char *table;
    const char *objectName; // of its page
    const char *icon;
    const char *title; // plural
    const char *emptyText;
    QList<EntityColumn> columns;
    QList<const char *> related; // tables whose rows show in the columns
    QList<ChildKind> children = {};
};

const EntityKindText &entityKindText(EntityKind kind);

// The kinds in the order of the navigation.
[[nodiscard]] QList<EntityKind> entityKinds();
// The kind whose page lists a table's rows; none for rows that are edited with their parent.
[[nodiscard]] std::optional<EntityKind> kindOfTable(QStringView table);

} // namespace gatehouse
