// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/changes_dialog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype around = 3;                 // unchanged lines shown beside a change
constexpr qsizetype mostCompared = 4000 * 4000; // cells of the table; beyond, all old lines precede all new ones

// Marks the lines between equal beginnings and ends by the longest common subsequence.
QStringList marked(const QStringList &from, const QStringList &to)
{
    QStringList lines;
    const qsizetype n = from.size();
    const qsizetype m = to.size();
    if (n * m > mostCompared) {
        for (const QString &line : from)
            lines << u'-' + line;
        for (const QString &line : to)
            lines << u'+' + line;
        return lines;
    }
    std::vector<int> common(static_cast<std::size_t>((n + 1) * (m + 1)));
    const auto at = [&common, m](qsizetype i, qsizetype j) -> int & {
        return common[static_cast<std::size_t>(i * (m + 1) + j)];
    };
    for (qsizetype i = n - 1; i >= 0; --i) {
        for (qsizetype j = m - 1; j >= 0; --j)
            at(i, j) = from[i] == to[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < n || j < m) {
        if (i < n && j < m && from[i] == to[j]) {
            lines << u' ' + from[i];
            ++i;
            ++j;
        } else if (i < n && (j == m || at(i + 1, j) >= at(i, j + 1))) {
            lines << u'-' + from[i++];
        } else {
            lines << u'+' + to[j++];
        }
    }
    return lines;
}

QStringList cut(const QStringList &lines)
{
    QStringList shown;
    qsizetype last = -1;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const qsizetype begin = std::max<qsizetype>(0, i - around);
        const qsizetype end = std::min(lines.size(), i + around + 1);
        const bool near = std::any_of(lines.begin() + begin, lines.begin() + end,
                                      [](const QString &line) { return !line.startsWith(u' '); });
        if (!near)
            continue;
        if (i != last + 1)
            shown << u"…"_s;
        shown << lines[i];
        last = i;
    }
    return shown;
}

} // namespace

QStringList diffLines(const QString &from, const QString &to)
{
    QStringList old = from.split(u'\n');
    QStringList now = to.split(u'\n');
    QStringList head;
    QStringList tail;
    while (!old.isEmpty() && !now.isEmpty() && old.first() == now.first()) {
        head << u' ' + old.takeFirst();
        now.removeFirst();
    }
    while (!old.isEmpty() && !now.isEmpty() && old.last() == now.last()) {
        tail.prepend(u' ' + old.takeLast());
        now.removeLast();
    }
    return cut(head + marked(old, now) + tail);
}

} // namespace gatehouse
