// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>
#include <QWidget>

namespace gatehouse {

// The page of resources/help that F1 shows in a widget and in all it holds, unless something in it has one of its own.
// Thread: control.
inline void setHelpPage(QWidget &widget, const QString &page)
{
    widget.setProperty("helpPage", page);
}

// Empty: the widget has none of its own.
[[nodiscard]] inline QString helpPageOf(const QWidget &widget)
{
    return widget.property("helpPage").toString();
}

} // namespace gatehouse
