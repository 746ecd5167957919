// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#define PCRE2_CODE_UNIT_WIDTH 8

#include "core/http/limits.h"
#include "core/routing/match_scratch.h"

#include <pcre2.h>

#include <array>
#include <memory>

namespace gatehouse::routing {

// Deleters for what PCRE2 hands out.
struct FreePcre {
    void operator()(pcre2_code *code) const noexcept { pcre2_code_free(code); }

    void operator()(pcre2_compile_context *context) const noexcept { pcre2_compile_context_free(context); }

    void operator()(pcre2_match_data *groups) const noexcept { pcre2_match_data_free(groups); }

    void operator()(pcre2_match_context *context) const noexcept { pcre2_match_context_free(context); }

    void operator()(pcre2_jit_stack *stack) const noexcept { pcre2_jit_stack_free(stack); }
};
template <class T>
using PcrePtr = std::unique_ptr<T, FreePcre>;

// The memory behind a MatchScratch; only pattern.cpp and match_scratch.cpp look into it.
// Thread: that of its MatchScratch.
struct MatchScratch::Buffers {
    static constexpr std::uint32_t groups = 33; // the whole match and 32 more
    static constexpr std::uint32_t stepLimit = 100000;
    static constexpr std::size_t smallestStack = 32 * 1024;
    static constexpr std::size_t largestStack = 1024 * 1024; // address space; pages are taken when touched

    PcrePtr<pcre2_match_data> matches{pcre2_match_data_create(groups, nullptr)};
    PcrePtr<pcre2_match_context> context{pcre2_match_context_create(nullptr)};
    PcrePtr<pcre2_jit_stack> stack{pcre2_jit_stack_create(smallestStack, largestStack, nullptr)};
    std::array<char, http::Limits().fieldLine> lowered;
};

} // namespace gatehouse::routing
