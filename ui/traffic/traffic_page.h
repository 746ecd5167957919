// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/page.h"
#include "ui/main_window/workbench.h"
#include "ui/settings/view_memory.h"
#include "ui/traffic/traffic_detail.h"
#include "ui/traffic/traffic_model.h"
#include "ui/traffic/traffic_store.h"

class QButtonGroup;
class QLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace gatehouse {

class TrafficCommands;
class TrafficFilterEdit;
class TrafficTable;

// The live traffic: filter, list that follows while it is at its end, the selected request in full.
// Thread: control. The workbench must outlive it.
class TrafficPage : public Page
{
    Q_OBJECT
public:
    explicit TrafficPage(Workbench &workbench, QWidget *parent = nullptr);
    ~TrafficPage() override;

    void focusFilter() override;

    [[nodiscard]] bool can(ListCommand command) const override;
    void run(ListCommand command) override;

    // The requests that pass a filter, and one of them in full.
    void showFiltered(const QString &filter, std::optional<quint64> sequence);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("why-was-my-request-denied.md"); }

signals:
    void logFileRequested();

private:
    QWidget *makeHeader();
    QWidget *makePresets();
    void addPreset(QLayout *layout, TrafficFilter::Preset preset, const QString &text);
    QWidget *makeTable();
    QWidget *makeEmptyState();
    void setColumnWidths();
    void applyFilter();
    void onRowsInserted();
    void refreshState();
    void follow();
    void refreshDetail();
    void copyCommand();
    void makeRequestActions();
    // The selected request, to be sent once more; nothing when too little of it is recorded.
    [[nodiscard]] std::optional<RequestDraft> selectedDraft() const;
    void request(RequestUse use);

    Workbench &m_workbench;
    TrafficStore &m_store;
    Gateway &m_gateway;
    Shortcuts &m_shortcuts;
    TrafficModel m_model;
    ViewMemory m_memory;
    QStackedWidget *m_stack;
    TrafficFilterEdit *m_filter;
    QLabel *m_count;
    QLabel *m_emptyText;
    QPushButton *m_copy;
    QToolButton *m_pause;
    QToolButton *m_newer;
    TrafficTable *m_table;
    TrafficDetail *m_detail;
    TrafficCommands *m_commands = nullptr;
    int m_unseen = 0; // rows that came while the list did not follow
};

} // namespace gatehouse
