// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gatehouse {

// What a request may need to know of the entities that took part in it, made once when a snapshot is compiled.
// Thread: any (immutable). They live as long as the snapshot; `json` is the entity as Kong's log serializer prints it
// (null fields left out, kong/pdk/log.lua).

struct ServiceFacts {
    std::string id;
    std::string name;
    std::string json;
};

struct RouteFacts {
    std::string id;
    std::string name;
    std::string json;
    bool stripPath = true;
};

struct ConsumerFacts {
    std::string id;
    std::string username; // empty when the consumer has none
    std::string customId; // empty when the consumer has none
    std::string json;
    std::vector<std::string> groups; // ACL groups, in the order of their ids as Kong's store gives them
    std::string groupsHeader;        // the groups joined by ", "
    std::uint32_t index = 0;         // position in ConsumerDirectory
};

} // namespace gatehouse
