// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/text_table.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString csvCell(const QString &text)
{
    static const QString formulas = u"=+-@\t\r"_s; // what spreadsheets calculate when they open a file
    QString cell = !text.isEmpty() && formulas.contains(text.front()) ? QString(u'\'' + text) : text;
    const bool needsQuotes = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
    return needsQuotes ? QString(u'"' + cell.replace(u'"', u"\"\""_s) + u'"') : cell;
}

QString markdownCell(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s).replace(u'\n', u' ');
}

QString markdownLine(const QStringList &cells)
{
    return u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
}

} // namespace

QString csvOf(const QList<QStringList> &rows)
{
    QString text;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells << csvCell(cell);
        text += cells.join(u',') + u"\r\n"_s;
    }
    return text;
}

QString markdownOf(const QList<QStringList> &rows)
{
    QString text;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells << markdownCell(cell);
        text += markdownLine(cells);
        if (&row == &rows.first())
            text += markdownLine(QStringList(cells.size(), u"---"_s));
    }
    return text;
}

} // namespace gatehouse
