// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"

namespace gatehouse {

// A field that is not what it was. A secret is dots on both sides. Undefined: the row, or the field, was not there.
struct FieldChange {
    QString path; // below the row: "config.redis.password"
    QJsonValue before;
    QJsonValue after;
    bool isSecret = false;
};

// One row in words: added, removed, or changed field by field. A list is one field. Of a row that came or went the
// fields are those that do not hold their default.
struct RowChange {
    enum class Kind { Added, Removed, Changed };

    Kind kind = Kind::Changed;
    QString table;
    QString id;
    QString title; // rowTitle()
    QList<FieldChange> fields;
};

// What turns one configuration into the other, but for times. Thread: any.
[[nodiscard]] QList<RowChange> rowChanges(const SchemaRegistry &registry, const Config &from, const Config &to);

struct ChangeCounts {
    int added = 0;
    int removed = 0;
    int changed = 0;

    bool operator==(const ChangeCounts &) const = default;
};

[[nodiscard]] ChangeCounts countsOf(const QList<RowChange> &changes);

// "+2 −1 ~3", without what is zero.
[[nodiscard]] QString countsText(const ChangeCounts &counts);

// In one line: "acl on orders: allow +writers", or how many of each kind.
[[nodiscard]] QString changesInShort(const QList<RowChange> &changes);

// A value as a person reads it; lists with commas, nothing as a dash.
[[nodiscard]] QString shownValue(const QJsonValue &value);

} // namespace gatehouse
