// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

namespace gatehouse {

Q_LOGGING_CATEGORY(lcConfig, "gatehouse.config", QtInfoMsg)
Q_LOGGING_CATEGORY(lcProxy, "gatehouse.proxy", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAdmin, "gatehouse.admin", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecrets, "gatehouse.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "gatehouse.ui", QtInfoMsg)

} // namespace gatehouse
