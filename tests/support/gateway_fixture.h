// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/gateway.h"
#include "tests/support/raw_client.h"
#include "tests/support/recording_upstream.h"

#include <memory>

namespace gatehouse {

// A whole gateway on free ports, made from a declarative document.
class GatewayFixture
{
public:
    explicit GatewayFixture(int workers = 1,
                            const net::ResolverSettings &dns = {},
                            const ProxySettings &limits = {},
                            std::chrono::milliseconds drainTimeout = std::chrono::seconds(10));

    // Replaces the configuration and waits until it is running; the text of the problem otherwise.
    QString load(const QByteArray &yaml);

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] quint16 tlsPort() const;
    [[nodiscard]] quint16 adminPort() const;

    [[nodiscard]] Gateway &gateway() { return *m_gateway; }

    [[nodiscard]] Project &project() { return *m_project; }

    // One request on a connection of its own.
    RawResponse send(const QByteArray &bytes) { return RawClient(port()).request(bytes); }

    RawResponse get(const QByteArray &target, const QByteArray &fields = {})
    {
        return send("GET " + target + " HTTP/1.1\r\nHost: gw.test\r\n" + fields + "\r\n");
    }

    // One request to the Admin API, which answers on this thread: the client is on another one.
    RawResponse askAdmin(const QByteArray &method, const QByteArray &target);

    // A document with one service and a route of that path in front of an upstream.
    static QByteArray oneRoute(const RecordingUpstream &upstream, const QByteArray &path = "/r");

private:
    std::shared_ptr<const SchemaRegistry> m_registry = makeSchemaRegistry();
    SystemClock m_clock;
    std::unique_ptr<Project> m_project;
    std::unique_ptr<Gateway> m_gateway;
};

} // namespace gatehouse
