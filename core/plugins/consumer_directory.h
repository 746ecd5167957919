// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/facts.h"

#include <deque>
#include <string_view>
#include <unordered_map>

namespace gatehouse {

class Config;

// All consumers of one configuration, found by id or by username.
// Thread: any (immutable once built). Lives as long as its snapshot; the pointers it hands out do too.
class ConsumerDirectory
{
public:
    explicit ConsumerDirectory(const Config &config);

    [[nodiscard]] const ConsumerFacts *byId(std::string_view id) const noexcept;
    // As the `anonymous` option of the authentication plugins names a consumer: its id, else its username.
    [[nodiscard]] const ConsumerFacts *byIdOrUsername(std::string_view text) const noexcept;

    [[nodiscard]] const std::deque<ConsumerFacts> &all() const noexcept { return m_consumers; }

private:
    std::deque<ConsumerFacts> m_consumers;
    std::unordered_map<std::string_view, const ConsumerFacts *> m_byId;
    std::unordered_map<std::string_view, const ConsumerFacts *> m_byUsername;
};

} // namespace gatehouse
