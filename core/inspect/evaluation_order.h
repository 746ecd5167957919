// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/config.h"
#include "core/routing/router.h"

#include <QStringList>

#include <memory>

namespace gatehouse {

// The routes of a configuration in the order in which the router tries them. Made with the router's own rules, so that
// what is shown is what happens. Thread: any (immutable once made); takes a copy-on-write value, so it may be made on
// any thread.
class EvaluationOrder
{
public:
    // One place in the order: a route, or those of its paths that are tried together.
    struct Place {
        QString routeId;
        QStringList paths;
    };

    // A route that never matches, and the routes that take all its requests.
    struct Shadowed {
        QString routeId;
        QStringList by; // in the order of trying
    };

    // Fails when a regular expression cannot be used (ErrorKind::Invalid).
    static Result<EvaluationOrder> of(const Config &config);

    [[nodiscard]] QList<Place> places() const;
    // Every route named here never matches; that one is not named proves nothing.
    [[nodiscard]] QList<Shadowed> shadowed() const;

    [[nodiscard]] const Config &config() const noexcept { return m_config; }

    [[nodiscard]] const routing::Router &router() const noexcept { return *m_router; }

    [[nodiscard]] const std::vector<routing::RouteRule> &rules() const noexcept { return m_rules; }

    // The row of a rule.
    [[nodiscard]] const QJsonObject &route(std::size_t rule) const { return m_rows[static_cast<qsizetype>(rule)]; }

private:
    explicit EvaluationOrder(const Config &config)
        : m_config(config)
    {
    }

    Config m_config;
    QList<QJsonObject> m_rows; // same index as the rules
    std::vector<routing::RouteRule> m_rules;
    std::shared_ptr<const routing::Router> m_router;
};

} // namespace gatehouse
