// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/match_scratch.h"

#include "core/http/octets.h"
#include "core/routing/match_buffers.h"

#include <algorithm>

namespace gatehouse::routing {

MatchScratch::MatchScratch() noexcept = default;
MatchScratch::~MatchScratch() = default;

MatchScratch::Buffers &MatchScratch::buffers()
{
    if (!m_buffers) {
        m_buffers = std::make_unique<Buffers>();
        pcre2_set_match_limit(m_buffers->context.get(), Buffers::stepLimit);
        pcre2_jit_stack_assign(m_buffers->context.get(), nullptr, m_buffers->stack.get());
    }
    return *m_buffers;
}

std::string_view MatchScratch::group(std::size_t number, std::string_view subject) const noexcept
{
    const PCRE2_SIZE *const offsets = pcre2_get_ovector_pointer(m_buffers->matches.get());
    const PCRE2_SIZE begin = offsets[2 * number];
    return begin == PCRE2_UNSET ? std::string_view() : subject.substr(begin, offsets[2 * number + 1] - begin);
}

std::string_view MatchScratch::lower(std::string_view text)
{
    Buffers &memory = buffers();
    if (text.size() > memory.lowered.size())
        return {};
    std::transform(text.begin(), text.end(), memory.lowered.begin(), http::octets::toLower);
    return {memory.lowered.data(), text.size()};
}

} // namespace gatehouse::routing
