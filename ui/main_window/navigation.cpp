// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/navigation.h"

#include "ui/dragdrop/dragged_rows.h"
#include "ui/main_window/page.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QDragMoveEvent>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int pageRole = Qt::UserRole + 1;

// Section titles small and quiet, a count at the right of a page's name.
class NavigationDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (!index.data(pageRole).isValid()) {
            paintSection(painter, option, index);
            return;
        }
        QStyledItemDelegate::paint(painter, option, index);
        const QString badge = index.data(Navigation::badgeRole).toString();
        if (badge.isEmpty())
            return;
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : theme::quietText(option.palette));
        painter->drawText(option.rect.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, badge);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int height = option.fontMetrics.height();
        const bool section = !index.data(pageRole).isValid();
        return {0, section ? height + (index.row() == 0 ? 8 : 14) : height + 12};
    }

private:
    static void paintSection(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        QFont font = option.font;
        font.setPointSizeF(font.pointSizeF() * 0.82);
        font.setBold(true);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
        painter->save();
        painter->setFont(font);
        painter->setPen(theme::quietText(option.palette));
        painter->drawText(option.rect.adjusted(4, 0, 0, -4), Qt::AlignLeft | Qt::AlignBottom,
                          index.data(Qt::DisplayRole).toString());
        painter->restore();
    }
};

} // namespace

Navigation::Navigation(QWidget *parent)
    : QListView(parent)
{
    setObjectName(u"navigation"_s);
    setAccessibleName(tr("Pages"));
    setModel(&m_model);
    setItemDelegate(new NavigationDelegate(this));
    setEditTriggers(NoEditTriggers);
    setIconSize({18, 18});
    setFrameShape(NoFrame);
    setViewportMargins(6, 4, 6, 4);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setAcceptDrops(true);
    m_stays.setSingleShot(true);
    m_stays.setInterval(std::chrono::milliseconds(500));
    connect(&m_stays, &QTimer::timeout, this, [this] {
        if (m_under.flags().testFlag(Qt::ItemIsSelectable))
            setCurrentIndex(m_under);
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        const QModelIndex above = current.siblingAtRow(current.row() - 1);
        if (above.isValid() && !above.data(pageRole).isValid())
            scrollTo(above); // the title of the section comes along
        if (auto *page = current.data(pageRole).value<Page *>())
            emit pageChosen(page);
    });
}

Page *Navigation::takerAt(const QPoint &place, const QMimeData &dragged) const
{
    auto *page = indexAt(place).data(pageRole).value<Page *>();
    return page && page->takes(dragged) ? page : nullptr;
}

void Navigation::dragEnterEvent(QDragEnterEvent *event)
{
    bool isTaken = draggedRows(*event->mimeData()).has_value();
    for (int row = 0; row < m_model.rowCount() && !isTaken; ++row) {
        const auto *page = m_model.index(row, 0).data(pageRole).value<Page *>();
        isTaken = page && page->takes(*event->mimeData());
    }
    event->setAccepted(isTaken);
}

// Most pages take nothing here: their names are a way to their rows.
void Navigation::dragMoveEvent(QDragMoveEvent *event)
{
    const QPoint place = event->position().toPoint();
    event->setAccepted(takerAt(place, *event->mimeData()) != nullptr);
    const QModelIndex under = indexAt(place);
    if (m_under == under)
        return;
    m_under = under;
    m_stays.start();
}

void Navigation::dropEvent(QDropEvent *event)
{
    Page *page = takerAt(event->position().toPoint(), *event->mimeData());
    if (!page)
        return;
    m_under = QPersistentModelIndex();
    m_stays.stop();
    event->acceptProposedAction();
    page->take(*event->mimeData());
}

void Navigation::dragLeaveEvent(QDragLeaveEvent *)
{
    m_under = QPersistentModelIndex();
    m_stays.stop();
}

void Navigation::addSection(const QString &title)
{
    auto *item = new QStandardItem(title.toUpper());
    item->setFlags(Qt::ItemIsEnabled);
    item->setAccessibleText(title);
    m_model.appendRow(item);
}

void Navigation::addPage(Page *page)
{
    auto *item = new QStandardItem(themedIcon(page->icon()), page->title());
    item->setData(QVariant::fromValue(page), pageRole);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    m_model.appendRow(item);
    setMinimumWidth(sizeHint().width());
    connect(page, &Page::badgeChanged, this, [item, page] {
        item->setData(page->badge(), badgeRole);
        item->setAccessibleText(page->badge().isEmpty() ? page->title() : page->title() + u", "_s + page->badge());
    });
}

void Navigation::showAsCurrent(const Page *page)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        if (index.data(pageRole).value<Page *>() == page)
            setCurrentIndex(index);
    }
}

QSize Navigation::sizeHint() const
{
    int widest = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        widest = qMax(widest, fontMetrics().horizontalAdvance(m_model.item(row)->text()));
    // Icon, badge and margins beside the longest title.
    return {widest + iconSize().width() + fontMetrics().averageCharWidth() * 9, 300};
}

} // namespace gatehouse
