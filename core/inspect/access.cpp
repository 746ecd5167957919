// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/access.h"

#include "core/base/clock.h"
#include "core/counters/rate_counters.h"
#include "core/plugins/log_sink.h"
#include "core/plugins/plugin.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

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

// Nothing is logged while asking.
class NoLogFiles final : public LogFiles
{
public:
    LogFileId idFor(const QString &, bool) override { return 0; }
};

const PluginType *typeOf(QLatin1String name)
{
    const auto types = builtinPlugins();
    const auto found =
        std::find_if(types.begin(), types.end(), [name](const PluginType *type) { return type->name == name; });
    return found == types.end() ? nullptr : *found;
}

} // namespace

// What a plugin instance needs to be made.
struct AccessRules::Engine {
    explicit Engine(const Config &config)
        : consumers(config)
    {
        const PluginServices services{config, consumers, clock, counters, logFiles, warnings};
        const PluginType *type = typeOf(aclName);
        for (const QJsonObject &row : config.rows(u"plugins"_s)) {
            if (!type || row.value("name"_L1).toString() != aclName)
                continue;
            const PluginBinding binding{row.value("id"_L1).toString(),     {},     {}, {},
                                        row.value("config"_L1).toObject(), nullptr};
            if (const auto made = type->create(binding, services))
                acls.insert(binding.id, *made);
        }
    }

    ConsumerDirectory consumers;
    SystemClock clock;
    RateCounters counters;
    NoLogFiles logFiles;
    QStringList warnings;
    QHash<QString, std::shared_ptr<const Plugin>> acls; // by id
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
    for (const Authentication &authentication : authentications) {
        const bool isRead = std::any_of(rows.begin(), rows.end(), [&authentication](const QJsonObject &row) {
            return row.value("name"_L1).toString() == authentication.plugin && row.value("enabled"_L1).toBool(true);
        });
        if (!isRead && hasCredential(authentication.table, consumerId))
            names << authentication.plugin;
    }
    return names;
}

bool AccessRules::hasCredential(const QString &table, const QString &consumerId) const
{
    return !consumerId.isEmpty() && !m_config.table(table).rowsWhere(u"consumer"_s, consumerId).isEmpty();
}

// Every plugin must recognise the client; those with `anonymous` are alternatives (kong/plugins/*/access.lua).
AccessAnswer AccessRules::authenticate(const QString &routeId, const QString &consumerId, QString &actsAs) const
{
    AccessAnswer answer{AccessAnswer::Kind::Public, AccessAnswer::Reason::NotAsked, {}, {}};
    QStringList missing;
    QString anonymous;
    for (const Authentication &authentication : authentications) {
        const auto instance = m_plugins.instance(authentication.plugin, routeId, {});
        if (!instance)
            continue;
        const QString fallback = instance->value("config"_L1).toObject().value("anonymous"_L1).toString();
        if (!fallback.isEmpty() && !actsAs.isEmpty())
            continue;
        if (hasCredential(authentication.table, consumerId)) {
            actsAs = consumerId;
            answer.kind = AccessAnswer::Kind::Allowed;
            answer.reason = AccessAnswer::Reason::Authenticated;
            answer.plugins << authentication.plugin;
        } else if (fallback.isEmpty()) {
            missing << authentication.plugin;
        } else {
            anonymous = fallback;
        }
    }
    if (!missing.isEmpty())
        return {AccessAnswer::Kind::Refused, AccessAnswer::Reason::NoCredential, missing, {}};
    if (actsAs.isEmpty() && !anonymous.isEmpty()) {
        const ConsumerFacts *facts = m_engine->consumers.byIdOrUsername(anonymous.toStdString());
        if (!facts) // such a request is answered with 500
            return {AccessAnswer::Kind::Refused, AccessAnswer::Reason::NoCredential, {}, {}};
        actsAs = QString::fromStdString(facts->id);
        answer.reason = AccessAnswer::Reason::Anonymous;
    }
    return answer;
}

void AccessRules::applyGroups(const QString &routeId, const QString &actsAs, AccessAnswer &answer) const
{
    const auto instance = m_plugins.instance(aclName, routeId, actsAs);
    if (!instance)
        return;
    const auto acl = m_engine->acls.value(instance->value("id"_L1).toString());
    if (!acl)
        return;
    Exchange &exchange = *m_engine->exchange;
    exchange.reset();
    exchange.consumer = m_engine->consumers.byId(actsAs.toStdString());
    const bool allowed = acl->onRequest(exchange, {}, {}).kind() == Verdict::Kind::Next;
    const QJsonObject config = instance->value("config"_L1).toObject();
    const QStringList allow = config.value("allow"_L1).toVariant().toStringList();
    answer.groups = allow.isEmpty() ? config.value("deny"_L1).toVariant().toStringList() : allow;
    if (allowed) {
        answer.plugins << QString(aclName);
        return;
    }
    answer.kind = AccessAnswer::Kind::Refused;
    answer.plugins = QStringList{QString(aclName)};
    answer.reason = actsAs.isEmpty()  ? AccessAnswer::Reason::NeverRecognised
                    : allow.isEmpty() ? AccessAnswer::Reason::Denied
                                      : AccessAnswer::Reason::NotAllowed;
}

AccessAnswer AccessRules::ask(const QString &routeId, const QString &consumerId) const
{
    QString actsAs;
    AccessAnswer answer = authenticate(routeId, consumerId, actsAs);
    if (answer.kind != AccessAnswer::Kind::Refused)
        applyGroups(routeId, actsAs, answer);
    return answer;
}

} // namespace gatehouse
