// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/effective_plugins.h"
#include "core/plugins/consumer_directory.h"

#include <QStringList>

#include <memory>

namespace gatehouse {

class Plugin;

// Whether a consumer may call a route, and what decides it. Thread: any (plain value).
struct AccessAnswer {
    enum class Kind { Allowed, Public, Refused };
    enum class Reason {
        NotAsked,        // no plugin asks who calls
        Authenticated,   // by one of `plugins`
        Anonymous,       // as the anonymous consumer of one of `plugins`
        NoCredential,    // of one of `plugins`
        NotAllowed,      // by the acl: in none of the groups of its allow list
        Denied,          // by the acl: in a group of its deny list
        NeverRecognised, // the acl asks for a consumer and nothing recognises one
    };

    Kind kind = Kind::Refused;
    Reason reason = Reason::NotAsked;
    QStringList plugins = {};       // that decide
    QStringList groups = {};        // of the acl
    QString pluginId = {};          // of the instance that decides; empty: none does
    bool credentialWouldDo = false; // with Reason::NoCredential: a consumer with one would be let through

    bool operator==(const AccessAnswer &other) const = default;
};

// The acl that runs on a route. Thread: any (plain value).
struct RouteAcl {
    QString id; // empty: none runs
    QStringList groups;
    bool isAllowList = false;
};

// The table of the credentials that an authentication plugin reads; empty for any other plugin.
[[nodiscard]] QString credentialTable(const QString &plugin);

// Answers who can call what, for every consumer that presents what credentials it has. The acl is asked itself; a
// credential counts when it exists. Thread: any, one at a time.
class AccessRules
{
public:
    explicit AccessRules(const Config &config);
    ~AccessRules();
    AccessRules(AccessRules &&) noexcept;
    AccessRules &operator=(AccessRules &&) noexcept;

    // Without a consumer: a request that presents nothing.
    [[nodiscard]] AccessAnswer ask(const QString &routeId, const QString &consumerId) const;

    [[nodiscard]] RouteAcl acl(const QString &routeId) const;

    // The plugins a consumer has credentials for that no switched-on instance anywhere reads.
    [[nodiscard]] QStringList unread(const QString &consumerId) const;

    [[nodiscard]] const EffectivePlugins &plugins() const noexcept { return m_plugins; }

private:
    struct Engine;
    struct Plan;

    // What decides on a route, looked up once.
    [[nodiscard]] const Plan &planOf(const QString &routeId) const;
    [[nodiscard]] AccessAnswer authenticate(const Plan &plan, const QString &consumerId, QString &actsAs) const;
    [[nodiscard]] bool admits(const Plan &plan, const QString &consumerId) const;
    void applyGroups(const Plan &plan, const QString &actsAs, AccessAnswer &answer) const;

    Config m_config;
    EffectivePlugins m_plugins;
    std::unique_ptr<Engine> m_engine;
};

} // namespace gatehouse
