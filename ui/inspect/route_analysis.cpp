// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/route_analysis.h"

#include "ui/entities/entity_columns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::chrono::milliseconds pause{150};

RouteAnalysis::Findings analyse(const Config &config)
{
    RouteAnalysis::Findings findings;
    const Result<EvaluationOrder> order = EvaluationOrder::of(config);
    if (!order)
        return findings;
    int number = 0;
    const QList<EvaluationOrder::Place> places = order->places();
    for (const EvaluationOrder::Place &place : places) {
        ++number;
        if (!findings.places.contains(place.routeId))
            findings.places.insert(place.routeId, number);
    }
    findings.shadowed = order->shadowed();
    return findings;
}

} // namespace

RouteAnalysis::RouteAnalysis(const ConfigStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &RouteAnalysis::start);
    connect(&store, &ConfigStore::changed, this, [this](const Change &change) {
        const bool concerns = std::any_of(change.edits.begin(), change.edits.end(), [](const Edit &edit) {
            return edit.table == "routes"_L1 || edit.table == "services"_L1;
        });
        if (concerns)
            m_soon.start();
    });
    m_soon.start();
}

void RouteAnalysis::start()
{
    m_run.start([config = m_store.config()] { return analyse(config); },
                [this](const Findings &findings) {
                    m_findings = findings;
                    emit changed();
                });
}

QString shadowText(const RouteAnalysis::Findings &findings, const Config &config, const QString &routeId)
{
    const auto found = std::find_if(findings.shadowed.begin(), findings.shadowed.end(),
                                    [&routeId](const auto &shadowed) { return shadowed.routeId == routeId; });
    if (found == findings.shadowed.end())
        return {};
    QStringList names;
    for (const QString &id : found->by)
        names << shownName(config.find(u"routes"_s, id).value_or(QJsonObject()));
    return RouteAnalysis::tr("never matches: every request it accepts is taken by %1").arg(names.join(u", "_s));
}

} // namespace gatehouse
