// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/late_progress.h"

namespace gatehouse {

LateProgress::LateProgress(QWidget &progress, QWidget &stop, QObject *parent)
    : QObject(parent)
    , m_progress(progress)
    , m_stop(stop)
{
    m_late.setSingleShot(true);
    m_late.setInterval(patience);
    connect(&m_late, &QTimer::timeout, &progress, &QWidget::show);
    connect(&m_late, &QTimer::timeout, &stop, &QWidget::show);
    setWorking(false);
}

void LateProgress::setWorking(bool working)
{
    if (working) {
        m_late.start();
        return;
    }
    m_late.stop();
    m_progress.hide();
    m_stop.hide();
}

} // namespace gatehouse
