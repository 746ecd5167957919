// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStandardItemModel>
#include <QTimer>

namespace gatehouse {

class Page;

// The list of pages at the left, in sections. Arrow keys and typing the beginning of a name move in it; section rows
// cannot be selected. While rows are dragged over a page's name for a moment, the page is shown; what a page
// takes can be dropped on its name. Thread: control.
class Navigation : public QListView
{
    Q_OBJECT
public:
    explicit Navigation(QWidget *parent = nullptr);

    void addSection(const QString &title);
    void addPage(Page *page);
    void showAsCurrent(const Page *page);

    [[nodiscard]] QSize sizeHint() const override;

    static constexpr int badgeRole = Qt::UserRole + 2;

signals:
    void pageChosen(gatehouse::Page *page);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // The page under a place that takes what is dragged; null: none does.
    [[nodiscard]] Page *takerAt(const QPoint &place, const QMimeData &dragged) const;

    QStandardItemModel m_model;
    QPersistentModelIndex m_under; // what is dragged is over it
    QTimer m_stays;
};

} // namespace gatehouse
