// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

namespace gatehouse {

// The rows that carry all of the tags, as `deck gateway dump --select-tag` has it, with everything that belongs to
// them - a route without its acl plugin would be open to all - and whatever any of these refer to, so that the result
// is complete. No tags: everything. Thread: any.
[[nodiscard]] Config selectedByTags(const SchemaRegistry &registry, const Config &config, const QStringList &tags);

// Some rows of a table, with everything that belongs to them and whatever any of these refer to, so that they can be
// written as a document of their own. Thread: any.
[[nodiscard]] Config
selectedRows(const SchemaRegistry &registry, const Config &config, const QString &table, const QStringList &ids);

// Every tag that is in use, in alphabetical order.
[[nodiscard]] QStringList tagsOf(const Config &config);

} // namespace gatehouse
