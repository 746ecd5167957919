// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

#include <QMap>

namespace gatehouse {

// The ACL groups of a configuration. Pure functions; thread: any.

// Every group that an acl names or a consumer is in, and how many switched-on acls name it.
[[nodiscard]] QMap<QString, int> groupNames(const Config &config);

// The known name that was probably meant by one that is none; empty when none is near.
[[nodiscard]] QString nearestName(const QString &name, const QStringList &known);

} // namespace gatehouse
