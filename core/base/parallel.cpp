// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>
#include <vector>

namespace gatehouse {

namespace {

constexpr std::size_t indexesAtOnce = 64; // a thread is not worth starting for less

// Work that is shared out already is not shared out again by its parts.
thread_local bool isPart = false;

} // namespace

void forEachIndex(std::size_t count, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t first = next.fetch_add(indexesAtOnce); first < count; first = next.fetch_add(indexesAtOnce)) {
            for (std::size_t i = first; i < std::min(count, first + indexesAtOnce); ++i)
                work(i);
        }
    };
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t helpers = isPart ? 0 : std::min(cores - 1, count / indexesAtOnce);
    const auto runPart = [&run] {
        const bool wasPart = std::exchange(isPart, true);
        run();
        isPart = wasPart;
    };
    std::vector<std::jthread> threads;
    threads.reserve(helpers);
    for (std::size_t i = 0; i < helpers; ++i)
        threads.emplace_back(runPart);
    if (helpers > 0)
        runPart();
    else
        run();
}

} // namespace gatehouse
