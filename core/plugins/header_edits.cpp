// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/header_edits.h"

#include "core/http/octets.h"

#include <algorithm>

namespace gatehouse {

namespace {

constexpr char fold(char c) noexcept
{
    return c == '_' ? '-' : http::octets::toLower(c);
}

} // namespace

bool sameFieldName(std::string_view a, std::string_view b) noexcept
{
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return x == y || fold(x) == fold(y); });
}

void HeaderEdits::eraseValues(std::string_view name)
{
    const std::uint32_t tag = fieldTag(name);
    std::erase_if(m_edits, [name, tag](const Edit &edit) { return edit.tag == tag && sameFieldName(edit.name, name); });
}

void HeaderEdits::set(std::string_view name, std::string_view value)
{
    eraseValues(name);
    m_edits.push_back({name, value, true, true, fieldTag(name)});
}

void HeaderEdits::remove(std::string_view name)
{
    eraseValues(name);
    m_edits.push_back({name, {}, true, false, fieldTag(name)});
}

bool HeaderEdits::removes(std::string_view name) const noexcept
{
    const std::uint32_t tag = fieldTag(name);
    return std::any_of(m_edits.begin(), m_edits.end(), [name, tag](const Edit &edit) {
        return edit.tag == tag && edit.removesOriginal && sameFieldName(edit.name, name);
    });
}

const HeaderEdits::Edit *HeaderEdits::find(std::string_view name) const noexcept
{
    const std::uint32_t tag = fieldTag(name);
    const auto found = std::find_if(m_edits.begin(), m_edits.end(), [name, tag](const Edit &edit) {
        return edit.tag == tag && edit.hasValue && sameFieldName(edit.name, name);
    });
    return found == m_edits.end() ? nullptr : &*found;
}

} // namespace gatehouse
