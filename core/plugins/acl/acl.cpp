// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/acl/acl.h"

#include "core/plugins/config_values.h"
#include "core/plugins/consumer_directory.h"
#include "core/plugins/request_trace.h"

#include <QJsonObject>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

class Acl final : public Plugin
{
public:
    Acl(const QJsonObject &config, const ConsumerDirectory &consumers);

    Verdict onRequest(Exchange &exchange, const WorkerServices &, const Resume &) const override;

private:
    std::string m_listed;         // for people
    std::vector<bool> m_admitted; // by ConsumerFacts::index: groups are compared once, not per request
    bool m_allowList = false;
    bool m_hideGroups = false;
};

Acl::Acl(const QJsonObject &config, const ConsumerDirectory &consumers)
{
    const std::vector<std::string> allowed = textsOf(config.value("allow"_L1));
    m_allowList = !allowed.empty();
    const std::vector<std::string> listed = m_allowList ? allowed : textsOf(config.value("deny"_L1));
    for (const std::string &group : listed)
        m_listed.append(m_listed.empty() ? "" : ", ").append(group);
    m_hideGroups = config.value("hide_groups_header"_L1).toBool();
    for (const ConsumerFacts &consumer : consumers.all()) {
        const bool member =
            std::any_of(consumer.groups.begin(), consumer.groups.end(), [&listed](const std::string &group) {
                return std::find(listed.begin(), listed.end(), group) != listed.end();
            });
        m_admitted.push_back(member == m_allowList);
    }
}

Verdict Acl::onRequest(Exchange &exchange, const WorkerServices &, const Resume &) const
{
    static constexpr Reply unauthorized{401, ReplyForm::Negotiated, "Unauthorized", {}, {}};
    static constexpr Reply forbidden{403, ReplyForm::Negotiated, "You cannot consume this service", {}, {}};

    const ConsumerFacts *consumer = exchange.consumer;
    if (exchange.trace)
        exchange.trace->note(m_allowList ? "allow" : "deny", m_listed);
    if (!consumer)
        return Verdict::reply(exchange.credential ? forbidden : unauthorized);
    if (exchange.trace)
        exchange.trace->note("groups", consumer->groupsHeader);
    if (consumer->groups.empty() && m_allowList)
        return Verdict::reply(exchange.credential ? forbidden : unauthorized);
    if (!m_admitted[consumer->index])
        return Verdict::reply(forbidden);
    if (!m_hideGroups)
        exchange.requestEdits.set("X-Consumer-Groups", consumer->groupsHeader);
    return Verdict::next();
}

Result<std::shared_ptr<const Plugin>> create(const PluginBinding &binding, const PluginServices &services)
{
    return std::shared_ptr<const Plugin>(std::make_shared<const Acl>(binding.config, services.consumers));
}

} // namespace

const PluginType &aclPlugin() noexcept
{
    static constexpr PluginType type{QLatin1String("acl"), 950, nullptr, create, nullptr};
    return type;
}

} // namespace gatehouse
