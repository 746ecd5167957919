// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace gatehouse {

// Why a path of a route cannot be used, and where in it. Thread: any (plain value).
struct PathFault {
    QString reason;
    qsizetype column = 0; // from 1, of the path with its "~"; 0: not known
};

// Asks the router's own expressions; none for a path that is fine. Pure function; thread: any.
[[nodiscard]] std::optional<PathFault> findPathFault(const QString &path);

} // namespace gatehouse
