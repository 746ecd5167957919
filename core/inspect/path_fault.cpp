// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/path_fault.h"

#include "core/routing/pattern.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse {

std::optional<PathFault> findPathFault(const QString &path)
{
    if (!path.startsWith(u'~'))
        return std::nullopt;
    const Result<routing::Pattern> pattern = routing::Pattern::forPath(path.mid(1).toStdString());
    if (pattern)
        return std::nullopt;
    // "invalid regex '...': reason at offset 7"; the offset counts in octets, "^" standing where "~" stood.
    static const QRegularExpression parts(u"': (.*?)(?: at offset (\\d+))?$"_s);
    const QRegularExpressionMatch match = parts.match(pattern.error().message);
    if (!match.hasMatch())
        return PathFault{pattern.error().message, 0};
    if (match.captured(2).isEmpty())
        return PathFault{match.captured(1), 0};
    return PathFault{match.captured(1), QString::fromUtf8(path.toUtf8().left(match.captured(2).toInt())).size() + 1};
}

} // namespace gatehouse
