// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pages.h"

#include <sys/mman.h>

#include <new>

namespace gatehouse {

char *allocatePages(std::size_t size)
{
    void *pages = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) // NOLINT(performance-no-int-to-ptr): the system's own macro
        throw std::bad_alloc();
    return static_cast<char *>(pages);
}

void freePages(void *pages, std::size_t size) noexcept
{
    munmap(pages, size);
}

} // namespace gatehouse
