// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/matrix_table.h"

#include "ui/main_window/page_parts.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <numeric>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int padding = 12;       // pixels beside a text
constexpr int widestName = 24;    // average characters, then it is cut
constexpr int rowsMeasured = 200; // of a long column
constexpr int mostWide = 40;      // columns; more never fit

class MatrixDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.data(MatrixTable::GlyphRole).isNull()) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem background = option;
        initStyleOption(&background, index);
        const QString text = background.text;
        background.text.clear();
        QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);
        painter->save();
        paintText(*painter, option, index, text);
        paintFrame(*painter, option, index);
        painter->restore();
    }

private:
    static QColor colourOf(const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        if (option.state.testFlag(QStyle::State_Selected))
            return option.palette.color(QPalette::HighlightedText);
        if (index.data(MatrixTable::IsQuietRole).toBool())
            return theme::quietText(option.palette);
        return theme::tone(static_cast<theme::Tone>(index.data(MatrixTable::ToneRole).toInt()), option.palette);
    }

    static void
    paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QString &text)
    {
        const bool hasRoom = option.fontMetrics.horizontalAdvance(text) + padding <= option.rect.width();
        painter.setFont(option.font);
        painter.setPen(colourOf(option, index));
        painter.drawText(option.rect, Qt::AlignCenter, hasRoom ? text : index.data(MatrixTable::GlyphRole).toString());
    }

    // Where the focus is, and what has changed.
    static void paintFrame(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (!hasFocus && !index.data(MatrixTable::DiffersRole).toBool())
            return;
        const QPalette::ColorRole role = isSelected ? QPalette::HighlightedText : QPalette::Text;
        painter.setPen(QPen(option.palette.color(role), hasFocus ? 2 : 1, hasFocus ? Qt::SolidLine : Qt::DashLine));
        painter.drawRect(option.rect.adjusted(2, 2, -3, -3));
    }
};

} // namespace

// Names that do not fit above their column stand on end.
class MatrixTable::Header final : public QHeaderView
{
public:
    Header(int texts, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_texts(texts)
    {
    }

    void setOnEnd(bool onEnd)
    {
        m_isOnEnd = onEnd;
        m_longest = 0;
        for (int section = m_texts; onEnd && section < count(); ++section)
            m_longest = qMax(m_longest, fontMetrics().horizontalAdvance(textOf(section)));
        m_longest = qMin(m_longest, fontMetrics().averageCharWidth() * widestName);
    }

    // The base class looks at some of the sections only.
    [[nodiscard]] QSize sizeHint() const override
    {
        const QSize usual = QHeaderView::sizeHint();
        return {usual.width(), qMax(usual.height(), m_isOnEnd ? m_longest + padding : 0)};
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        if (!isOnEnd(section)) {
            QHeaderView::paintSection(painter, rect, section);
            return;
        }
        QStyleOptionHeaderV2 option;
        initStyleOption(&option);
        option.rect = rect;
        initStyleOptionForIndex(&option, section);
        option.text.clear();
        painter->save();
        style()->drawControl(QStyle::CE_Header, &option, painter, this);
        painter->restore(); // the style leaves its clipping behind
        painter->save();
        painter->setPen(palette().color(QPalette::ButtonText));
        painter->translate(rect.left(), rect.bottom());
        painter->rotate(-90);
        const QRect area(padding / 2, 0, rect.height() - padding / 2, rect.width());
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          fontMetrics().elidedText(textOf(section), Qt::ElideRight, area.width()));
        painter->restore();
    }

private:
    [[nodiscard]] bool isOnEnd(int section) const { return m_isOnEnd && section >= m_texts; }

    [[nodiscard]] QString textOf(int section) const { return model()->headerData(section, Qt::Horizontal).toString(); }

    int m_texts;
    int m_longest = 0; // pixels
    bool m_isOnEnd = false;
};

MatrixTable::MatrixTable(QAbstractItemModel &model, int texts, QWidget *parent)
    : QTableView(parent)
    , m_texts(texts)
    , m_header(new Header(texts, this))
{
    setHorizontalHeader(m_header);
    setModel(&model);
    setItemDelegate(new MatrixDelegate(this));
    prepareList(*this, 10);
    setSelectionBehavior(SelectItems);
    setShowGrid(true);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    m_header->setSectionResizeMode(QHeaderView::Fixed);
    m_header->setHighlightSections(true);
    m_header->setMinimumSectionSize(fontMetrics().averageCharWidth());
    verticalHeader()->setHighlightSections(true);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setMaximumWidth(fontMetrics().averageCharWidth() * widestName + padding);
    verticalHeader()->show();
    connect(&model, &QAbstractItemModel::modelReset, this, &MatrixTable::fit);
    connect(&model, &QAbstractItemModel::dataChanged, this, &MatrixTable::fit);
}

void MatrixTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void MatrixTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

int MatrixTable::wideWidth(int column) const
{
    const QFontMetrics metrics = fontMetrics();
    int width = metrics.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString());
    for (int row = 0; row < qMin(rowsMeasured, model()->rowCount()); ++row)
        width = qMax(width, metrics.horizontalAdvance(model()->index(row, column).data().toString()));
    return qMin(width, metrics.averageCharWidth() * widestName) + 2 * padding;
}

void MatrixTable::fit()
{
    if (m_isFitting)
        return; // its own work resizes the viewport
    m_isFitting = true;
    const int columns = model()->columnCount();
    QList<int> wide;
    for (int column = 0; column < columns && (column < m_texts || columns <= mostWide); ++column)
        wide << wideWidth(column);
    const int total = std::accumulate(wide.begin(), wide.end(), 0);
    verticalHeader()->setMinimumWidth(
        qMin(verticalHeader()->sizeHint().width() + padding, verticalHeader()->maximumWidth()));
    const int room = width() - verticalHeader()->minimumWidth() - 2 * frameWidth();
    const bool hasRoom = wide.size() == columns && total <= room;
    m_header->setOnEnd(!hasRoom);
    for (int column = 0; column < columns; ++column)
        m_header->resizeSection(column, hasRoom || column < m_texts ? wide[column] : fontMetrics().height() + padding);
    updateGeometries();
    m_isFitting = false;
}

} // namespace gatehouse
