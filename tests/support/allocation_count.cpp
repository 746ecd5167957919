// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/allocation_count.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <string>

#include <unistd.h>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define GATEHOUSE_COUNTS_ALLOCATIONS 1
#else
#define GATEHOUSE_COUNTS_ALLOCATIONS 0
#endif

namespace {

struct Counter {
    std::atomic<std::size_t> count = 0;
    std::atomic<pid_t> thread = 0;
};

// Of the threads that have allocated, in the order of their first time; the last one serves all that are too many.
std::array<Counter, 64> counters;
std::atomic<std::size_t> used = 0;
thread_local Counter *own = nullptr;

Counter &ownCounter() noexcept
{
    if (!own) {
        own = &counters[std::min(used.fetch_add(1), counters.size() - 1)];
        own->thread = gettid();
    }
    return *own;
}

void countOne() noexcept
{
    ownCounter().count.fetch_add(1, std::memory_order_relaxed);
}

} // namespace

#if GATEHOUSE_COUNTS_ALLOCATIONS
// The C library's own functions behind malloc and its kin, which a program may replace.
extern "C" {
void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t number, std::size_t size);
void *__libc_realloc(void *place, std::size_t size);

void *malloc(std::size_t size)
{
    countOne();
    return __libc_malloc(size);
}

void *calloc(std::size_t number, std::size_t size)
{
    countOne();
    return __libc_calloc(number, size);
}

void *realloc(void *place, std::size_t size)
{
    countOne();
    return __libc_realloc(place, size);
}
}
#endif

namespace gatehouse {

std::size_t allocationCount() noexcept
{
    return ownCounter().count.load();
}

std::size_t allocationCountOf(std::string_view threadName) noexcept
{
    const std::size_t known = std::min(used.load(), counters.size());
    for (std::size_t i = known; i-- > 0;) {
        std::ifstream file("/proc/self/task/" + std::to_string(counters[i].thread.load()) + "/comm");
        if (std::string name; std::getline(file, name) && name == threadName)
            return counters[i].count.load();
    }
    return 0;
}

bool countsAllocations() noexcept
{
    return GATEHOUSE_COUNTS_ALLOCATIONS != 0;
}

} // namespace gatehouse
