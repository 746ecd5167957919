// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/compiler.h"

#include <QHash>
#include <QJsonObject>

namespace gatehouse {

// Makes the plugin instances of a configuration and puts together the chain of each route.
// Thread: that of the compile call; lives during it.
class ChainBuilder
{
public:
    ChainBuilder(const Config &config, Snapshot &snapshot, const CompileServices &services, QStringList &warnings);

    // Makes every enabled instance; what is wrong with them is added to the list.
    void createInstances(QList<Problem> &problems);

    // The chain of a route and its service; ids are empty for "none". Routes without plugins of their own share the
    // chain of their service.
    [[nodiscard]] std::shared_ptr<const PluginChain> chainFor(const QString &routeId, const QString &serviceId);

    [[nodiscard]] PluginChain globalChain() const { return build({}, {}); }

private:
    struct Instance {
        QString routeId;
        QString serviceId;
        const ConsumerFacts *consumer = nullptr;
        const Plugin *plugin = nullptr;
        BodyNeed bodyNeed = BodyNeed::None;
    };

    struct Kind {
        const PluginType *type = nullptr;
        std::shared_ptr<const void> shared; // what the type prepared
        std::vector<Instance> global;
        QHash<QString, std::vector<Instance>> byRoute;
        QHash<QString, std::vector<Instance>> byService; // not bound to a route
        PluginsByConsumer *consumerOnly = nullptr;
        BodyNeed consumerOnlyNeed = BodyNeed::None;
    };

    void createInstance(const QJsonObject &entity, QList<Problem> &problems);
    Kind *kindNamed(const QString &name);
    void file(Kind &kind, const Instance &instance);
    [[nodiscard]] PluginChain build(const QString &routeId, const QString &serviceId) const;
    static std::vector<Instance> candidates(const Kind &kind, const QString &routeId, const QString &serviceId);
    static void fill(PluginSlot &slot, const std::vector<Instance> &instances);

    const Config &m_config;
    Snapshot &m_snapshot;
    PluginServices m_services;
    std::vector<Kind> m_kinds;                                   // in order of priority
    QHash<QString, std::shared_ptr<const PluginChain>> m_shared; // by service id
};

} // namespace gatehouse
