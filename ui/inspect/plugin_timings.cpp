// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/plugin_timings.h"

#include "ui/traffic/filter_parser.h"
#include "ui/traffic/traffic_filter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int mostTraces = 200;
constexpr quint64 mostRecords = 20'000; // looked at for them

void takeTrace(const QByteArray &trace, QHash<QString, QList<double>> &times)
{
    const QJsonArray plugins = QJsonDocument::fromJson(trace).object().value("plugins"_L1).toArray();
    for (const QJsonValue &plugin : plugins) {
        if (const QJsonValue ms = plugin["ms"_L1]; ms.isDouble())
            times[plugin["name"_L1].toString()] << ms.toDouble();
    }
}

} // namespace

QHash<QString, double> pluginTimings(const TrafficStore &store, const QString &route, const QString &consumer)
{
    const QString text = u"route="_s + quotedFilterValue(route) +
                         (consumer.isEmpty() ? QString() : u" consumer="_s + quotedFilterValue(consumer));
    const TrafficFilter filter(TrafficFilter::Preset::All, text);
    QHash<QString, QList<double>> times;
    int traces = 0;
    const quint64 first = std::max(store.begin(), store.end() > mostRecords ? store.end() - mostRecords : 0);
    for (quint64 i = store.end(); i > first && traces < mostTraces; --i) {
        if (!filter.accepts(store.at(i - 1)))
            continue;
        const std::optional<QByteArray> trace = store.trace(i - 1);
        if (!trace)
            break; // older ones have made room as well
        takeTrace(*trace, times);
        ++traces;
    }
    QHash<QString, double> result;
    for (auto each = times.begin(); each != times.end(); ++each) {
        QList<double> &sorted = each.value();
        std::sort(sorted.begin(), sorted.end());
        result.insert(each.key(), sorted[(sorted.size() * 95 + 99) / 100 - 1]);
    }
    return result;
}

} // namespace gatehouse
