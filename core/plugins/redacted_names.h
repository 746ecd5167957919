// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/arena.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

class Config;

// Where clients send keys and tokens: the fields and query arguments that any key-auth or jwt plugin of a configuration
// reads. Logs show their names only (CWE-532), also for requests that no such plugin saw.
// Thread: any (immutable once built). Lives as long as its snapshot.
class RedactedNames
{
public:
    static constexpr std::string_view replacement = "REDACTED"; // kong/pdk/log.lua

    RedactedNames() = default; // none
    explicit RedactedNames(const Config &config);

    [[nodiscard]] bool isField(std::string_view name) const noexcept;
    // A target or a query, '?' included, with such arguments replaced; the text itself when it has none.
    [[nodiscard]] std::string_view redacted(std::string_view target, Arena &arena) const;

private:
    struct FieldName {
        std::string name;
        std::uint32_t tag = 0; // fieldTag(name)
    };

    void addField(std::string name);
    [[nodiscard]] bool isArgument(std::string_view part, Arena &arena) const;

    std::vector<FieldName> m_fields;
    std::vector<std::string> m_arguments;
};

} // namespace gatehouse
