// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>

#include <array>

class QPainter;
class QPalette;
class QRectF;
class QString;

namespace gatehouse {

// The kinds of answers as charts and their tables tell them, in the order they are stacked in, best first.
struct AnswerBand {
    std::size_t statusClass; // index into TrafficStats::Column::byClass
    Qt::BrushStyle pattern;  // told apart without colour
};

inline constexpr std::array answerBands{AnswerBand{1, Qt::VerPattern},       AnswerBand{2, Qt::NoBrush},
                                        AnswerBand{3, Qt::HorPattern},       AnswerBand{4, Qt::BDiagPattern},
                                        AnswerBand{5, Qt::DiagCrossPattern}, AnswerBand{0, Qt::Dense5Pattern}};

// "2xx" and the like, or that there was no whole answer.
[[nodiscard]] QString bandName(const AnswerBand &band);

void fillBand(QPainter &painter, const QRectF &area, const AnswerBand &band, const QPalette &palette);

} // namespace gatehouse
