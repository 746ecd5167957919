// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

#include <QJsonObject>
#include <QString>

namespace gatehouse {

// A plugin entity in words. Never contains secrets. Thread: any.

// "everything", or the route, service and consumer it is bound to.
[[nodiscard]] QString pluginScope(const Config &config, const QJsonObject &plugin);
// What it does, from the fields that matter most: "100 a minute per consumer".
[[nodiscard]] QString pluginInShort(const QJsonObject &plugin);
// "on", "off", or "kept, not executed here".
[[nodiscard]] QString pluginState(const Config &config, const QJsonObject &plugin);

} // namespace gatehouse
