// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <QStringList>

namespace gatehouse {

QString placeOf(const Problem &problem)
{
    QStringList place;
    if (!problem.file.isEmpty())
        place << problem.file;
    if (problem.line > 0)
        place << QString::number(problem.line) << QString::number(problem.column);
    return place.join(QLatin1Char(':'));
}

QString toText(const Error &error)
{
    QStringList lines;
    if (error.problems.isEmpty() || !error.message.contains(error.problems.first().message))
        lines << error.message; // otherwise it only repeats the first problem
    for (const Problem &problem : error.problems) {
        QString line = QStringLiteral("  ");
        if (const QString place = placeOf(problem); !place.isEmpty())
            line += place + QStringLiteral(": ");
        if (!problem.path.isEmpty())
            line += problem.path + QStringLiteral(": ");
        lines << line + problem.message;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace gatehouse
