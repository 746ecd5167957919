// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

namespace gatehouse {

// Who caused a change. Open is another document: there is nothing to undo in it. File is the same document, changed on
// disk; Restore brings back what a crash left behind. All but Open and Undo are steps that can be undone.
enum class Origin { User, AdminApi, File, Open, Undo, Restore };

// One row as it was and as it is: no `before` = created, no `after` = removed.
struct Edit {
    QString table;
    QString id;
    std::optional<QJsonObject> before;
    std::optional<QJsonObject> after;
};

// Everything that can happen to a Config: create, update, delete with its cascade, import, and undo of each.
// Thread: any (a value).
struct Change {
    QString text; // for a person: 'Add service "orders"'; never contains secrets
    QList<Edit> edits;
    bool wholesale = false; // another configuration took the place of this one, and brought its own order of rows

    [[nodiscard]] Change inverted() const;

    [[nodiscard]] bool isEmpty() const { return edits.isEmpty(); }

    void applyTo(Config &config) const;
};

// The edits that turn one configuration into the other: removed and changed rows, then added rows in order.
[[nodiscard]] Change difference(const Config &from, const Config &to, const QString &text);

// A configuration that was read from a text, with the times of creation and change that its rows have in `known`: a
// text has no times, and a row that says the same as before has not changed.
[[nodiscard]] Config withTimesOf(const Config &known, const Config &read);

} // namespace gatehouse
