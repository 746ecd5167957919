// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QString;
class QTableView;
class QWidget;

namespace gatehouse {

// What all pages have in common. Thread: control.

// Of a page; below, what belongs to a list stands under it instead of beside it.
inline constexpr int narrowWidth = 1100;

// The name of a page at its top.
[[nodiscard]] QLabel *makePageTitle(const QString &text, QWidget *parent);

// A centred sentence for a list that is empty.
[[nodiscard]] QLabel *makeEmptyText(const QString &text, QWidget *parent);

// A page of a list: its title with one action beside it, the content below.
void layOutList(QWidget &page, const QString &title, QWidget &action, QWidget &content);

// A table that shows rows and selects one: no grid, no editing, Tab leaves it, rows as high as their text and `padding`
// pixels.
void prepareList(QTableView &table, int padding);

// A menu on the header with the columns that can be shown; the columns can be moved. `fixed` stays.
void makeColumnMenu(QTableView &table, int fixed);

// A text that is code and only looked at: fixed width, no wrapping; Tab leaves it.
void prepareCodeView(QPlainTextEdit &text);

// A labelled field below the others of a form in a dialog; returns the label.
QLabel *addFieldRow(QGridLayout &form, const QString &label, QWidget &field, const QString &objectName);

// Rows of all prepared lists below a widget: with their padding, or half of it.
void setListDensity(const QWidget &window, bool compact);

} // namespace gatehouse
