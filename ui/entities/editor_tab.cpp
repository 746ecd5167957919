// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/editor_tab.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

EditorTab::EditorTab(Workbench &workbench, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_title(title)
{
    connect(&workbench.store(), &ConfigStore::changed, this, &EditorTab::refreshSoon);
}

void EditorTab::setRow(const QString &id)
{
    if (id == m_id)
        return;
    m_id = id;
    setCount(-1); // that of the row before
    refreshSoon();
}

void EditorTab::refreshSoon()
{
    m_isOld = true;
    if (!isVisible() || m_id.isEmpty())
        return;
    m_isOld = false;
    refresh();
}

void EditorTab::setCount(qsizetype count)
{
    emit titleChanged(count < 0 ? m_title : u"%1 (%2)"_s.arg(m_title).arg(count));
}

void EditorTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isOld)
        refreshSoon();
}

} // namespace gatehouse
