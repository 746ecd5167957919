// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/page.h"
#include "ui/problems/problem_list.h"

class QCheckBox;
class QStackedWidget;

namespace gatehouse {

// What is wrong, in one list. Thread: control. The store must outlive it.
class ProblemsPage : public Page
{
    Q_OBJECT
public:
    explicit ProblemsPage(ProblemStore &store, QWidget *parent = nullptr);

    [[nodiscard]] ProblemList &list() noexcept { return *m_list; }

private:
    void refresh();
    void copyAll();

    ProblemStore &m_store;
    ProblemList *m_list;
    QStackedWidget *m_stack;
    QCheckBox *m_muted;
};

} // namespace gatehouse
