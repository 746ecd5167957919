// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/workbench.h"

#include <QWidget>

namespace gatehouse {

// A tab of an editor that shows something worked out about the row being edited. It asks only while it is visible.
// Thread: control.
class EditorTab : public QWidget
{
    Q_OBJECT
public:
    EditorTab(Workbench &workbench, const QString &title, QWidget *parent);

    [[nodiscard]] const QString &title() const noexcept { return m_title; }

    [[nodiscard]] const QString &id() const noexcept { return m_id; }

    // Empty: none.
    void setRow(const QString &id);

signals:
    void titleChanged(const QString &title);

protected:
    void showEvent(QShowEvent *event) override;

    // Shows the row as the configuration has it now.
    virtual void refresh() = 0;
    // A number behind the title; none when it is negative.
    void setCount(qsizetype count);
    // Refreshes now, or when the tab is shown.
    void refreshSoon();

    [[nodiscard]] Workbench &workbench() const noexcept { return m_workbench; }

private:
    Workbench &m_workbench;
    QString m_title;
    QString m_id;
    bool m_isOld = true;
};

} // namespace gatehouse
