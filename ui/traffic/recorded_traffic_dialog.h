// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/latest_run.h"
#include "ui/traffic/recorded_requests.h"
#include "ui/traffic/traffic_model.h"

#include <QDialog>

class QLabel;
class QProgressBar;

namespace gatehouse {

class TrafficDetail;
class TrafficFilterEdit;
class TrafficTable;
class UiSettings;

// The requests that a log of Kong or a HAR file tells of, to be looked at beside the live ones: filter, list, the
// selected one in full. The file is read on a thread of its own, once. Thread: control.
class RecordedTrafficDialog : public QDialog
{
    Q_OBJECT
public:
    RecordedTrafficDialog(const QString &fileName, UiSettings &settings, QWidget *parent);

private:
    void take(const Result<RecordedRequests> &read);
    void applyFilter();
    void refreshCount();
    void refreshDetail();

    TrafficRecords m_records;
    TrafficModel m_model;
    TrafficFilterEdit *m_filter;
    QLabel *m_count;
    QProgressBar *m_progress;
    TrafficTable *m_table;
    TrafficDetail *m_detail;
    quint64 m_unreadable = 0;
    LatestRun m_reading;
};

} // namespace gatehouse
