// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/evaluation_order.h"

#include <QUrl>

namespace gatehouse {

// A request as a person writes it down. Without a scheme and host, `url` is taken as a path on localhost. A Host among
// the headers stands in place of the URL's; the server name of TLS is always the URL's.
struct TestRequest {
    QString method;
    QString url;
    QList<std::pair<QString, QString>> headers = {};
};

// What becomes of a request before any plugin has looked at it. Thread: any (plain value).
struct MatchReport {
    struct Tried {
        QString routeId;
        QStringList paths; // that were tried together
        routing::Criterion failed = routing::Criterion::None;
    };

    QString problem; // why it is no request the gateway would route; the rest is empty then
    QString routeId; // empty: no route
    QString path;    // of the route, that matched; empty when it has none
    QString host;    // of the route, that matched; empty when it has none
    bool isRegex = false;
    int httpsStatus = 0;  // 0: passed on; otherwise the answer that asks for https
    QString upstreamUrl;  // empty for a route without a service
    QString upstreamHost; // what Host says; empty when each target is asked by its own name
    QList<Tried> tried;   // before the route that is used, or all
};

// Runs a request through the parser, the router and the rewriting of the proxy.
[[nodiscard]] MatchReport testMatch(const EvaluationOrder &order, const TestRequest &request);

} // namespace gatehouse
