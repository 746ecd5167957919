// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/router.h"

#include <QtGlobal>

namespace gatehouse::routing {

using Texts = std::vector<std::string>;

inline RouteRule withPaths(const Texts &paths)
{
    RouteRule rule;
    rule.paths = paths;
    return rule;
}

inline RouteRule withHosts(const Texts &hosts)
{
    RouteRule rule;
    rule.hosts = hosts;
    return rule;
}

inline RouteRule withHeader(const char *name, const Texts &values)
{
    RouteRule rule;
    rule.headers.emplace_back(name, values);
    return rule;
}

inline Router build(const std::vector<RouteRule> &rules)
{
    Result<Router> router = Router::build(rules);
    if (!router)
        qFatal("%s", qPrintable(router.error().message));
    return std::move(*router);
}

// The rule that matches, or -1.
inline int matched(const Router &router, const RouteQuery &query)
{
    MatchScratch scratch;
    RouteMatch match;
    return router.match(query, scratch, match) ? int(match.rule) : -1;
}

inline RouteQuery forPath(std::string_view path)
{
    RouteQuery query;
    query.method = "GET";
    query.host = "a.test";
    query.path = path;
    query.listenPort = 8000;
    return query;
}

} // namespace gatehouse::routing
