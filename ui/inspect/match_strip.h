// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/match_report.h"
#include "ui/inspect/latest_run.h"
#include "ui/main_window/workbench.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace gatehouse {

// Tells while a route is edited whether a request reaches it, and what the upstream would get. Asks the router, with
// the configuration as it is in the window: what is typed and not yet valid counts as well. Thread: control.
class MatchStrip : public QWidget
{
    Q_OBJECT
public:
    explicit MatchStrip(Workbench &workbench, QWidget *parent = nullptr);

    // The route as it stands in the form.
    void showRecord(const QJsonObject &route);

private:
    struct Outcome {
        MatchReport report;
        QString fault; // why the routes cannot be run at all
    };

    void makeHeaders();
    void layOut();
    void start();
    void show(const TestRequest &request, const Outcome &outcome);
    void offerRequest(const QJsonObject &route);
    [[nodiscard]] static Outcome run(Config config, const QJsonObject &route, const TestRequest &request);

    Workbench &m_workbench;
    QJsonObject m_route;
    QComboBox *m_method;
    QLineEdit *m_url;
    QToolButton *m_headersShown;
    QPlainTextEdit *m_headers;
    QLabel *m_result;
    QLabel *m_forwarded;
    QTimer m_soon;
    LatestRun m_run;
};

} // namespace gatehouse
