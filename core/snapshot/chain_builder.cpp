// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/chain_builder.h"

#include "core/model/config.h"
#include "core/snapshot/plugin_scope.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

ChainBuilder::ChainBuilder(const Config &config,
                           Snapshot &snapshot,
                           const CompileServices &services,
                           QStringList &warnings)
    : m_config(config)
    , m_snapshot(snapshot)
    , m_services{config, *snapshot.consumers, services.clock, services.counters, services.logFiles, warnings}
{
    for (const PluginType *type : builtinPlugins()) {
        Kind kind;
        kind.type = type;
        m_kinds.push_back(std::move(kind));
    }
}

void ChainBuilder::createInstances(QList<Problem> &problems)
{
    for (const QJsonObject &entity : m_config.rows(u"plugins"_s)) {
        if (!entity.value(u"enabled"_s).toBool(true))
            continue;
        const QString name = entity.value(u"name"_s).toString();
        if (kindNamed(name))
            createInstance(entity, problems);
        else
            m_services.warnings << u"plugin '%1' (id %2) is kept but not executed"_s.arg(
                name, entity.value(u"id"_s).toString());
    }
}

ChainBuilder::Kind *ChainBuilder::kindNamed(const QString &name)
{
    const auto found =
        std::find_if(m_kinds.begin(), m_kinds.end(), [&name](const Kind &kind) { return kind.type->name == name; });
    return found == m_kinds.end() ? nullptr : &*found;
}

void ChainBuilder::createInstance(const QJsonObject &entity, QList<Problem> &problems)
{
    Kind &kind = *kindNamed(entity.value(u"name"_s).toString());
    if (kind.type->prepare && !kind.shared) {
        kind.shared = kind.type->prepare(m_services);
        m_snapshot.sharedByPlugins.push_back(kind.shared);
    }
    PluginBinding binding{entity.value(u"id"_s).toString(),     foreignId(entity, u"route"_s),
                          foreignId(entity, u"service"_s),      foreignId(entity, u"consumer"_s),
                          entity.value(u"config"_s).toObject(), kind.shared};
    const Result<std::shared_ptr<const Plugin>> made = kind.type->create(binding, m_services);
    if (!made) {
        problems.append({u"plugins/%1"_s.arg(binding.id), made.error().message});
        problems.append(made.error().problems);
        return;
    }
    m_snapshot.plugins.push_back(*made);
    const BodyNeed need = kind.type->bodyNeed ? kind.type->bodyNeed(binding.config) : BodyNeed::None;
    const ConsumerFacts *consumer = m_services.consumers.byId(binding.consumerId.toStdString());
    file(kind, {binding.routeId, binding.serviceId, consumer, made->get(), need});
}

void ChainBuilder::file(Kind &kind, const Instance &instance)
{
    if (!instance.routeId.isEmpty()) {
        kind.byRoute[instance.routeId].push_back(instance);
    } else if (!instance.serviceId.isEmpty()) {
        kind.byService[instance.serviceId].push_back(instance);
    } else if (instance.consumer) {
        if (!kind.consumerOnly)
            kind.consumerOnly = &m_snapshot.consumerOnly.emplace_back();
        (*kind.consumerOnly)[instance.consumer] = instance.plugin;
        if (instance.bodyNeed == BodyNeed::Whole)
            kind.consumerOnlyNeed = BodyNeed::Whole;
    } else {
        kind.global.push_back(instance);
    }
}

std::shared_ptr<const PluginChain> ChainBuilder::chainFor(const QString &routeId, const QString &serviceId)
{
    const bool own = std::any_of(m_kinds.begin(), m_kinds.end(),
                                 [&routeId](const Kind &kind) { return kind.byRoute.contains(routeId); });
    if (own)
        return std::make_shared<const PluginChain>(build(routeId, serviceId));
    std::shared_ptr<const PluginChain> &shared = m_shared[serviceId];
    if (!shared)
        shared = std::make_shared<const PluginChain>(build({}, serviceId));
    return shared;
}

std::vector<ChainBuilder::Instance>
ChainBuilder::candidates(const Kind &kind, const QString &routeId, const QString &serviceId)
{
    std::vector<Instance> found = kind.global;
    if (!serviceId.isEmpty()) {
        const auto bound = kind.byService.value(serviceId);
        found.insert(found.end(), bound.begin(), bound.end());
    }
    if (!routeId.isEmpty()) {
        for (const Instance &instance : kind.byRoute.value(routeId)) {
            if (instance.serviceId.isEmpty() || instance.serviceId == serviceId)
                found.push_back(instance);
        }
    }
    return found;
}

void ChainBuilder::fill(PluginSlot &slot, const std::vector<Instance> &instances)
{
    int generalRank = -1;
    QHash<const ConsumerFacts *, int> boundRank;
    for (const Instance &instance : instances) {
        const int rank =
            precedence({!instance.routeId.isEmpty(), !instance.serviceId.isEmpty(), instance.consumer != nullptr});
        if (!instance.consumer) {
            if (rank <= generalRank)
                continue;
            generalRank = rank;
            slot.general = instance.plugin;
            slot.generalBeatsConsumer = rank > precedence({false, false, true});
        } else if (rank > boundRank.value(instance.consumer, -1)) {
            boundRank[instance.consumer] = rank;
            slot.bound[instance.consumer] = instance.plugin;
        }
    }
}

PluginChain ChainBuilder::build(const QString &routeId, const QString &serviceId) const
{
    PluginChain chain;
    for (const Kind &kind : m_kinds) {
        const std::vector<Instance> instances = candidates(kind, routeId, serviceId);
        if (instances.empty() && !kind.consumerOnly)
            continue;
        PluginSlot slot;
        slot.name = std::string_view(kind.type->name.data(), static_cast<std::size_t>(kind.type->name.size()));
        slot.consumerOnly = kind.consumerOnly;
        fill(slot, instances);
        const bool whole = kind.consumerOnlyNeed == BodyNeed::Whole ||
                           std::any_of(instances.begin(), instances.end(),
                                       [](const Instance &instance) { return instance.bodyNeed == BodyNeed::Whole; });
        if (whole)
            chain.bodyNeed = BodyNeed::Whole;
        chain.entries.push_back(std::move(slot));
    }
    return chain;
}

} // namespace gatehouse
