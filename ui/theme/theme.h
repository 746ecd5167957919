// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace gatehouse {

enum class ThemeChoice { System, Light, Dark, HighContrast };

// Colours of the whole program. Light and dark are palettes of our own on Fusion; System is what the desktop says, and
// Fusion with the matching palette where it says nothing. Thread: control.
namespace theme {

void apply(ThemeChoice choice);

[[nodiscard]] ThemeChoice fromText(const QString &text);
[[nodiscard]] QString toText(ThemeChoice choice);

[[nodiscard]] bool isDark(const QPalette &palette);

// Colours by which a kind of answer is told, readable on the base colour of light and of dark palettes, and told apart
// under the usual kinds of colour blindness. Never the only sign: a glyph or word goes with each.
enum class Tone { Plain, Redirect, ClientError, Limited, ServerError };
[[nodiscard]] QColor tone(Tone tone, const QPalette &palette);
[[nodiscard]] Tone toneOf(int status); // of an HTTP answer

// Secondary text: between text and background, still readable.
[[nodiscard]] QColor quietText(const QPalette &palette);
// Hairlines between areas.
[[nodiscard]] QColor line(const QPalette &palette);

} // namespace theme

} // namespace gatehouse
