// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace gatehouse {

// How long a secret stays readable after somebody has asked to see it.
inline constexpr std::chrono::seconds secretShownFor{30};

// How long a copied secret stays on the clipboard.
inline constexpr std::chrono::seconds secretClipboardFor{60};

// Puts a secret on the clipboard, and takes it off when its time is over and nothing else is there. Thread: control.
void copySecret(const QString &secret);

} // namespace gatehouse
