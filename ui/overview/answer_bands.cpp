// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/answer_bands.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AnswerBand)
};

QColor bandColour(const AnswerBand &band, const QPalette &palette)
{
    switch (band.statusClass) {
    case 3:
        return theme::tone(theme::Tone::Redirect, palette);
    case 4:
        return theme::tone(theme::Tone::ClientError, palette);
    case 5:
        return theme::tone(theme::Tone::ServerError, palette);
    case 0:
        return theme::quietText(palette);
    default:
        return palette.color(QPalette::Highlight);
    }
}

} // namespace

QString bandName(const AnswerBand &band)
{
    return band.statusClass == 0 ? Words::tr("aborted") : QString::number(band.statusClass) + u"xx"_s;
}

void fillBand(QPainter &painter, const QRectF &area, const AnswerBand &band, const QPalette &palette)
{
    painter.fillRect(area, bandColour(band, palette));
    if (band.pattern != Qt::NoBrush)
        painter.fillRect(area, QBrush(palette.color(QPalette::Base), band.pattern));
}

} // namespace gatehouse
