// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"
#include "core/snapshot/plugin_scope.h"

#include <QHash>

#include <optional>

namespace gatehouse {

// One plugin instance that is meant for a route, and whether it runs there.
struct PluginUse {
    QString id;
    QString name;
    PluginScope scope;
    QString consumerId;    // it is for this consumer only; empty: for all
    QString overriddenBy;  // the id of the instance that runs in its place; empty: it runs
    int priority = 0;      // Kong's number; 0 for what the gateway does not execute
    bool executed = false; // the gateway has this kind of plugin
};

// Which plugin instances run for which requests, by the precedence the snapshot is compiled with. Instances that are
// switched off take no part. Thread: any (immutable).
class EffectivePlugins
{
public:
    explicit EffectivePlugins(const Config &config);

    // In the order of running; those that are kept only come last. Without a consumer, those for single consumers are
    // among them and override nothing.
    [[nodiscard]] QList<PluginUse> on(const QString &routeId, const QString &consumerId = {}) const;

    // The instance of one kind that runs; none when there is none.
    [[nodiscard]] std::optional<QJsonObject>
    instance(const QString &name, const QString &routeId, const QString &consumerId) const;

private:
    [[nodiscard]] QList<PluginUse> usesOf(const QString &name, const QString &routeId, const QString &consumerId) const;

    Config m_config;
    QHash<QString, QHash<QString, QList<QJsonObject>>> m_rows; // by the plugin's name and the route it is bound to
};

} // namespace gatehouse
