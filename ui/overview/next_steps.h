// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/workbench.h"

#include <QWidget>

#include <array>

class QLabel;

namespace gatehouse {

// What a newcomer has done and what comes next; it disappears, for good, when all is done. Thread: control.
class NextSteps : public QWidget
{
    Q_OBJECT
public:
    explicit NextSteps(Workbench &workbench, QWidget *parent = nullptr);

    void refresh();

    // How the first of what is left to do is done, in a sentence; empty while nothing is.
    [[nodiscard]] QString next() const;

    // Whether that is to send a request.
    [[nodiscard]] bool asksForRequest() const noexcept { return !m_done.front(); }

signals:
    void nextChanged();

private:
    static constexpr int steps = 3;

    [[nodiscard]] std::array<bool, steps> done() const;

    Workbench &m_workbench;
    std::array<QLabel *, steps> m_labels{};
    std::array<bool, steps> m_done{};
};

} // namespace gatehouse
