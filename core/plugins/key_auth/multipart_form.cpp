// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/key_auth/multipart_form.h"

#include "core/http/message.h"

#include <algorithm>

namespace gatehouse {

namespace {

constexpr std::string_view spaces = " \t\r\n";

std::string_view trimmed(std::string_view text) noexcept
{
    const std::size_t begin = text.find_first_not_of(spaces);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(spaces) - begin + 1);
}

// The value of "name=..." among the parameters of a header field, without its quotes.
std::string_view parameter(std::string_view value, std::string_view name) noexcept
{
    while (!value.empty()) {
        const std::size_t semicolon = value.find(';');
        const std::string_view part = trimmed(value.substr(0, semicolon));
        value = semicolon == std::string_view::npos ? std::string_view() : value.substr(semicolon + 1);
        if (part.size() <= name.size() || part[name.size()] != '=' ||
            !http::equalsIgnoreCase(part.substr(0, name.size()), name))
            continue;
        const std::string_view found = part.substr(name.size() + 1);
        const bool quoted = found.size() > 1 && found.front() == '"' && found.back() == '"';
        return quoted ? found.substr(1, found.size() - 2) : found;
    }
    return {};
}

// The name a part's header section gives it.
std::string_view partName(std::string_view head) noexcept
{
    while (!head.empty()) {
        const std::size_t lineEnd = head.find('\n');
        const std::string_view line = head.substr(0, lineEnd);
        head = lineEnd == std::string_view::npos ? std::string_view() : head.substr(lineEnd + 1);
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos &&
            http::equalsIgnoreCase(trimmed(line.substr(0, colon)), "content-disposition"))
            return parameter(line.substr(colon + 1), "name");
    }
    return {};
}

} // namespace

std::string_view multipartBoundary(std::string_view contentType) noexcept
{
    return parameter(contentType, "boundary");
}

std::vector<QueryArg> parseMultipart(std::string_view body, std::string_view boundary)
{
    std::vector<QueryArg> parts;
    const std::string delimiter = "\r\n--" + std::string(boundary);
    // The first delimiter may stand at the very start, without a line break before it.
    const std::string_view opening = std::string_view(delimiter).substr(2);
    std::size_t at = body.find(opening);
    while (at != std::string_view::npos && body.substr(at + opening.size(), 2) != "--") {
        const std::size_t begin = at + opening.size();
        const std::size_t end = body.find(delimiter, begin);
        const std::string_view part = body.substr(begin, end - begin);
        const std::size_t headEnd = part.find("\r\n\r\n");
        const std::string_view name = partName(part.substr(0, headEnd));
        if (!name.empty())
            parts.push_back(
                {name, headEnd == std::string_view::npos ? std::string_view() : part.substr(headEnd + 4), true});
        at = end == std::string_view::npos ? end : end + 2;
    }
    return parts;
}

std::string writeMultipart(std::vector<QueryArg> parts, std::string_view boundary)
{
    std::stable_sort(parts.begin(), parts.end(), [](const QueryArg &a, const QueryArg &b) { return a.name < b.name; });
    std::string text;
    for (const QueryArg &part : parts) {
        text.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
        text.append(part.name).append("\"\r\n\r\n").append(part.value).append("\r\n");
    }
    return text.append("--").append(boundary).append("--\r\n");
}

} // namespace gatehouse
