// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/gateway.h"

#include <QJsonObject>
#include <QString>

namespace gatehouse {

// A curl line for a request that the route matches, by its first method, host, path and headers, and with one more
// header where there is one ("Authorization: Bearer …"). Thread: control.
[[nodiscard]] QString routeCurl(const QJsonObject &route, const Gateway &gateway, const QString &header = {});

// A curl line that writes the row by the Admin API; secrets are left out.
[[nodiscard]] QString
adminCurl(const ConfigStore &store, const QString &table, const QString &id, const Gateway &gateway);

} // namespace gatehouse
