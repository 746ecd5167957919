// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/health_presets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HealthPresets)
};

// Seconds between probes, and what it takes to change a target's state.
struct Numbers {
    int healthyInterval = 0;
    int unhealthyInterval = 0;
    int successes = 0;
    int probeFailures = 0;   // of active probes
    int requestFailures = 0; // of requests that clients sent
};

QJsonObject checksOf(const Numbers &numbers)
{
    const auto failures = [](int count) {
        return QJsonObject{{u"http_failures"_s, count}, {u"tcp_failures"_s, count}, {u"timeouts"_s, count}};
    };
    QJsonObject unhealthy = failures(numbers.probeFailures);
    unhealthy.insert(u"interval"_s, numbers.unhealthyInterval);
    const QJsonObject healthy{{u"interval"_s, numbers.healthyInterval}, {u"successes"_s, numbers.successes}};
    return {{u"active"_s, QJsonObject{{u"healthy"_s, healthy}, {u"unhealthy"_s, unhealthy}}},
            {u"passive"_s, QJsonObject{{u"unhealthy"_s, failures(numbers.requestFailures)}}}};
}

} // namespace

QList<HealthPreset> healthPresets()
{
    return {
        {Words::tr("Off"), Words::tr("Targets are never probed and never taken out; every target gets its share."),
         checksOf({})},
        {Words::tr("Gentle"),
         Words::tr(
             "Every target is probed each 30 s. Five failed requests or three failed probes in a row take it out, two "
             "good probes bring it back."),
         checksOf({30, 30, 2, 3, 5})},
        {Words::tr("Aggressive"),
         Words::tr(
             "Every target is probed each 5 s. Two failed requests or one failed probe take it out, one good probe "
             "brings it back."),
         checksOf({5, 5, 1, 1, 2})}};
}

QJsonObject withPreset(const QJsonObject &healthchecks, const HealthPreset &preset)
{
    QJsonObject checks = healthchecks;
    for (auto kind = preset.checks.begin(); kind != preset.checks.end(); ++kind) {
        QJsonObject record = checks.value(kind.key()).toObject();
        const QJsonObject states = kind.value().toObject();
        for (auto state = states.begin(); state != states.end(); ++state) {
            QJsonObject fields = record.value(state.key()).toObject();
            const QJsonObject wanted = state.value().toObject();
            for (auto field = wanted.begin(); field != wanted.end(); ++field)
                fields.insert(field.key(), field.value());
            record.insert(state.key(), fields);
        }
        checks.insert(kind.key(), record);
    }
    return checks;
}

bool followsPreset(const QJsonObject &healthchecks, const HealthPreset &preset)
{
    return withPreset(healthchecks, preset) == healthchecks;
}

} // namespace gatehouse
