// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/parser_feed.h"

#include <cstdint>
#include <cstdlib>

// The first octet chooses how the rest is cut into pieces; the answer must not depend on it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *input, std::size_t size)
{
    using namespace gatehouse::hostile;
    if (size < 2)
        return 0;
    const std::string_view message(reinterpret_cast<const char *>(input) + 1, size - 1);
    if (feedRequest(message, message.size()) != feedRequest(message, std::size_t{1} + *input))
        std::abort();
    return 0;
}
