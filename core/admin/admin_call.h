// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/arguments.h"
#include "core/admin/node_facts.h"
#include "core/admin/upstream_health.h"
#include "core/model/config_store.h"

namespace gatehouse {

// What the last POST /config left behind. Thread: control.
struct PostedConfiguration {
    QString hash = QString(32, QLatin1Char('0'));
    QJsonObject nestedRows = {}; // table -> id -> what GET /config prints of transient lists
    bool isLoading = false;      // the change under way is this document
};

// What all endpoints share. Thread: control. Lives as long as the AdminApi; the members outlive it.
struct AdminContext {
    ConfigStore &store;
    NodeFacts &facts;
    UpstreamHealth *health = nullptr; // null: no balancers run
    PostedConfiguration posted = {};
    QStringList endpoints = {}; // "/services/{services}", sorted
};

// One request on its way through an endpoint. Thread: control. Lives for the request.
struct AdminCall {
    const AdminRequest &request;
    AdminContext &context;
    QByteArray method;                     // GET for HEAD
    QHash<QString, QString> segments = {}; // placeholder -> decoded path segment
    QHash<QString, QString> typed = {};    // placeholder -> path segment as it stands in the request
    QueryArguments query = {};
    BodyKind bodyKind = BodyKind::None;
    DecodedBody body = {};

    [[nodiscard]] ConfigStore &store() const { return context.store; }

    [[nodiscard]] const SchemaRegistry &registry() const { return context.store.registry(); }

    // The body as input for a row of that table: forms get their types.
    [[nodiscard]] QJsonObject input(const RecordSchema &schema) const;
    // The row a segment names, as it is printed.
    [[nodiscard]] StoreOutcome find(const RecordSchema &schema) const;
    [[nodiscard]] EntityKey key(const RecordSchema &schema) const;
};

AdminReply reply(const StoreError &error);

} // namespace gatehouse
