// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

namespace gatehouse {

// Memory in whole pages, straight from the system and given back to it at once: for what only a burst of requests
// needs. From the heap such blocks would stay with the process for ever. Throws std::bad_alloc. Thread: any.
[[nodiscard]] char *allocatePages(std::size_t size);
void freePages(void *pages, std::size_t size) noexcept;

struct FreePages {
    std::size_t size = 0;

    void operator()(char *pages) const noexcept { freePages(pages, size); }
};

using PageBlock = std::unique_ptr<char[], FreePages>;

[[nodiscard]] inline PageBlock makePageBlock(std::size_t size)
{
    return PageBlock(allocatePages(size), FreePages{size});
}

} // namespace gatehouse
