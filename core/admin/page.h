// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/admin_call.h"

#include <functional>
#include <variant>

namespace gatehouse {

// `?tags=a,b` (all) or `?tags=a/b` (any).
struct TagFilter {
    QStringList tags;
    bool all = true;

    [[nodiscard]] bool accepts(const QJsonObject &row) const;
};

// Which part of a list is asked for (kong/db/dao/init.lua, page).
struct PageRequest {
    qsizetype size = 100;
    QString after; // id of the last row of the page before; "" = from the start
    std::optional<TagFilter> tags = {};
};

// The page asked for, or the answer that says what is wrong with the question.
std::variant<PageRequest, AdminReply> pageRequest(const QueryArguments &query, bool hasTags);

// One page of rows in ascending order of id, and the offset of the next one ("" = there is none).
struct RowPage {
    QJsonArray data;
    QString offset = {};
};

using RowFilter = std::function<bool(const QJsonObject &)>;
RowPage pageOf(const ConfigStore &store, const QString &table, const PageRequest &request, const RowFilter &filter);
RowPage pageOf(const QList<QJsonObject> &sortedRows, const PageRequest &request);

// {"data": ..., "next": ..., "offset": ...}; `next` is the path before the "?", `rest` what follows the offset.
AdminReply pageReply(const RowPage &page, const QString &path, const QString &rest = {});

QString offsetOf(const QString &id);

} // namespace gatehouse
