// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace gatehouse {

// A language the window can speak: "de", "Deutsch".
struct Language {
    QString code;
    QString name; // in the language itself
};

// The languages there are words for, by code.
[[nodiscard]] QList<Language> languages();

// Makes the application speak a language from now on: its own words, those of Qt, and the way of numbers and dates.
// "system" is the desktop's language, English when there are no words for it. Texts that are on the screen already
// stay, so this is called once, before the first window. Thread: GUI.
void speak(const QString &code);

} // namespace gatehouse
