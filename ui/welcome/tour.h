// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/workbench.h"

namespace gatehouse {

// Five sentences through the sample, one at a time above the pages; each shows the page it speaks of. It comes by
// itself once and then only when asked for. Thread: control.
class Tour : public QObject
{
    Q_OBJECT
public:
    explicit Tour(Workbench &workbench, QObject *parent = nullptr);

    // Only if it has never been shown.
    void offer();
    void begin();

signals:
    void pageRequested(const QString &objectName);

private:
    void show(qsizetype step);

    Workbench &m_workbench;
};

} // namespace gatehouse
