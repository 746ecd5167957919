// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace gatehouse {

enum class EntityKind { Services, Routes, Consumers, Plugins };

// One column of an entity list: its title and what a row shows there. `key` is the word for `key:value` filters.
struct EntityColumn {
    const char *key;
    const char *title; // for tr() in the context "EntityColumns"
    QString (*text)(const Config &config, const QJsonObject &row);
    int width = 14; // average characters
};

// How a kind of entity is listed. Thread: any.
struct EntityKindText {
    EntityKind kind;
    const char *table;
    const char *objectName; // of its page
    const char *icon;
    const char *title; // plural
    const char *emptyText;
    QList<EntityColumn> columns;
    QList<const char *> related; // tables whose rows show in the columns
};

const EntityKindText &entityKindText(EntityKind kind);

// Name, username or, without one, the beginning of the id.
[[nodiscard]] QString shownName(const QJsonObject &row);

} // namespace gatehouse
