// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <algorithm>

namespace gatehouse {

// Rows and columns of a matrix by their ids. Pure functions; thread: any.

template <class Entry>
[[nodiscard]] bool haveSameIds(const QList<Entry> &some, const QList<Entry> &others)
{
    return std::equal(some.begin(), some.end(), others.begin(), others.end(), [](const Entry &one, const Entry &other) {
        return one.id == other.id && one.name == other.name;
    });
}

// -1: it is not there.
template <class Entry>
[[nodiscard]] int placeOf(const QList<Entry> &entries, const QString &id)
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&id](const Entry &entry) { return entry.id == id; });
    return found == entries.end() ? -1 : static_cast<int>(found - entries.begin());
}

} // namespace gatehouse
