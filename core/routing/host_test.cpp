// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/host_test.h"

#include <charconv>

namespace gatehouse::routing {

HostAndPort splitHost(std::string_view text) noexcept
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return {text, std::nullopt};
    const char *const end = text.data() + text.size();
    std::uint16_t port = 0;
    const auto [rest, error] = std::from_chars(text.data() + colon + 1, end, port);
    if (error != std::errc() || rest != end)
        return {text, std::nullopt};
    return {text.substr(0, colon), port};
}

HostTest makeHostTest(std::string_view configured)
{
    const auto [host, port] = splitHost(configured);
    HostTest test{HostTest::Kind::Exact, std::string(host), port};
    if (!host.empty() && host.front() == '*') {
        test.kind = HostTest::Kind::Suffix;
        test.text.erase(0, 1);
    } else if (!host.empty() && host.back() == '*') {
        test.kind = HostTest::Kind::Prefix;
        test.text.pop_back();
    }
    return test;
}

bool matchesHost(const HostTest &test, std::string_view host) noexcept
{
    switch (test.kind) {
    case HostTest::Kind::Exact:
        return host == test.text;
    case HostTest::Kind::Prefix:
        return host.substr(0, test.text.size()) == test.text;
    case HostTest::Kind::Suffix:
        return host.size() >= test.text.size() && host.substr(host.size() - test.text.size()) == test.text;
    }
    return false;
}

} // namespace gatehouse::routing
