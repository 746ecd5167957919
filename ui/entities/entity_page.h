// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/project.h"
#include "ui/entities/entity_filter_model.h"
#include "ui/main_window/page.h"
#include "ui/settings/ui_settings.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;
class QTableView;

namespace gatehouse {

// One kind of entity: a filtered list and, below or beside it, the selected one in full. The same class serves all
// kinds. Thread: control.
class EntityPage : public Page
{
    Q_OBJECT
public:
    EntityPage(EntityKind kind, Project &project, UiSettings &settings, QWidget *parent = nullptr);
    ~EntityPage() override;

    void focusFilter() override;

signals:
    void sampleRequested();
    void openRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeTable();
    QWidget *makeDetails();
    QWidget *makeEmptyState();
    void setColumnWidths();
    void refreshCount();
    void refreshDetails();

    EntityKind m_kind;
    Project &m_project;
    UiSettings &m_settings;
    EntityTableModel m_model;
    EntityFilterModel m_filtered;
    QStackedWidget *m_stack;
    QLineEdit *m_filter;
    QLabel *m_count;
    QTableView *m_table;
    QPlainTextEdit *m_details;
};

} // namespace gatehouse
