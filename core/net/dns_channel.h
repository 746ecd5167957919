// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/dns_message.h"
#include "core/net/poller.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

struct ares_channeldata;

namespace gatehouse::net {

// Questions to DNS servers through c-ares, whose sockets and time-outs live on a poller.
// Thread: that of its poller.
class DnsChannel : private Timer
{
public:
    enum class Status : std::uint8_t { Ok, NameError, NoData, ServerFailure, Refused, Timeout, Other };

    // `records` counts only with Status::Ok.
    using Reply = std::function<void(Status status, const DnsRecords &records)>;

    struct Options {
        std::vector<std::string> servers;
        std::chrono::milliseconds timeout{2000};
        int attempts = 5;
        std::optional<std::vector<std::string>> searchDomains; // none: those of /etc/resolv.conf
    };

    enum class Search : std::uint8_t { No, Yes }; // whether search domains are tried (resolv.conf(5))

    DnsChannel(Poller &poller, const Options &options);
    ~DnsChannel() override;

    // The reply may come before this returns. Questions that are open when the channel ends get none.
    void ask(const std::string &name, DnsType type, Search search, Reply reply);

private:
    class SocketWatch;
    struct Question;

    static void onSocket(void *self, int descriptor, int readable, int writable);
    static void onReply(void *question, int status, int timeouts, unsigned char *message, int size);
    void process(int readable, int writable);
    void expired() override;
    void armTimer();

    Poller &m_poller;
    ares_channeldata *m_channel = nullptr;
    std::unordered_map<int, std::unique_ptr<SocketWatch>> m_sockets;
    std::vector<std::unique_ptr<SocketWatch>> m_closedSockets; // may be the one that is being called
    bool m_isEnding = false;
};

} // namespace gatehouse::net
