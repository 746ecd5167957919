// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace gatehouse {

// Brings a document of format 1.1 or 2.1 to 3.0: until 2.1 every route path with a character that is no plain path
// character was a regular expression (kong/db/declarative/migrations/route_path.lua). Other documents stay as they are.
// Thread: any.
QJsonObject migrateRoutePaths(const QJsonObject &document);

// One path of such a route (kong/db/migrations/migrate_path_280_300.lua).
QString migratedPath(const QString &path);

} // namespace gatehouse
