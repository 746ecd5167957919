// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/view_memory.h"

#include "ui/settings/ui_settings.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>

namespace gatehouse {

ViewMemory::~ViewMemory()
{
    for (const View &view : std::as_const(m_views))
        m_settings.setViewState(view.name, view.state());
}

bool ViewMemory::remember(QTableView &table)
{
    QHeaderView *header = table.horizontalHeader();
    m_views.append({table.objectName(), [header] { return header->saveState(); }});
    return header->restoreState(m_settings.viewState(table.objectName()));
}

bool ViewMemory::remember(QSplitter &splitter)
{
    m_views.append({splitter.objectName(), [&splitter] { return splitter.saveState(); }});
    return splitter.restoreState(m_settings.viewState(splitter.objectName()));
}

bool ViewMemory::remember(QLineEdit &filter)
{
    m_views.append({filter.objectName(), [&filter] { return filter.text().toUtf8(); }});
    const QString text = QString::fromUtf8(m_settings.viewState(filter.objectName()));
    filter.setText(text);
    return !text.isEmpty();
}

} // namespace gatehouse
