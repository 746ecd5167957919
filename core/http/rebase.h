// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"

#include <functional>

namespace gatehouse::http {

// Moves views of a buffer to the place where its octets are now. Views elsewhere (literals) stay.
// Thread: any. Lives for one call of a parser.
class Rebase
{
public:
    Rebase(std::string_view from, std::string_view to) noexcept
        : m_from(from)
        , m_to(to)
    {
    }

    [[nodiscard]] bool isNeeded() const noexcept { return m_from.data() != nullptr && m_from.data() != m_to.data(); }

    void apply(std::string_view &view) const noexcept
    {
        const std::less_equal<> before; // a total order even for unrelated pointers
        const char *const end = m_from.data() + m_from.size();
        if (view.data() != nullptr && before(m_from.data(), view.data()) && before(view.data() + view.size(), end))
            view = m_to.substr(static_cast<std::size_t>(view.data() - m_from.data()), view.size());
    }

    void apply(FieldList &fields) const noexcept
    {
        for (Field &field : fields) {
            apply(field.name);
            apply(field.value);
        }
    }

private:
    std::string_view m_from;
    std::string_view m_to;
};

} // namespace gatehouse::http
