// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/entity_traffic.h"

#include "ui/traffic/record_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

EntityTraffic::EntityTraffic(TrafficStore &store)
    : QObject(&store)
    , m_store(store)
{
    connect(&store, &TrafficStore::appended, this, &EntityTraffic::take);
    connect(&store, &TrafficStore::cleared, this, [this] { m_tables = {}; });
}

void EntityTraffic::take(quint64 begin, quint64 end)
{
    for (quint64 i = begin; i < end; ++i)
        count(m_store.at(i));
}

void EntityTraffic::count(const TrafficRecord &record)
{
    const qint64 now = record.startedAt / 1000;
    const std::array names{std::pair(Kind::Service, record.service.view()), std::pair(Kind::Route, record.route.view()),
                           std::pair(Kind::Consumer, record.consumer.view())};
    for (const auto &[kind, name] : names) {
        Entry *entry = name.empty() ? nullptr : entryOf(kind, name, now);
        if (!entry)
            continue;
        addTo(*entry, record);
        if (kind == Kind::Service && record.upstreamMs >= 0)
            addLatency(*entry, record);
    }
    if (record.status >= 400)
        countError(record);
}

void EntityTraffic::countError(const TrafficRecord &record)
{
    std::string key = std::to_string(record.status);
    key.append(1, ' ').append(record.decidedBy.view()).append(1, ' ').append(record.route.view());
    Entry *entry = entryOf(Kind::Error, key, record.startedAt / 1000);
    if (!entry)
        return;
    if (entry->lastSeen == 0)
        entry->error = {record.status, toText(record.decidedBy.view()), toText(record.route.view())};
    addTo(*entry, record);
}

EntityTraffic::Entry *EntityTraffic::entryOf(Kind kind, std::string_view name, qint64 nowSeconds)
{
    Table &entries = m_tables[static_cast<std::size_t>(kind)];
    if (const auto found = entries.find(name); found != entries.end())
        return &found->second;
    if (entries.size() >= mostNames) {
        if (nowSeconds - m_tidied < slotLength)
            return nullptr;
        m_tidied = nowSeconds;
        std::erase_if(entries,
                      [nowSeconds](const auto &each) { return nowSeconds - each.second.lastSeen / 1000 > span; });
        if (entries.size() >= mostNames)
            return nullptr;
    }
    return &entries.try_emplace(std::string(name)).first->second;
}

void EntityTraffic::addTo(Entry &entry, const TrafficRecord &record)
{
    entry.lastSeen = std::max<qint64>(entry.lastSeen, record.startedAt);
    const qint64 number = record.startedAt / 1000 / slotLength;
    Slot &slot = entry.counts[static_cast<std::size_t>(number) % entry.counts.size()];
    if (slot.number > number)
        return; // it took so long that its time is over
    if (slot.number != number) {
        slot = {};
        slot.number = number;
    }
    ++slot.requests;
    if (record.status >= 500)
        ++slot.serverErrors;
    else if (record.status >= 400)
        ++slot.clientErrors;
    if (record.status == 401 || record.status == 403)
        ++slot.denied;
}

void EntityTraffic::addLatency(Entry &entry, const TrafficRecord &record)
{
    if (!entry.latencies)
        entry.latencies = std::make_unique<LatencySlots>();
    const qint64 number = record.startedAt / 1000 / latencySlotLength;
    LatencySlot &slot = (*entry.latencies)[static_cast<std::size_t>(number) % entry.latencies->size()];
    if (slot.number > number)
        return;
    if (slot.number != number) {
        slot = {};
        slot.number = number;
    }
    slot.buckets.add(record.upstreamMs);
}

EntityTraffic::Figures EntityTraffic::sum(const Entry &entry, qint64 nowSeconds)
{
    Figures result;
    result.lastSeen = entry.lastSeen;
    const qint64 oldest = nowSeconds / slotLength - static_cast<qint64>(entry.counts.size()) + 1;
    for (const Slot &slot : entry.counts) {
        if (slot.number < oldest)
            continue;
        result.requests += slot.requests;
        result.clientErrors += slot.clientErrors;
        result.serverErrors += slot.serverErrors;
        result.denied += slot.denied;
    }
    if (!entry.latencies)
        return result;
    LatencyBuckets all;
    const qint64 oldestLatency = nowSeconds / latencySlotLength - static_cast<qint64>(entry.latencies->size()) + 1;
    for (const LatencySlot &slot : *entry.latencies) {
        if (slot.number >= oldestLatency)
            all.add(slot.buckets);
    }
    if (all.total() > 0)
        result.upstreamP95 = all.quantile(0.95);
    return result;
}

EntityTraffic::Figures EntityTraffic::figures(Kind kind, const QJsonObject &row, qint64 nowSeconds) const
{
    decltype(TrafficRecord::route) name; // as long as a record has it
    const QByteArray whole = trafficName(row).toUtf8();
    name.assign({whole.constData(), static_cast<std::size_t>(whole.size())});
    const auto found = table(kind).find(name.view());
    return found == table(kind).end() ? Figures() : sum(found->second, nowSeconds);
}

QList<EntityTraffic::Ranked> EntityTraffic::busiest(Kind kind, qsizetype count, qint64 nowSeconds) const
{
    QList<Ranked> all;
    for (const auto &[name, entry] : table(kind)) {
        if (const Figures figures = sum(entry, nowSeconds); figures.requests > 0)
            all.append({toText(name), entry.error, figures});
    }
    const qsizetype kept = std::min(count, all.size());
    std::partial_sort(all.begin(), all.begin() + kept, all.end(), [](const Ranked &a, const Ranked &b) {
        return a.figures.requests != b.figures.requests ? a.figures.requests > b.figures.requests : a.name < b.name;
    });
    all.resize(kept);
    return all;
}

} // namespace gatehouse
