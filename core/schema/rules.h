// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/field.h"

#include <QString>

#include <optional>

namespace gatehouse {

// Runs the validators of a field on a value that has passed its type check; the first failure wins. Thread: any.
[[nodiscard]] std::optional<QString> failedRule(const Field &field, const QJsonValue &value);

// "'a', 'b'", as entity checks list their fields.
[[nodiscard]] QString quotedList(const QStringList &words);

} // namespace gatehouse
