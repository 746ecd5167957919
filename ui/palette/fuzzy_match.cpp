// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/fuzzy_match.h"

namespace gatehouse {

namespace {

constexpr int letter = 10;
constexpr int adjacent = 25;
constexpr int wordStart = 20;
constexpr int textStart = 30;

} // namespace

std::optional<int> fuzzyScore(QStringView text, QStringView typed) noexcept
{
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar wanted : typed) {
        if (wanted.isSpace())
            continue;
        while (at < text.size() && text[at].toCaseFolded() != wanted.toCaseFolded())
            ++at;
        if (at == text.size())
            return std::nullopt;
        score += letter;
        if (at == 0)
            score += textStart;
        else if (!text[at - 1].isLetterOrNumber())
            score += wordStart;
        if (at == last + 1)
            score += adjacent;
        last = at++;
    }
    return score - static_cast<int>(text.size()) / 4;
}

} // namespace gatehouse
