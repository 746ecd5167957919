// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace gatehouse {

// What people know a row by. Pure functions; thread: any.

// What the traffic calls a row: its name, or its id when it has none.
[[nodiscard]] QString trafficName(const QJsonObject &row);

// Name, username or, without one, the beginning of the id.
[[nodiscard]] QString shownName(const QJsonObject &row);

} // namespace gatehouse
