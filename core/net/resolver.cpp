// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/resolver.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <utility>

namespace gatehouse::net {

namespace {

using Status = DnsChannel::Status;

// Kong's client tells these apart by number and text (lua-resty-dns, errcode).
std::string wordsFor(Status status)
{
    switch (status) {
    case Status::NameError:
        return "dns server error: 3 name error";
    case Status::NoData:
        return "dns client error: 101 empty record received";
    case Status::ServerFailure:
        return "dns server error: 2 server failure";
    case Status::Refused:
        return "dns server error: 5 refused";
    case Status::Timeout:
        return "failed to receive reply from UDP server: timeout";
    default:
        return "dns client error: 100 cache only lookup failed";
    }
}

bool isNotFound(Status status) noexcept
{
    return status == Status::NameError || status == Status::NoData;
}

bool comesBefore(const DnsEndpoint &a, const DnsEndpoint &b)
{
    return std::pair(a.address.ip(), a.port) < std::pair(b.address.ip(), b.port);
}

std::string upperTrimmed(std::string_view text)
{
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    std::string word(text.substr(begin, text.find_last_not_of(' ') + 1 - begin));
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return word;
}

// Only the records of the most important priority are used (RFC 2782).
std::vector<DnsRecord> topPriority(std::vector<DnsRecord> records)
{
    std::uint16_t top = std::numeric_limits<std::uint16_t>::max();
    for (const DnsRecord &record : records)
        top = std::min(top, record.priority);
    std::erase_if(records, [top](const DnsRecord &record) { return record.priority != top; });
    return records;
}

} // namespace

bool readDnsOrder(ResolverSettings &settings, std::string_view text)
{
    std::vector<DnsType> order;
    bool hasLast = false;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string word = upperTrimmed(text.substr(begin, end - begin));
        if (word == "SRV" || word == "A" || word == "AAAA")
            order.push_back(word == "SRV" ? DnsType::Srv : word == "A" ? DnsType::A : DnsType::Aaaa);
        else if (word == "LAST")
            hasLast = true;
        else if (word != "CNAME")
            return false;
        begin = end + 1;
    }
    if (order.empty())
        return false;
    settings.order = std::move(order);
    settings.triesLastFirst = hasLast;
    return true;
}

// One name on its way through the record types. An SRV record names hosts, whose addresses are asked for in turn.
class Resolver::Lookup
{
public:
    Lookup(Resolver &resolver, std::string name, std::vector<DnsType> types)
        : m_resolver(resolver)
        , m_name(std::move(name))
        , m_types(std::move(types))
    {
    }

    void next()
    {
        if (m_at == m_types.size()) {
            fail();
            return;
        }
        const DnsType type = m_types[m_at++];
        m_resolver.m_channel.ask(
            m_name, type, DnsChannel::Search::Yes,
            [this, type](Status status, const DnsRecords &found) { onReply(type, status, found); });
    }

private:
    void onReply(DnsType type, Status status, const DnsRecords &found)
    {
        if (status != Status::Ok) {
            m_status = status;
            next();
            return;
        }
        m_answer->type = type;
        m_ttl = found.ttl;
        if (type == DnsType::Srv) {
            askTargets(topPriority(found.records));
            return;
        }
        for (const DnsRecord &record : found.records)
            m_answer->endpoints.push_back({record.address, {}, 0, 0});
        succeed();
    }

    void askTargets(const std::vector<DnsRecord> &records)
    {
        m_open = records.size();
        for (const DnsRecord &record : records) {
            m_resolver.m_channel.ask(record.name, m_resolver.addressType(), DnsChannel::Search::No,
                                     [this, record](Status status, const DnsRecords &found) {
                                         onTarget(record, status == Status::Ok ? found : DnsRecords());
                                     });
        }
    }

    void onTarget(const DnsRecord &record, const DnsRecords &found)
    {
        for (const DnsRecord &address : found.records) {
            const std::uint32_t weight = std::max<std::uint32_t>(record.weight, 1);
            m_answer->endpoints.push_back({address.address, record.name, record.port, weight});
        }
        if (!found.records.empty())
            m_ttl = std::min(m_ttl, found.ttl);
        if (--m_open > 0)
            return;
        if (!m_answer->endpoints.empty()) {
            succeed();
            return;
        }
        m_status = Status::NoData;
        next();
    }

    void succeed()
    {
        auto &endpoints = m_answer->endpoints;
        std::sort(endpoints.begin(), endpoints.end(), comesBefore);
        endpoints.erase(std::unique(endpoints.begin(), endpoints.end(),
                                    [](const DnsEndpoint &a, const DnsEndpoint &b) {
                                        return a.address == b.address && a.port == b.port;
                                    }),
                        endpoints.end());
        m_answer->outcome = DnsAnswer::Outcome::Found;
        end(m_ttl);
    }

    void fail()
    {
        const ResolverSettings &settings = m_resolver.m_settings;
        m_answer->error = wordsFor(m_status);
        m_answer->outcome = isNotFound(m_status) ? DnsAnswer::Outcome::NotFound : DnsAnswer::Outcome::Failed;
        end(isNotFound(m_status) ? settings.notFoundTtl : settings.errorTtl);
    }

    void end(std::chrono::seconds keep)
    {
        m_answer->validUntil = Poller::instant() + std::chrono::nanoseconds(keep).count();
        m_resolver.finished(m_name, m_answer); // *this may be gone now
    }

    Resolver &m_resolver;
    std::string m_name;
    std::vector<DnsType> m_types;
    std::size_t m_at = 0;
    std::size_t m_open = 0; // targets of SRV records that are still asked for
    std::chrono::seconds m_ttl{0};
    Status m_status = Status::NameError;
    std::shared_ptr<DnsAnswer> m_answer = std::make_shared<DnsAnswer>();
};

Resolver::Resolver(Poller &poller, ResolverSettings settings)
    : m_poller(poller)
    , m_settings(std::move(settings))
    , m_channel(poller, {m_settings.servers, m_settings.timeout, m_settings.attempts, m_settings.searchDomains})
{
    std::ifstream file(m_settings.hostsFile);
    m_hosts.read(file);
}

Resolver::~Resolver() = default;

void Resolver::ask(const std::string &name, Callback callback)
{
    Entry &entry = m_entries[name];
    if (entry.answer && entry.answer->validUntil > m_poller.now()) {
        callback(DnsAnswerPtr(entry.answer));
        return;
    }
    if (const std::vector<Address> *fixed = m_hosts.find(name)) {
        auto answer = std::make_shared<DnsAnswer>();
        answer->outcome = DnsAnswer::Outcome::Found;
        answer->validUntil = std::numeric_limits<std::int64_t>::max();
        for (const Address &address : *fixed)
            answer->endpoints.push_back({address, {}, 0, 0});
        entry.answer = answer;
        callback(DnsAnswerPtr(answer));
        return;
    }
    entry.waiting.push_back(std::move(callback));
    if (entry.lookup)
        return;
    entry.lookup = std::make_unique<Lookup>(*this, name, orderFor(entry));
    entry.lookup->next();
}

// Of hosts that SRV records name.
DnsType Resolver::addressType() const
{
    const auto &order = m_settings.order;
    const auto first = std::find_if(order.begin(), order.end(), [](DnsType type) { return type != DnsType::Srv; });
    return first == order.end() ? DnsType::A : *first;
}

std::vector<DnsType> Resolver::orderFor(const Entry &entry) const
{
    std::vector<DnsType> order;
    if (entry.hasLastType && m_settings.triesLastFirst)
        order.push_back(entry.lastType);
    for (const DnsType type : m_settings.order) {
        if (std::find(order.begin(), order.end(), type) == order.end())
            order.push_back(type);
    }
    return order;
}

void Resolver::finished(const std::string &name, std::shared_ptr<DnsAnswer> answer)
{
    Entry &entry = m_entries[name];
    const std::unique_ptr<Lookup> ended = std::move(entry.lookup);
    if (answer->outcome == DnsAnswer::Outcome::Found) {
        entry.lastType = answer->type;
        entry.hasLastType = true;
        entry.staleUntil = answer->validUntil + std::chrono::nanoseconds(m_settings.staleTtl).count();
    } else if (answer->outcome == DnsAnswer::Outcome::Failed && entry.answer &&
               entry.answer->outcome == DnsAnswer::Outcome::Found && answer->validUntil < entry.staleUntil) {
        const std::int64_t askAgain = answer->validUntil;
        answer = std::make_shared<DnsAnswer>(*entry.answer); // nobody could tell: what was true last serves on
        answer->validUntil = askAgain;
    }
    entry.answer = std::move(answer);
    const DnsAnswerPtr result = entry.answer; // a callback may ask again, which may move the entries
    const std::vector<Callback> waiting = std::exchange(entry.waiting, {});
    for (const Callback &callback : waiting)
        callback(result);
}

} // namespace gatehouse::net
