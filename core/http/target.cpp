// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/target.h"

#include "core/http/host.h"
#include "core/http/message.h"
#include "core/http/octets.h"

namespace gatehouse::http {

namespace {

// Walks the segments of a path whose escapes are valid. Everything is decoded here, "%2F" too: whatever a server
// behind makes of an encoded slash, the path stays below the root.
bool climbsAboveRoot(std::string_view path) noexcept
{
    std::size_t depth = 0;
    std::size_t length = 0;
    bool dotsOnly = true;
    for (std::size_t i = 0; i <= path.size(); ++i) {
        char c = i < path.size() ? path[i] : '/';
        if (c == '%') {
            c = octets::tripletValue(path, i);
            i += 2;
        }
        if (c != '/') {
            dotsOnly = dotsOnly && c == '.';
            ++length;
            continue;
        }
        const bool parent = dotsOnly && length == 2;
        const bool stays = length == 0 || (dotsOnly && length == 1);
        if (parent && depth == 0)
            return true;
        if (!stays)
            depth = parent ? depth - 1 : depth + 1;
        length = 0;
        dotsOnly = true;
    }
    return false;
}

// Splits path and query and checks the path in one walk.
const char *parsePathAndQuery(std::string_view text, Target &out) noexcept
{
    bool suspicious = false; // may hold dot segments
    std::size_t i = 0;
    for (; i < text.size() && text[i] != '?'; ++i) {
        if (!octets::is(text[i], octets::target))
            continue;
        if (text[i] == '#')
            return "request-target has a fragment";
        if (text[i] == '.') {
            suspicious = suspicious || (i > 0 && (text[i - 1] == '/' || text[i - 1] == '.'));
            continue;
        }
        if (!octets::isTriplet(text, i))
            return "malformed percent escape in the path";
        const char decoded = octets::tripletValue(text, i);
        if (decoded == '\0')
            return "%00 in the path";
        suspicious = suspicious || decoded == '.' || decoded == '/';
        i += 2;
    }
    out.path = text.substr(0, i);
    out.query = text.substr(i);
    if (out.query.find('#') != std::string_view::npos)
        return "request-target has a fragment";
    if (suspicious && climbsAboveRoot(out.path))
        return "path climbs above the root";
    return nullptr;
}

const char *parseAbsolute(std::string_view target, Target &out) noexcept
{
    const std::size_t colon = target.find(':');
    const std::string_view scheme = target.substr(0, colon);
    if (colon == std::string_view::npos || target.substr(colon, 3) != "://" ||
        !(equalsIgnoreCase(scheme, "http") || equalsIgnoreCase(scheme, "https")))
        return "request-target has no known form";
    const std::string_view rest = target.substr(colon + 3);
    const std::size_t end = rest.find_first_of("/?#");
    out.authority = rest.substr(0, end);
    if (!isHost(out.authority)) // an "@" fails here too, RFC 9110 4.2.4
        return "invalid authority in the request-target";
    return parsePathAndQuery(end == std::string_view::npos ? std::string_view() : rest.substr(end), out);
}

const char *parseAuthority(std::string_view target, Target &out) noexcept
{
    // CONNECT always names the port, RFC 9110 9.3.6.
    if (!isHost(target) || !octets::is(target.back(), octets::digit) || target.find(':') == std::string_view::npos)
        return "CONNECT without host and port";
    out.authority = target;
    out.path = target;
    return nullptr;
}

} // namespace

const char *parseTarget(std::string_view target, std::string_view method, Target &out) noexcept
{
    if (method == "CONNECT")
        return parseAuthority(target, out);
    if (target.front() == '/')
        return parsePathAndQuery(target, out);
    if (target != "*")
        return parseAbsolute(target, out);
    if (method != "OPTIONS")
        return "asterisk-form without OPTIONS";
    out.path = target;
    return nullptr;
}

} // namespace gatehouse::http
