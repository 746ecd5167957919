// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStandardItemModel>
#include <QTableView>

namespace gatehouse {

// A few lines of a card: what leads, its figures behind it. Enter or a click chooses a line. It is a table, so that the
// keyboard and screen readers reach every line; rows stay where they are while their figures change.
// Thread: control.
class RankList : public QTableView
{
    Q_OBJECT
public:
    struct Line {
        QStringList cells;
        QString target;                        // what choosing it is about
        theme::Tone tone = theme::Tone::Plain; // of the last cell
        QString detail = {};                   // the line as a sentence, for tool tips and screen readers
    };

    RankList(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    void setLines(const QList<Line> &lines);

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void chosen(const QString &target);

private:
    void setLine(int row, const Line &line);

    QStandardItemModel m_model;
};

} // namespace gatehouse
