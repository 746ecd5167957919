// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/evaluation_order.h"
#include "core/model/config_store.h"
#include "ui/inspect/latest_run.h"

#include <QHash>
#include <QTimer>

namespace gatehouse {

// The order in which the routes of the working configuration are tried, and those that never match. Worked out in the
// background a moment after the last change. Thread: control. The store must outlive it.
class RouteAnalysis : public QObject
{
    Q_OBJECT
public:
    struct Findings {
        QHash<QString, int> places; // of a route, from 1; the first one of a route that is tried several times
        QList<EvaluationOrder::Shadowed> shadowed;
    };

    explicit RouteAnalysis(const ConfigStore &store, QObject *parent = nullptr);

    [[nodiscard]] const Findings &findings() const noexcept { return m_findings; }

signals:
    void changed();

private:
    void start();

    const ConfigStore &m_store;
    Findings m_findings;
    QTimer m_soon;
    LatestRun m_run;
};

// A sentence for a shadowed route; empty when it is not shadowed.
[[nodiscard]] QString shadowText(const RouteAnalysis::Findings &findings, const Config &config, const QString &routeId);

} // namespace gatehouse
