// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace gatehouse {

// A table of one glyph and word per cell under names that stay in sight: the first column and the head do not scroll.
// Where the columns do not all fit, cells show the glyph alone and the names above them stand on end.
// Thread: control. The model must outlive it.
class MatrixTable : public QTableView
{
    Q_OBJECT
public:
    // What the model says of a cell, besides text and accessible text.
    enum Role { GlyphRole = Qt::UserRole + 1, ToneRole, IsQuietRole, DiffersRole };

    // `texts`: how many columns come first that are text and stay wide.
    MatrixTable(QAbstractItemModel &model, int texts, QWidget *parent);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Header;

    void fit();
    [[nodiscard]] int wideWidth(int column) const;

    int m_texts;
    Header *m_header;
    bool m_isFitting = false;
};

} // namespace gatehouse
