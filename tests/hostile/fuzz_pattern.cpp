// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/match_scratch.h"
#include "core/routing/path_normalizer.h"
#include "core/routing/pattern.h"

#include <cstdint>
#include <cstdlib>

// The input is a regular expression, a line feed and a path. What matches at the begin must begin with the literal
// text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *input, std::size_t size)
{
    using namespace gatehouse;
    const std::string_view text(reinterpret_cast<const char *>(input), size);
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || !routing::isUtf8(text.substr(end + 1)))
        return 0;
    const Result<routing::Pattern> pattern = routing::Pattern::forPath(text.substr(0, end));
    if (!pattern)
        return 0;
    const std::string_view path = text.substr(end + 1);
    routing::MatchScratch scratch;
    if (!pattern->search(path, scratch))
        return 0;
    const std::string &begin = pattern->literalBegin();
    if (path.substr(0, begin.size()) != begin)
        std::abort();
    return 0;
}
