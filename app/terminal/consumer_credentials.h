// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

namespace gatehouse {

// The consumer with that username, custom id or id.
[[nodiscard]] std::optional<QJsonObject> consumerNamed(const Config &config, const QString &name);

} // namespace gatehouse
