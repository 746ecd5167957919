// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/page_parts.h"

#include <QAction>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace gatehouse {

namespace {

constexpr auto paddingProperty = "listPadding";

} // namespace

QLabel *makePageTitle(const QString &text, QWidget *parent)
{
    auto *title = new QLabel(text, parent);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    font.setBold(true);
    title->setFont(font);
    return title;
}

QLabel *makeEmptyText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

void layOutList(QWidget &page, const QString &title, QWidget &action, QWidget &content)
{
    auto *header = new QHBoxLayout;
    header->addWidget(makePageTitle(title, &page));
    header->addStretch(1);
    header->addWidget(&action);
    auto *layout = new QVBoxLayout(&page);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addLayout(header);
    layout->addWidget(&content, 1);
}

void prepareList(QTableView &table, int padding)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.setProperty(paddingProperty, padding);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + padding);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void makeColumnMenu(QTableView &table, int fixed)
{
    QHeaderView *header = table.horizontalHeader();
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int i = 0; i < table.model()->columnCount(); ++i) {
        auto *action = new QAction(table.model()->headerData(i, Qt::Horizontal).toString(), header);
        action->setCheckable(true);
        action->setChecked(!table.isColumnHidden(i));
        action->setEnabled(i != fixed);
        QObject::connect(action, &QAction::toggled, &table,
                         [&table, i](bool shown) { table.setColumnHidden(i, !shown); });
        header->addAction(action);
    }
}

void prepareCodeView(QPlainTextEdit &text)
{
    text.setReadOnly(true);
    text.setTabChangesFocus(true);
    text.setLineWrapMode(QPlainTextEdit::NoWrap);
    text.setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
}

QLabel *addFieldRow(QGridLayout &form, const QString &label, QWidget &field, const QString &objectName)
{
    field.setObjectName(objectName);
    auto *text = new QLabel(label, field.parentWidget());
    text->setBuddy(&field);
    const int row = form.rowCount();
    form.addWidget(text, row, 0);
    form.addWidget(&field, row, 1);
    return text;
}

void setListDensity(const QWidget &window, bool compact)
{
    const QList<QTableView *> tables = window.findChildren<QTableView *>();
    for (QTableView *table : tables) {
        const QVariant padding = table->property(paddingProperty);
        if (padding.isValid())
            table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() +
                                                           padding.toInt() / (compact ? 2 : 1));
    }
}

} // namespace gatehouse
