// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/probe_tls.h"
#include "core/net/stream_socket.h"

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace gatehouse {

// What a probe asks, and of whom.
struct ProbeRequest {
    net::Address address;
    std::string text;                           // the whole request
    std::string serverName;                     // for TLS
    std::chrono::milliseconds timeout{1000};    // of each step, as in Kong
    std::shared_ptr<const ProbeTlsContext> tls; // null: plain
    bool onlyConnects = false;                  // nothing is asked: a connection is all there is to know
};

// One active check: connects, asks, reads the status line; one over TCP only connects (lua-resty-healthcheck,
// run_single_check).
// Thread: balancing. Ends itself by calling `done` once, which may destroy it.
class Probe final : private net::ReadyListener, private net::Timer
{
public:
    struct Result {
        enum class Kind : std::uint8_t { Connected, Answered, TcpFailure, Timeout };
        Kind kind = Kind::Answered;
        int status = 0; // 0: the answer was none
    };

    using Done = std::function<void(const Result &result)>;

    Probe(net::Poller &poller, ProbeRequest request, Done done);
    ~Probe() override;

    // Once; `done` may come before it returns.
    void start();

private:
    enum class Step : std::uint8_t { Connecting, Handshake, Sending, Receiving };

    void onReadable() override { advance(); }

    void onWritable() override { advance(); }

    void expired() override { end({Result::Kind::Timeout, 0}); }

    void advance();
    void connected();
    void handshake();
    void send();
    void receive();
    void take(std::size_t got);
    void enter(Step step, net::Interest interest);
    void end(const Result &result);

    net::Poller &m_poller;
    ProbeRequest m_request;
    Done m_done;
    net::StreamSocket m_socket;
    std::unique_ptr<ProbeTls> m_tls;
    std::size_t m_sent = 0;
    std::string m_line; // of the answer
    Step m_step = Step::Connecting;
};

// The status of "HTTP/1.1 200 ...", 0 when it is no such line.
[[nodiscard]] int statusOfLine(std::string_view line) noexcept;

} // namespace gatehouse
