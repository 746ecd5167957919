// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entities/editor_tab.h"
#include "ui/limits/limits_model.h"

#include <QTimer>

class QLabel;
class QStackedWidget;

namespace gatehouse {

class LimitHistoryPanel;

// The live counters of one consumer: those that count for it and those that count for one of its credentials. Looked
// at four times a second while the tab is visible. Thread: control.
class LimitsTab final : public EditorTab
{
    Q_OBJECT
public:
    explicit LimitsTab(Workbench &workbench, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void refresh() override;

private:
    void look();
    [[nodiscard]] QSet<QString> identifiers() const;
    [[nodiscard]] QString emptyText() const;

    LimitsModel m_model;
    LimitHistoryPanel *m_history;
    QString m_shown; // id of the consumer
    QTimer m_timer;
    QStackedWidget *m_stack;
    QLabel *m_empty;
};

} // namespace gatehouse
