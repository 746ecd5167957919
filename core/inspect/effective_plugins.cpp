// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/effective_plugins.h"

#include "core/plugins/plugin.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

bool isFor(const QString &bound, const QString &asked)
{
    return bound.isEmpty() || bound == asked;
}

PluginUse useOf(const QJsonObject &row)
{
    PluginUse use;
    use.id = row.value("id"_L1).toString();
    use.name = row.value("name"_L1).toString();
    use.consumerId = foreignId(row, u"consumer"_s);
    use.scope = {!foreignId(row, u"route"_s).isEmpty(), !foreignId(row, u"service"_s).isEmpty(),
                 !use.consumerId.isEmpty()};
    for (const PluginType *type : builtinPlugins()) {
        if (type->name != use.name)
            continue;
        use.priority = type->priority;
        use.executed = true;
    }
    return use;
}

// Among instances of one kind, the one that runs comes first.
bool goesBefore(const PluginUse &one, const PluginUse &other)
{
    return precedence(one.scope) > precedence(other.scope);
}

} // namespace

EffectivePlugins::EffectivePlugins(const Config &config)
    : m_config(config)
{
    for (const QJsonObject &row : config.rows(u"plugins"_s)) {
        if (row.value("enabled"_L1).toBool(true))
            m_rows[row.value("name"_L1).toString()][foreignId(row, u"route"_s)] << row;
    }
}

QList<PluginUse> EffectivePlugins::usesOf(const QString &name, const QString &routeId, const QString &consumerId) const
{
    const auto route = m_config.find(u"routes"_s, routeId);
    const QString serviceId = route ? foreignId(*route, u"service"_s) : QString();
    QList<PluginUse> uses;
    const auto byRoute = m_rows.value(name);
    for (const QJsonObject &row :
         byRoute.value({}) + (routeId.isEmpty() ? QList<QJsonObject>() : byRoute.value(routeId))) {
        if (!isFor(foreignId(row, u"service"_s), serviceId))
            continue;
        if (consumerId.isEmpty() || isFor(foreignId(row, u"consumer"_s), consumerId))
            uses << useOf(row);
    }
    std::stable_sort(uses.begin(), uses.end(), goesBefore);
    QString running;
    for (PluginUse &use : uses) {
        if (consumerId.isEmpty() && use.scope.consumer)
            continue;
        use.overriddenBy = running;
        if (running.isEmpty())
            running = use.id;
    }
    return uses;
}

QList<PluginUse> EffectivePlugins::on(const QString &routeId, const QString &consumerId) const
{
    QList<PluginUse> all;
    QStringList names = m_rows.keys();
    names.sort();
    for (const QString &name : std::as_const(names))
        all << usesOf(name, routeId, consumerId);
    std::stable_sort(all.begin(), all.end(), [](const PluginUse &one, const PluginUse &other) {
        return one.executed != other.executed ? one.executed : one.priority > other.priority;
    });
    return all;
}

std::optional<QJsonObject>
EffectivePlugins::instance(const QString &name, const QString &routeId, const QString &consumerId) const
{
    const QList<PluginUse> uses = usesOf(name, routeId, consumerId);
    for (const PluginUse &use : uses) {
        if (use.overriddenBy.isEmpty() && use.consumerId == (use.scope.consumer ? consumerId : QString()))
            return m_config.find(u"plugins"_s, use.id);
    }
    return std::nullopt;
}

} // namespace gatehouse
