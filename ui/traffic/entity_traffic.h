// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/row_name.h"
#include "ui/traffic/latency_buckets.h"
#include "ui/traffic/traffic_store.h"

#include <QJsonObject>

#include <array>
#include <memory>
#include <string>
#include <unordered_map>

namespace gatehouse {

// Figures of the last five minutes for every service, route, consumer and kind of error, counted in slots as requests
// finish. Memory is bounded: of each kind the names that are kept are limited, and make room once they have been
// silent. What a request met is told by name, as TrafficRecord has it.
// Thread: control. Lives as long as its store.
class EntityTraffic : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Service, Route, Consumer, Error };

    static constexpr qint64 span = 300; // seconds
    static constexpr std::size_t mostNames = 10'000;

    struct Figures {
        quint64 requests = 0;
        quint64 clientErrors = 0; // 400 to 499
        quint64 serverErrors = 0; // 500 and above
        quint64 denied = 0;       // 401 and 403
        double upstreamP95 = -1;  // ms, services only; -1: no upstream was asked
        qint64 lastSeen = 0;      // ms since the Unix epoch, also when it is longer ago; 0: never

        [[nodiscard]] quint64 errors() const noexcept { return clientErrors + serverErrors; }
    };

    // A kind of answer of 400 and above: which, by whom, on which route.
    struct ErrorKind {
        int status = 0;
        QString by;
        QString route; // empty: none matched
    };

    struct Ranked {
        QString name;
        ErrorKind error; // of Kind::Error
        Figures figures;
    };

    explicit EntityTraffic(TrafficStore &store);

    // Whether nothing of the kind has been seen.
    [[nodiscard]] bool isEmpty(Kind kind) const { return table(kind).empty(); }

    [[nodiscard]] Figures figures(Kind kind, const QJsonObject &row, qint64 nowSeconds) const;
    // Those with the most requests, most first; none without.
    [[nodiscard]] QList<Ranked> busiest(Kind kind, qsizetype count, qint64 nowSeconds) const;

private:
    static constexpr qint64 slotLength = 20; // seconds
    static constexpr qint64 latencySlotLength = 60;

    struct Slot {
        qint64 number = -1; // seconds since the epoch by slotLength
        quint32 requests = 0;
        quint32 clientErrors = 0;
        quint32 serverErrors = 0;
        quint32 denied = 0;
    };

    struct LatencySlot {
        qint64 number = -1;
        LatencyBuckets buckets;
    };

    using LatencySlots = std::array<LatencySlot, span / latencySlotLength>;

    struct Entry {
        std::array<Slot, span / slotLength> counts{};
        std::unique_ptr<LatencySlots> latencies; // of services that asked an upstream
        qint64 lastSeen = 0;
        ErrorKind error;
    };

    struct Hash {
        using is_transparent = void;

        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };

    using Table = std::unordered_map<std::string, Entry, Hash, std::equal_to<>>;

    void take(quint64 begin, quint64 end);
    void count(const TrafficRecord &record);
    void countError(const TrafficRecord &record);
    Entry *entryOf(Kind kind, std::string_view name, qint64 nowSeconds);
    static void addTo(Entry &entry, const TrafficRecord &record);
    static void addLatency(Entry &entry, const TrafficRecord &record);
    [[nodiscard]] static Figures sum(const Entry &entry, qint64 nowSeconds);

    [[nodiscard]] const Table &table(Kind kind) const { return m_tables[static_cast<std::size_t>(kind)]; }

    TrafficStore &m_store;
    std::array<Table, 4> m_tables; // by Kind
    qint64 m_tidied = 0;           // when silent names last made room
};

} // namespace gatehouse
