// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace gatehouse {

// How well a text answers what was typed: its letters in this order, any case, anything between them. Higher is better:
// beginnings of words and letters side by side count more, long texts less. Nothing: the letters are not all there.
// Thread: any.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView text, QStringView typed) noexcept;

} // namespace gatehouse
