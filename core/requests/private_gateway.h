// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests/prepared_request.h"
#include "core/runtime/gateway.h"

#include <QTemporaryDir>

namespace gatehouse {

// A gateway that runs one configuration for requests of our own, on free ports of this machine; its counters are its
// own. Thread: control. The registry must outlive it.
class PrivateGateway
{
public:
    explicit PrivateGateway(const SchemaRegistry &registry)
        : m_project(registry, m_clock)
        , m_gateway(m_project, m_clock)
    {
    }

    enum class Ports { Plain, PlainAndTls };

    Result<> start(const Config &config, Ports ports);

    // The request goes here, whatever host its URL names.
    void redirect(PreparedRequest &request) const;

    [[nodiscard]] QStringList warnings() const { return m_gateway.warnings(); }

private:
    const SystemClock m_clock;
    QTemporaryDir m_folder; // for the certificate of the TLS port
    Project m_project;
    Gateway m_gateway;
};

} // namespace gatehouse
