// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/access.h"

#include "core/inspect/plugin_maker.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Authentication {
    QLatin1String plugin;
    QLatin1String table; // of its credentials
};

// The authentication plugins the gateway executes, in order of priority.
constexpr std::array authentications{Authentication{"jwt"_L1, "jwt_secrets"_L1},
                                     Authentication{"key-auth"_L1, "keyauth_credentials"_L1}};

constexpr auto aclName = "acl"_L1;

} // namespace

QString credentialTable(const QString &plugin)
{
    const auto *found = std::find_if(authentications.begin(), authentications.end(),
                                     [&plugin](const Authentication &each) { return each.plugin == plugin; });
    return found == authentications.end() ? QString() : QString(found->table);
}

// What decides about the requests of a route.
struct AccessRules::Plan {
    struct Step {
        std::size_t authentication = 0; // index of `authentications`
        QString name;
        QString pluginId;
        QString anonymous;
    };

    QList<Step> steps;
    RouteAcl acl;
    std::shared_ptr<const Plugin> rule; // the acl itself; null: none runs
};

// What a plugin instance needs to be made, and what has been looked up already.
struct AccessRules::Engine {
    explicit Engine(const Config &config)
        : plugins(config)
    {
        for (std::size_t i = 0; i < authentications.size(); ++i) {
            for (const QJsonObject &row : config.rows(authentications[i].table))
                holders[i].insert(foreignId(row, u"consumer"_s));
        }
    }

    [[nodiscard]] bool holds(std::size_t authentication, const QString &consumerId) const
    {
        return !consumerId.isEmpty() && holders[authentication].contains(consumerId);
    }

    // Many routes may have the same acl.
    std::shared_ptr<const Plugin> aclOf(const QJsonObject &row)
    {
        const QString id = row.value("id"_L1).toString();
        if (!acls.contains(id))
            acls.insert(id, plugins.make(row));
        return acls.value(id);
    }

    PluginMaker plugins;
    std::array<QSet<QString>, authentications.size()> holders; // consumers with a credential
    QHash<QString, std::shared_ptr<const Plugin>> acls;        // by id
    std::unordered_map<QString, Plan> plans;                   // by the route's id
    std::unique_ptr<Exchange> exchange = std::make_unique<Exchange>();
};

AccessRules::AccessRules(const Config &config)
    : m_config(config)
    , m_plugins(config)
    , m_engine(std::make_unique<Engine>(config))
{
}

AccessRules::~AccessRules() = default;
AccessRules::AccessRules(AccessRules &&) noexcept = default;
AccessRules &AccessRules::operator=(AccessRules &&) noexcept = default;

QStringList AccessRules::unread(const QString &consumerId) const
{
    const QList<QJsonObject> rows = m_config.rows(u"plugins"_s);
    QStringList names;
    for (std::size_t i = 0; i < authentications.size(); ++i) {
        const bool isRead = std::any_of(rows.begin(), rows.end(), [i](const QJsonObject &row) {
            return row.value("name"_L1).toString() == authentications[i].plugin && row.value("enabled"_L1).toBool(true);
        });
        if (!isRead && m_engine->holds(i, consumerId))
            names << authentications[i].plugin;
    }
    return names;
}

const AccessRules::Plan &AccessRules::planOf(const QString &routeId) const
{
    if (const auto known = m_engine->plans.find(routeId); known != m_engine->plans.end())
        return known->second;
    Plan plan;
    for (std::size_t i = 0; i < authentications.size(); ++i) {
        if (const auto row = m_plugins.instance(authentications[i].plugin, routeId, {}))
            plan.steps << Plan::Step{i, authentications[i].plugin, row->value("id"_L1).toString(),
                                     row->value("config"_L1).toObject().value("anonymous"_L1).toString()};
    }
    if (const auto row = m_plugins.instance(aclName, routeId, {})) {
        const QJsonObject config = row->value("config"_L1).toObject();
        const QStringList allow = config.value("allow"_L1).toVariant().toStringList();
        const QStringList deny = config.value("deny"_L1).toVariant().toStringList();
        plan.acl = {row->value("id"_L1).toString(), allow.isEmpty() ? deny : allow, !allow.isEmpty()};
        plan.rule = m_engine->aclOf(*row);
    }
    return m_engine->plans.emplace(routeId, plan).first->second;
}

RouteAcl AccessRules::acl(const QString &routeId) const
{
    return planOf(routeId).acl;
}

// Every plugin must recognise the client; those with `anonymous` are alternatives (kong/plugins/*/access.lua).
AccessAnswer AccessRules::authenticate(const Plan &plan, const QString &consumerId, QString &actsAs) const
{
    AccessAnswer answer{AccessAnswer::Kind::Public, AccessAnswer::Reason::NotAsked};
    AccessAnswer refused{AccessAnswer::Kind::Refused, AccessAnswer::Reason::NoCredential};
    QString anonymous;
    for (const Plan::Step &step : plan.steps) {
        if (!step.anonymous.isEmpty() && !actsAs.isEmpty())
            continue;
        if (m_engine->holds(step.authentication, consumerId)) {
            actsAs = consumerId;
            answer.kind = AccessAnswer::Kind::Allowed;
            answer.reason = AccessAnswer::Reason::Authenticated;
            answer.plugins << step.name;
            answer.pluginId = step.pluginId;
        } else if (step.anonymous.isEmpty()) {
            refused.plugins << step.name;
            refused.pluginId = step.pluginId;
        } else {
            anonymous = step.anonymous;
            answer.pluginId = step.pluginId;
        }
    }
    if (!refused.plugins.isEmpty())
        return refused;
    if (actsAs.isEmpty() && !anonymous.isEmpty()) {
        const ConsumerFacts *facts = m_engine->plugins.consumers().byIdOrUsername(anonymous.toStdString());
        if (!facts) { // such a request is answered with 500
            refused.pluginId = answer.pluginId;
            return refused;
        }
        actsAs = QString::fromStdString(facts->id);
        answer.reason = AccessAnswer::Reason::Anonymous;
    }
    return answer;
}

bool AccessRules::admits(const Plan &plan, const QString &consumerId) const
{
    Exchange &exchange = *m_engine->exchange;
    exchange.reset();
    exchange.consumer = m_engine->plugins.consumers().byId(consumerId.toStdString());
    return plan.rule->onRequest(exchange, {}, {}).kind() == Verdict::Kind::Next;
}

void AccessRules::applyGroups(const Plan &plan, const QString &actsAs, AccessAnswer &answer) const
{
    if (!plan.rule)
        return;
    answer.groups = plan.acl.groups;
    answer.pluginId = plan.acl.id;
    if (admits(plan, actsAs)) {
        answer.plugins << QString(aclName);
        return;
    }
    answer.kind = AccessAnswer::Kind::Refused;
    answer.plugins = QStringList{QString(aclName)};
    answer.reason = actsAs.isEmpty()       ? AccessAnswer::Reason::NeverRecognised
                    : plan.acl.isAllowList ? AccessAnswer::Reason::NotAllowed
                                           : AccessAnswer::Reason::Denied;
}

AccessAnswer AccessRules::ask(const QString &routeId, const QString &consumerId) const
{
    const Plan &plan = planOf(routeId);
    QString actsAs;
    AccessAnswer answer = authenticate(plan, consumerId, actsAs);
    if (answer.kind != AccessAnswer::Kind::Refused) {
        applyGroups(plan, actsAs, answer);
    } else if (!consumerId.isEmpty() && !answer.plugins.isEmpty()) {
        answer.groups = plan.acl.groups;
        answer.credentialWouldDo = !plan.rule || admits(plan, consumerId);
    }
    return answer;
}

} // namespace gatehouse
