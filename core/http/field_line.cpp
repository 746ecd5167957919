// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/field_line.h"

#include "core/http/octets.h"

namespace gatehouse::http {

namespace {

void nominate(FieldList &fields, std::string_view name) noexcept
{
    for (Field &field : fields) {
        if (equalsIgnoreCase(field.name, name))
            field.nominated = true;
    }
}

void readOption(std::string_view option, FieldList &fields, ConnectionOptions &options) noexcept
{
    if (equalsIgnoreCase(option, "close"))
        options.close = true;
    else if (equalsIgnoreCase(option, "keep-alive"))
        options.keepAlive = true;
    else if (equalsIgnoreCase(option, "upgrade"))
        options.upgrade = true;
    nominate(fields, option);
}

} // namespace

const char *parseFieldLine(std::string_view line, Field &field) noexcept
{
    if (octets::isBlank(line.front()))
        return "folded field line"; // or whitespace before the first field, RFC 9112 2.2
    std::size_t colon = 0;
    while (colon < line.size() && octets::is(line[colon], octets::token))
        ++colon;
    if (colon == line.size() || line[colon] != ':')
        return "field name is not a token";
    if (colon == 0)
        return "field name is empty";
    field.name = line.substr(0, colon);
    field.value = octets::trim(line.substr(colon + 1));
    field.id = fieldId(field.name);
    field.nominated = false;
    return nullptr;
}

std::optional<std::uint64_t> parseContentLength(std::string_view value) noexcept
{
    if (!octets::allOf(value, octets::digit))
        return std::nullopt;
    std::uint64_t length = 0;
    for (const char c : value) {
        const auto next = static_cast<std::uint64_t>(c - '0');
        if (length > (largestLength - next) / 10)
            return std::nullopt;
        length = length * 10 + next;
    }
    return length;
}

ConnectionOptions readConnection(FieldList &fields, const Limits &limits) noexcept
{
    ConnectionOptions options;
    std::size_t count = 0;
    for (const Field &field : fields) {
        if (field.id != FieldId::Connection)
            continue;
        std::string_view list = field.value;
        while (!list.empty()) {
            const std::string_view option = octets::takeElement(list);
            if (option.empty())
                continue;
            if (++count > limits.connectionOptions) {
                options.tooMany = true;
                return options;
            }
            readOption(option, fields, options);
        }
    }
    return options;
}

} // namespace gatehouse::http
