// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/facts.h"

#include <string_view>

namespace gatehouse {

// What people know an entity by: its name, or the id of what has none. Thread: any; valid as long as the facts.

[[nodiscard]] inline std::string_view shownName(const ServiceFacts &service) noexcept
{
    return service.name.empty() ? service.id : service.name;
}

[[nodiscard]] inline std::string_view shownName(const RouteFacts &route) noexcept
{
    return route.name.empty() ? route.id : route.name;
}

// A consumer has at least one of the two (kong/db/schema/entities/consumers.lua).
[[nodiscard]] inline std::string_view shownName(const ConsumerFacts &consumer) noexcept
{
    return consumer.username.empty() ? consumer.customId : consumer.username;
}

} // namespace gatehouse
