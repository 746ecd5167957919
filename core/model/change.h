// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

namespace gatehouse {

// Who caused a change; the window pushes those it did not make itself onto its undo stack as already done.
enum class Origin { User, AdminApi, File, Undo, Restore };

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

    [[nodiscard]] Change inverted() const;

    [[nodiscard]] bool isEmpty() const { return edits.isEmpty(); }

    void applyTo(Config &config) const;
};

// The edits that turn one configuration into the other: removed and changed rows, then added rows in order.
[[nodiscard]] Change difference(const Config &from, const Config &to, const QString &text);

} // namespace gatehouse
