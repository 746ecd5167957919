// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <deque>
#include <optional>
#include <string_view>

namespace gatehouse {

// The traces of the last requests, as many as fit into a budget of bytes; the oldest make room for new ones. Each has
// the sequence number of its request; numbers follow each other.
// Thread: control. Lives in a TrafficRecords.
class TraceArchive
{
public:
    explicit TraceArchive(qsizetype budget)
        : m_budget(budget)
    {
    }

    // The trace of the next request; empty when none was recorded.
    void add(std::string_view trace);
    // Of the request with that number; nothing when it has made room.
    [[nodiscard]] std::optional<QByteArray> find(quint64 sequence) const;
    // Forgets all; the numbers go on.
    void clear();

private:
    static constexpr qsizetype overhead = 48; // bytes for each, about

    std::deque<QByteArray> m_traces;
    quint64 m_first = 0; // number of the oldest one
    qsizetype m_size = 0;
    const qsizetype m_budget;
};

} // namespace gatehouse
