// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/plugin.h"

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse {

// What all authentication plugins do once they know who asks (kong/pdk/client.lua and the set_consumer of each
// handler): remember it in the exchange and tell the upstream, so that a client cannot claim to be somebody else.
// Thread: worker.

// `identifier` is what X-Credential-Identifier shows. Views must live as long as the exchange.
void authenticateAs(Exchange &exchange,
                    const ConsumerFacts &consumer,
                    const CredentialFacts &credential,
                    std::string_view identifier);

// Nobody was asked: what a client says of itself must not look as if somebody had been (CWE-290).
void forgetClaims(Exchange &exchange);

void authenticateAsAnonymous(Exchange &exchange, const ConsumerFacts &consumer);

// The `anonymous` option of an authentication plugin: what happens when nobody can be recognised.
class AnonymousFallback
{
public:
    AnonymousFallback(const QJsonObject &config, const ConsumerDirectory &consumers);

    [[nodiscard]] bool isConfigured() const noexcept { return m_configured; }

    // Another plugin has recognised the client already: with `anonymous` set, plugins are alternatives.
    [[nodiscard]] bool isSettled(const Exchange &exchange) const noexcept
    {
        return m_configured && exchange.credential != nullptr;
    }

    // Goes on as the anonymous consumer; a consumer that does not exist is an error of the configuration.
    [[nodiscard]] Verdict use(Exchange &exchange) const;

private:
    const ConsumerFacts *m_consumer = nullptr;
    bool m_configured = false;
};

} // namespace gatehouse
