// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gatehouse {

// Names that are the same have the same tag; most that differ do not. Spares nearly all comparisons of whole names.
[[nodiscard]] inline std::uint32_t fieldTag(std::string_view name) noexcept
{
    if (name.empty())
        return 0;
    // Without bit 5, which is the case of a letter.
    const auto folded = [](char c) { return static_cast<std::uint32_t>(c == '_' ? '-' : c) & 0xdfU; };
    return static_cast<std::uint32_t>(name.size()) << 24U | folded(name.front()) << 16U |
           folded(name[name.size() / 2]) << 8U | folded(name.back());
}

// What plugins want changed in a header section; applied when the head is written. Names are compared without case and
// with '_' equal to '-', so that a client cannot smuggle X_Consumer_ID past a plugin that sets X-Consumer-ID.
// Thread: worker. Lives in an Exchange; views must live as long as it (use its arena).
class HeaderEdits
{
public:
    struct Edit {
        std::string_view name;
        std::string_view value;
        bool removesOriginal = true; // fields of that name in the original section are dropped
        bool hasValue = true;        // a field with `value` is written
        std::uint32_t tag = 0;       // fieldTag(name)
    };

    // Replaces all fields of that name by one.
    void set(std::string_view name, std::string_view value);
    // Drops all fields of that name.
    void remove(std::string_view name);

    // Adds one more field beside those that are there.
    void add(std::string_view name, std::string_view value)
    {
        m_edits.push_back({name, value, false, true, fieldTag(name)});
    }

    [[nodiscard]] bool removes(std::string_view name) const noexcept;
    // The value set for that name, or null data when there is none.
    [[nodiscard]] const Edit *find(std::string_view name) const noexcept;

    [[nodiscard]] bool empty() const noexcept { return m_edits.empty(); }

    [[nodiscard]] auto begin() const noexcept { return m_edits.begin(); }

    [[nodiscard]] auto end() const noexcept { return m_edits.end(); }

    void clear() noexcept { m_edits.clear(); }

private:
    void eraseValues(std::string_view name);

    std::vector<Edit> m_edits; // keeps its capacity between requests
};

// The comparison used for edits: no case, '_' equal to '-'.
[[nodiscard]] bool sameFieldName(std::string_view a, std::string_view b) noexcept;

} // namespace gatehouse
