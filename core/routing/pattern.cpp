// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/pattern.h"

#include "core/http/octets.h"
#include "core/routing/match_buffers.h"
#include "core/routing/rust_pattern.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::routing {

namespace {

constexpr std::size_t longestSource = 4096;
constexpr std::size_t largestCompiled = 256 * 1024;

// As in the Rust engine: Unicode classes, "$" only at the very end, "." everything but LF.
constexpr std::uint32_t compileOptions = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C;

Error refusal(std::string_view source, const QString &reason)
{
    const QString begin =
        QString::fromUtf8(source.data(), static_cast<qsizetype>(std::min<std::size_t>(source.size(), 80)));
    return {ErrorKind::Invalid, u"invalid regex '%1': %2"_s.arg(begin, reason), {}};
}

} // namespace

struct Pattern::Code {
    PcrePtr<pcre2_code> compiled;
    bool jit = false;
};

Pattern::Pattern(std::unique_ptr<Code> code)
    : m_code(std::move(code))
{
}

Pattern::Pattern(Pattern &&) noexcept = default;
Pattern &Pattern::operator=(Pattern &&) noexcept = default;
Pattern::~Pattern() = default;

Result<Pattern> Pattern::forPath(std::string_view source)
{
    std::string glued("^");
    glued.append(source);
    constexpr std::string_view open = "?<";
    for (std::size_t i = glued.find(open); i != std::string::npos; i = glued.find(open, i + 3))
        glued.replace(i, open.size(), "?P<");
    return compile(glued, source);
}

Result<Pattern> Pattern::forHeader(std::string_view source)
{
    std::string lowered(source);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(), http::octets::toLower);
    return compile(lowered, source);
}

Result<Pattern> Pattern::compile(const std::string &source, std::string_view shown)
{
    if (source.size() > longestSource)
        return refusal(shown, u"longer than %1 bytes"_s.arg(longestSource));
    const RustPattern translated = translateRustPattern(source);
    if (!translated.problem.empty())
        return refusal(shown, QString::fromStdString(translated.problem));

    const PcrePtr<pcre2_compile_context> context(pcre2_compile_context_create(nullptr));
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    int error = 0;
    PCRE2_SIZE offset = 0;
    auto code = std::make_unique<Code>();
    code->compiled.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translated.source.data()), translated.source.size(),
                                       compileOptions, &error, &offset, context.get()));
    if (!code->compiled) {
        PCRE2_UCHAR message[128] = {};
        pcre2_get_error_message(error, message, sizeof message);
        QString reason = QString::fromUtf8(reinterpret_cast<const char *>(message));
        if (translated.source == source) // otherwise the offset is not that of what was typed
            reason += u" at offset %1"_s.arg(offset);
        return refusal(shown, reason);
    }
    std::size_t size = 0;
    pcre2_pattern_info(code->compiled.get(), PCRE2_INFO_SIZE, &size);
    if (size > largestCompiled)
        return refusal(shown, u"too large when compiled"_s);
    code->jit = pcre2_jit_compile(code->compiled.get(), PCRE2_JIT_COMPLETE) == 0;

    Pattern pattern(std::move(code));
    pattern.m_literalBegin = translated.literalBegin;
    pattern.readNames();
    return pattern;
}

void Pattern::readNames()
{
    const pcre2_code *const code = m_code->compiled.get();
    std::uint32_t count = 0;
    std::uint32_t entrySize = 0;
    PCRE2_SPTR entry = nullptr;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &m_groupCount);
    pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &entrySize);
    pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &entry);
    for (std::uint32_t i = 0; i < count; ++i, entry += entrySize) {
        const auto group = static_cast<std::uint32_t>(entry[0] << 8 | entry[1]);
        m_names.push_back({reinterpret_cast<const char *>(entry + 2), group});
    }
}

bool Pattern::search(std::string_view subject, MatchScratch &scratch) const noexcept
{
    MatchScratch::Buffers &memory = scratch.buffers();
    const auto *const text = reinterpret_cast<PCRE2_SPTR>(subject.data());
    const pcre2_code *const code = m_code->compiled.get();
    const int groups =
        m_code->jit ? pcre2_jit_match(code, text, subject.size(), 0, 0, memory.matches.get(), memory.context.get())
                    : pcre2_match(code, text, subject.size(), 0, PCRE2_NO_UTF_CHECK, memory.matches.get(),
                                  memory.context.get());
    return groups >= 0;
}

} // namespace gatehouse::routing
