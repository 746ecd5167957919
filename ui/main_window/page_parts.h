// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;
class QTableView;
class QWidget;

namespace gatehouse {

// What all pages have in common. Thread: control.

// The name of a page at its top.
[[nodiscard]] QLabel *makePageTitle(const QString &text, QWidget *parent);

// A centred sentence for a list that is empty.
[[nodiscard]] QLabel *makeEmptyText(const QString &text, QWidget *parent);

// A page of a list: its title with one action beside it, the content below.
void layOutList(QWidget &page, const QString &title, QWidget &action, QWidget &content);

// A table that shows rows and selects one: no grid, no editing, Tab leaves it, rows as high as their text and `padding`
// pixels.
void prepareList(QTableView &table, int padding);

// Rows of all prepared lists below a widget: with their padding, or half of it.
void setListDensity(const QWidget &window, bool compact);

} // namespace gatehouse
