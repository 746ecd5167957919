// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace gatehouse {

// How long a secret stays readable after somebody has asked to see it.
inline constexpr std::chrono::seconds secretShownFor{30};

// How long copied secrets stay on the clipboard from now on; 0: until something else is copied. 60 s unless set.
// Thread: control.
void setSecretClipboardTime(std::chrono::milliseconds time);

// Puts a secret on the clipboard, and takes it off when its time is over, or the program ends before, and nothing else
// is there. Thread: control.
void copySecret(const QString &secret);

} // namespace gatehouse
