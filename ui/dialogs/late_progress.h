// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace gatehouse {

// Shows a progress bar and the button that stops the work, but only when it takes longer than somebody waits without a
// word. Thread: control. The widgets outlive it.
class LateProgress : public QObject
{
    Q_OBJECT
public:
    LateProgress(QWidget &progress, QWidget &stop, QObject *parent);

    void setWorking(bool working);

    static constexpr std::chrono::milliseconds patience{300};

private:
    QWidget &m_progress;
    QWidget &m_stop;
    QTimer m_late;
};

} // namespace gatehouse
