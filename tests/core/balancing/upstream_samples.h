// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/upstream_directory.h"

#include <memory>
#include <string>
#include <vector>

namespace gatehouse {

// Settings with targets 10.0.0.1:80, 10.0.0.2:80, ... of these weights.
inline UpstreamSettings settingsWith(Algorithm algorithm, const std::vector<std::uint32_t> &weights)
{
    UpstreamSettings settings;
    settings.id = settings.name = "u.test";
    settings.algorithm = algorithm;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const std::string ip = "10.0.0." + std::to_string(i + 1);
        settings.targets.push_back({"t" + std::to_string(i), ip, 80, weights[i], net::Address::fromLiteral(ip, 80)});
    }
    return settings;
}

inline UpstreamPtr upstreamOf(const UpstreamSettings &settings)
{
    auto upstream = std::make_shared<Upstream>();
    upstream->configure(std::make_shared<const UpstreamSettings>(settings));
    return upstream;
}

// As passive checks that count one failure and one success.
inline UpstreamSettings checked(UpstreamSettings settings)
{
    settings.isChecked = true;
    settings.passive.successes = settings.passive.httpFailures = settings.passive.tcpFailures = 1;
    settings.passive.good.set(200);
    settings.passive.bad.set(500);
    return settings;
}

inline net::DnsAnswerPtr answerOf(const std::vector<net::DnsEndpoint> &endpoints)
{
    auto answer = std::make_shared<net::DnsAnswer>();
    answer->outcome = endpoints.empty() ? net::DnsAnswer::Outcome::NotFound : net::DnsAnswer::Outcome::Found;
    answer->endpoints = endpoints;
    answer->validUntil = 1;
    return answer;
}

} // namespace gatehouse
