// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/dns_channel.h"

#include "core/base/logging.h"

#include <arpa/nameser.h>

#include <algorithm>

#include <ares.h>

namespace gatehouse::net {

namespace {

DnsChannel::Status statusOf(int aresStatus) noexcept
{
    switch (aresStatus) {
    case ARES_SUCCESS:
        return DnsChannel::Status::Ok;
    case ARES_ENOTFOUND:
        return DnsChannel::Status::NameError;
    case ARES_ENODATA:
        return DnsChannel::Status::NoData;
    case ARES_ESERVFAIL:
        return DnsChannel::Status::ServerFailure;
    case ARES_EREFUSED:
        return DnsChannel::Status::Refused;
    case ARES_ETIMEOUT:
    case ARES_ECONNREFUSED:
        return DnsChannel::Status::Timeout;
    default:
        return DnsChannel::Status::Other;
    }
}

std::string joined(const std::vector<std::string> &texts)
{
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? "" : ",") + text;
    return all;
}

} // namespace

class DnsChannel::SocketWatch final : public ReadyListener
{
public:
    SocketWatch(DnsChannel &channel, int descriptor) noexcept
        : m_channel(channel)
        , m_descriptor(descriptor)
    {
    }

    void onReadable() override { m_channel.process(m_descriptor, ARES_SOCKET_BAD); }

    void onWritable() override { m_channel.process(ARES_SOCKET_BAD, m_descriptor); }

private:
    DnsChannel &m_channel;
    int m_descriptor;
};

struct DnsChannel::Question {
    DnsChannel &channel;
    DnsType type;
    Reply reply;
};

DnsChannel::DnsChannel(Poller &poller, const Options &options)
    : m_poller(poller)
{
    static const int ready = ares_library_init(ARES_LIB_INIT_ALL);
    ares_options wanted{};
    wanted.timeout = static_cast<int>(options.timeout.count());
    wanted.tries = options.attempts;
    wanted.sock_state_cb = &DnsChannel::onSocket;
    wanted.sock_state_cb_data = this;
    wanted.flags = ARES_FLAG_NOCHECKRESP; // a server's refusal is an answer, as for Kong's client
    int mask = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_SOCK_STATE_CB;
    std::vector<char *> domains; // copied by c-ares, which wants them changeable
    if (options.searchDomains) {
        for (const std::string &domain : *options.searchDomains)
            domains.push_back(const_cast<char *>(domain.c_str()));
        wanted.domains = domains.data();
        wanted.ndomains = static_cast<int>(domains.size());
        mask |= ARES_OPT_DOMAINS;
    }
    if (ready != ARES_SUCCESS || ares_init_options(&m_channel, &wanted, mask) != ARES_SUCCESS) {
        qCWarning(lcProxy, "The DNS resolver cannot be started: no name will be resolved.");
        m_channel = nullptr;
        return;
    }
    if (!options.servers.empty() &&
        ares_set_servers_ports_csv(m_channel, joined(options.servers).c_str()) != ARES_SUCCESS)
        qCWarning(lcProxy, "The addresses of DNS servers cannot be read: %s", joined(options.servers).c_str());
}

DnsChannel::~DnsChannel()
{
    m_isEnding = true;
    if (m_channel)
        ares_destroy(m_channel);
}

void DnsChannel::ask(const std::string &name, DnsType type, Search search, Reply reply)
{
    m_closedSockets.clear();
    if (!m_channel) {
        reply(Status::Other, {});
        return;
    }
    auto question = std::make_unique<Question>(Question{*this, type, std::move(reply)});
    const auto ask = search == Search::Yes ? &ares_search : &ares_query;
    ask(m_channel, name.c_str(), C_IN, static_cast<int>(type), &DnsChannel::onReply, question.release());
    armTimer();
}

void DnsChannel::onReply(void *question, int status, int, unsigned char *message, int size)
{
    const std::unique_ptr<Question> asked(static_cast<Question *>(question));
    if (asked->channel.m_isEnding)
        return;
    if (status != ARES_SUCCESS) {
        asked->reply(statusOf(status), {});
        return;
    }
    const auto records = parseDnsResponse({message, static_cast<std::size_t>(size)}, asked->type);
    if (!records)
        asked->reply(Status::Other, {});
    else
        asked->reply(records->records.empty() ? Status::NoData : Status::Ok, *records);
}

void DnsChannel::onSocket(void *self, int descriptor, int readable, int writable)
{
    auto &channel = *static_cast<DnsChannel *>(self);
    const auto found = channel.m_sockets.find(descriptor);
    const auto interest = static_cast<Interest>((readable ? 1U : 0U) | (writable ? 2U : 0U));
    if (interest == Interest::None) {
        if (found == channel.m_sockets.end())
            return;
        channel.m_poller.remove(descriptor, found->second.get());
        channel.m_closedSockets.push_back(std::move(found->second));
        channel.m_sockets.erase(found);
    } else if (found != channel.m_sockets.end()) {
        channel.m_poller.change(descriptor, interest, found->second.get());
    } else {
        auto watch = std::make_unique<SocketWatch>(channel, descriptor);
        channel.m_poller.add(descriptor, interest, watch.get());
        channel.m_sockets.emplace(descriptor, std::move(watch));
    }
}

void DnsChannel::process(int readable, int writable)
{
    ares_process_fd(m_channel, readable, writable);
    armTimer();
}

void DnsChannel::expired()
{
    m_closedSockets.clear();
    process(ARES_SOCKET_BAD, ARES_SOCKET_BAD);
}

void DnsChannel::armTimer()
{
    timeval left{};
    if (!ares_timeout(m_channel, nullptr, &left)) {
        Poller::disarm(*this);
        return;
    }
    const std::chrono::nanoseconds wait = std::chrono::seconds(left.tv_sec) + std::chrono::microseconds(left.tv_usec);
    m_poller.arm(*this, std::max(wait, std::chrono::nanoseconds(1)));
}

} // namespace gatehouse::net
