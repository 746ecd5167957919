// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/page.h"
#include "ui/settings/ui_settings.h"
#include "ui/traffic/traffic_detail.h"
#include "ui/traffic/traffic_model.h"

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace gatehouse {

// The live traffic: filter, list that follows while it is at its end, the selected request in full.
// Thread: control. The store must outlive it.
class TrafficPage : public Page
{
    Q_OBJECT
public:
    TrafficPage(TrafficStore &store, Gateway &gateway, UiSettings &settings, QWidget *parent = nullptr);
    ~TrafficPage() override;

    void focusFilter() override;

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("why-was-my-request-denied.md"); }

private:
    QWidget *makeHeader();
    QWidget *makePresets();
    void addPreset(QHBoxLayout *layout, TrafficFilter::Preset preset, const QString &text);
    QWidget *makeTable();
    QWidget *makeEmptyState();
    void setColumnWidths();
    void applyFilter();
    void onRowsInserted();
    void refreshState();
    void follow();
    void refreshDetail();
    void copyCommand();

    TrafficStore &m_store;
    Gateway &m_gateway;
    UiSettings &m_settings;
    TrafficModel m_model;
    QStackedWidget *m_stack;
    QLineEdit *m_filter;
    QLabel *m_problem;
    QLabel *m_count;
    QLabel *m_emptyText;
    QPushButton *m_copy;
    QToolButton *m_pause;
    QToolButton *m_newer;
    QTableView *m_table;
    TrafficDetail *m_detail;
    TrafficFilter::Preset m_preset = TrafficFilter::Preset::All;
    bool m_follows = true;
    int m_unseen = 0; // rows that came while the list did not follow
};

} // namespace gatehouse
