// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/dns_answer.h"
#include "core/net/dns_channel.h"
#include "core/net/hosts_file.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gatehouse::net {

// How names are looked up; the defaults are those of Kong's dns_* settings.
struct ResolverSettings {
    std::vector<std::string> servers; // "127.0.0.1:53"; none: those of /etc/resolv.conf
    std::vector<DnsType> order{DnsType::Srv, DnsType::A};
    bool triesLastFirst = true;                            // the type that succeeded last comes before the others
    std::optional<std::vector<std::string>> searchDomains; // none: those of /etc/resolv.conf
    std::string hostsFile = "/etc/hosts";
    std::chrono::milliseconds timeout{2000}; // of one question to one server
    int attempts = 5;
    std::chrono::seconds staleTtl{3600}; // how long an answer serves when asking again fails
    std::chrono::seconds notFoundTtl{30};
    std::chrono::seconds errorTtl{1};
};

// Reads record types as kong.conf's dns_order has them, "LAST,SRV,A,CNAME" in any case; AAAA may stand there too. CNAME
// changes nothing: an alias is always followed. False when it is no such text; `settings` is left as it was.
[[nodiscard]] bool readDnsOrder(ResolverSettings &settings, std::string_view text);

// Host names to addresses, without blocking: the file of hosts, then DNS in the order of record types, the one that
// last succeeded first (kong/resty/dns/client.lua). Answers are kept as long as their TTL; whoever asks while a
// look-up is under way shares its answer.
// Thread: that of its poller. Callbacks may come before ask() returns, and none comes after destruction.
class Resolver
{
public:
    using Callback = std::function<void(const DnsAnswerPtr &)>;

    Resolver(Poller &poller, ResolverSettings settings);
    ~Resolver();

    void ask(const std::string &name, Callback callback);

private:
    class Lookup;

    struct Entry {
        DnsAnswerPtr answer;
        DnsType lastType = DnsType::Srv;
        bool hasLastType = false;
        std::int64_t staleUntil = 0; // of a found answer
        std::unique_ptr<Lookup> lookup;
        std::vector<Callback> waiting;
    };

    void finished(const std::string &name, std::shared_ptr<DnsAnswer> answer);
    [[nodiscard]] DnsType addressType() const;
    [[nodiscard]] std::vector<DnsType> orderFor(const Entry &entry) const;

    Poller &m_poller;
    ResolverSettings m_settings;
    HostsFile m_hosts;
    std::unordered_map<std::string, Entry> m_entries;
    DnsChannel m_channel; // last: its end still reports to look-ups
};

} // namespace gatehouse::net
