// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <QStringList>

namespace gatehouse {

QString toText(const Error &error)
{
    QStringList lines;
    if (error.problems.isEmpty() || !error.message.contains(error.problems.first().message))
        lines << error.message; // otherwise it only repeats the first problem
    for (const Problem &problem : error.problems) {
        QString line = QStringLiteral("  ");
        if (problem.line > 0)
            line += QStringLiteral("%1:%2: ").arg(problem.line).arg(problem.column);
        if (!problem.path.isEmpty())
            line += problem.path + QStringLiteral(": ");
        lines << line + problem.message;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace gatehouse
