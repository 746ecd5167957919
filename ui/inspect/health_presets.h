// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace gatehouse {

// A choice of health checks that serves most upstreams, and what happens with it. Thread: any.
struct HealthPreset {
    QString name;
    QString effect;
    QJsonObject checks; // fields of `healthchecks`
};

[[nodiscard]] QList<HealthPreset> healthPresets();

// Whether every field a preset decides has its value; others may be as they are.
[[nodiscard]] bool followsPreset(const QJsonObject &healthchecks, const HealthPreset &preset);

// Checks with the fields of a preset in place of their own.
[[nodiscard]] QJsonObject withPreset(const QJsonObject &healthchecks, const HealthPreset &preset);

} // namespace gatehouse
