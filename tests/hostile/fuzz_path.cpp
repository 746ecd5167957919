// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/target.h"
#include "core/routing/path_normalizer.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

// A path that the parser accepts normalises to one without dot segments and double slashes, and does so once.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *input, std::size_t size)
{
    using namespace gatehouse;
    const std::string_view target(reinterpret_cast<const char *>(input), size);
    http::Target parsed;
    if (size == 0 || target.front() != '/' || http::parseTarget(target, "GET", parsed) != nullptr)
        return 0;
    std::vector<char> out(parsed.path.size());
    std::vector<char> again(parsed.path.size());
    const std::string normal(routing::normalizePath(parsed.path, out.data()));
    const std::string closed = normal + "/";
    if (normal.front() != '/' || normal.find("//") != std::string::npos || closed.find("/../") != std::string::npos ||
        closed.find("/./") != std::string::npos)
        std::abort();
    std::vector<char> escaped(normal.size() * 3);
    const std::string_view forwarded(escaped.data(), routing::escapePath(normal, escaped.data()));
    const std::string_view readBack = routing::normalizePath(forwarded, again.data());
    if (readBack != normal)
        std::abort();
    return 0;
}
