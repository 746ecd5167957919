// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/upstream_path.h"

#include <algorithm>

namespace gatehouse::routing {

namespace {

// What stripping leaves must not climb out of the base.
std::string_view withoutLeadingDots(std::string_view rest) noexcept
{
    if (rest == "." || rest == "..")
        return {};
    if (rest.substr(0, 2) == "./")
        return rest.substr(2);
    if (rest.substr(0, 3) == "../")
        return rest.substr(3);
    return rest;
}

// The text stripped is counted off the front even when a regular expression matched elsewhere.
std::string_view stripped(const UpstreamPath &path) noexcept
{
    const std::size_t size = path.matched.empty() ? 1 : path.matched.size();
    return withoutLeadingDots(path.request.substr(std::min(size, path.request.size())));
}

class Joiner
{
public:
    explicit Joiner(char *out) noexcept
        : m_out(out)
    {
    }

    void add(std::string_view text) noexcept { m_size += text.copy(m_out + m_size, text.size()); }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

private:
    char *m_out;
    std::size_t m_size = 0;
};

void joinKept(const UpstreamPath &path, Joiner &joiner) noexcept
{
    joiner.add(path.base);
    if (path.base.back() == '/')
        joiner.add(path.request.substr(1));
    else if (path.request != "/")
        joiner.add(path.request);
}

void joinNothing(const UpstreamPath &path, Joiner &joiner) noexcept
{
    const bool requestEndsInSlash = path.request.back() == '/';
    if (path.base.back() != '/') {
        joiner.add(path.base);
        joiner.add(requestEndsInSlash && path.request.size() > 1 ? "/" : "");
        return;
    }
    const bool keepsSlash = path.base == "/" || requestEndsInSlash;
    joiner.add(path.base.substr(0, path.base.size() - (keepsSlash ? 0 : 1)));
}

} // namespace

std::size_t writeUpstreamPath(const UpstreamPath &path, char *out) noexcept
{
    Joiner joiner(out);
    if (!path.strip) {
        joinKept(path, joiner);
        return joiner.size();
    }
    const std::string_view rest = stripped(path);
    if (rest.empty()) {
        joinNothing(path, joiner);
        return joiner.size();
    }
    const bool baseEndsInSlash = path.base.back() == '/';
    const bool restBeginsWithSlash = rest.front() == '/';
    joiner.add(path.base.substr(0, path.base.size() - (baseEndsInSlash && restBeginsWithSlash ? 1 : 0)));
    joiner.add(baseEndsInSlash || restBeginsWithSlash ? "" : "/");
    joiner.add(rest);
    return joiner.size();
}

} // namespace gatehouse::routing
