// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/allocation_count.h"

#include <cstdlib>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define GATEHOUSE_COUNTS_ALLOCATIONS 1
#else
#define GATEHOUSE_COUNTS_ALLOCATIONS 0
#endif

namespace {

thread_local std::size_t count = 0;

} // namespace

#if GATEHOUSE_COUNTS_ALLOCATIONS
// The C library's own functions behind malloc and its kin, which a program may replace.
extern "C" {
void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t number, std::size_t size);
void *__libc_realloc(void *place, std::size_t size);

void *malloc(std::size_t size)
{
    ++count;
    return __libc_malloc(size);
}

void *calloc(std::size_t number, std::size_t size)
{
    ++count;
    return __libc_calloc(number, size);
}

void *realloc(void *place, std::size_t size)
{
    ++count;
    return __libc_realloc(place, size);
}
}
#endif

namespace gatehouse {

std::size_t allocationCount() noexcept
{
    return count;
}

bool countsAllocations() noexcept
{
    return GATEHOUSE_COUNTS_ALLOCATIONS != 0;
}

} // namespace gatehouse
