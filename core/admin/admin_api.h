// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/route_table.h"

#include <QObject>

namespace gatehouse {

// Kong's Admin API over one ConfigStore: a function from request to answer (kong/api/init.lua, api_helpers.lua). Rows
// can be written at any time, also beside POST /config. The endpoints are generated from the schemas.
// Thread: control. Store, facts and health must outlive it.
class AdminApi
{
public:
    AdminApi(ConfigStore &store, NodeFacts &facts, UpstreamHealth *health = nullptr);

    // The answer to HEAD carries the body of GET: whoever sends it leaves the body out and keeps its length.
    [[nodiscard]] AdminReply handle(const AdminRequest &request);

private:
    [[nodiscard]] AdminReply dispatch(const AdminRequest &request);
    [[nodiscard]] AdminReply call(const RouteTable::Match &match, const AdminRequest &request, const QByteArray &query);
    [[nodiscard]] static AdminReply options(const AdminEndpoint &endpoint, const AdminRequest &request);

    void noteChange();

    AdminContext m_context;
    RouteTable m_routes;
    QObject m_listener; // ends the connection to the store
};

} // namespace gatehouse
