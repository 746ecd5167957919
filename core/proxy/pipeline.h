// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/plugin_chain.h"

#include <array>
#include <cstddef>

namespace gatehouse {

// Stations 7, 11 and the log half of 14: runs the plugins of one request. Which instance of a plugin runs is decided
// when its turn comes in the access phase, with the consumer known then, and stays for the later phases; when a plugin
// answers, the ones after it are still chosen, so that they see the response and log it
// (kong/runloop/plugins_iterator.lua).
// Thread: worker. Lives in a Transaction, reused.
class Pipeline
{
public:
    void begin(const PluginChain &chain) noexcept;

    // The access phase, from its start or from where a plugin asked to wait. Next means: all agreed.
    Verdict runRequestPhase(Exchange &exchange, const WorkerServices &services, const Resume &resume);
    // Goes on after the plugin that waited said `verdict`.
    Verdict
    resumeRequestPhase(Exchange &exchange, const WorkerServices &services, const Resume &resume, Verdict verdict);
    // For requests that end before their access phase: only the chain's instances, none is asked.
    void skipRequestPhase(const Exchange &exchange) noexcept;

    void runResponsePhase(Exchange &exchange) const;
    void runLogPhase(Exchange &exchange, const WorkerServices &services) const;

    [[nodiscard]] bool hasPlugins() const noexcept { return m_chain && !m_chain->entries.empty(); }

    // The plugin that answered.
    [[nodiscard]] std::string_view decidedBy() const noexcept { return m_decidedBy; }

private:
    // Runs one plugin and records what it did.
    Verdict traced(const Plugin &plugin, Exchange &exchange, const WorkerServices &services, const Resume &resume);
    void traceUnreached(RequestTrace &trace, std::size_t first) const;
    Verdict settle(const Exchange &exchange, const Verdict &verdict);
    void choose(const Exchange &exchange) noexcept;

    const PluginChain *m_chain = nullptr;
    std::array<const Plugin *, PluginChain::maxSlots> m_chosen{};
    std::size_t m_next = 0; // slot whose turn it is
    std::string_view m_decidedBy;
};

} // namespace gatehouse
