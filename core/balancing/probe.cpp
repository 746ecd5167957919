// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/probe.h"

#include <utility>

namespace gatehouse {

namespace {

constexpr std::size_t longestLine = 4096; // a status line that is longer is none

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

std::size_t skipDigits(std::string_view text, std::size_t at) noexcept
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

net::Interest interestFor(ProbeTls::State state) noexcept
{
    return state == ProbeTls::State::WantsWrite ? net::Interest::Write : net::Interest::Read;
}

} // namespace

int statusOfLine(std::string_view line) noexcept
{
    if (!line.starts_with("HTTP/"))
        return 0;
    const std::size_t dot = skipDigits(line, 5);
    if (dot == 5 || dot >= line.size() || line[dot] != '.')
        return 0;
    std::size_t at = skipDigits(line, dot + 1);
    const std::size_t version = at;
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t'))
        ++at;
    const std::size_t end = skipDigits(line, at);
    if (version == dot + 1 || at == version || end == at || end - at > 3)
        return 0;
    int status = 0;
    for (; at < end; ++at)
        status = status * 10 + (line[at] - '0');
    return status;
}

Probe::Probe(net::Poller &poller, ProbeRequest request, Done done)
    : m_poller(poller)
    , m_request(std::move(request))
    , m_done(std::move(done))
{
}

Probe::~Probe()
{
    m_tls.reset(); // before the descriptor is closed
}

void Probe::start()
{
    if (!m_socket.connect(m_request.address, m_poller, this)) {
        end({Result::Kind::TcpFailure, 0});
        return;
    }
    m_poller.arm(*this, m_request.timeout);
}

void Probe::enter(Step step, net::Interest interest)
{
    if (step != m_step)
        m_poller.arm(*this, m_request.timeout);
    m_step = step;
    m_socket.watch(interest);
}

void Probe::advance()
{
    switch (m_step) {
    case Step::Connecting:
        connected();
        break;
    case Step::Handshake:
        handshake();
        break;
    case Step::Sending:
        send();
        break;
    case Step::Receiving:
        receive();
        break;
    }
}

void Probe::connected()
{
    if (m_socket.takeError() != 0) {
        end({Result::Kind::TcpFailure, 0});
        return;
    }
    if (m_request.onlyConnects) {
        end({Result::Kind::Connected, 0});
        return;
    }
    if (!m_request.tls) {
        enter(Step::Sending, net::Interest::Write);
        send();
        return;
    }
    m_tls = std::make_unique<ProbeTls>(*m_request.tls, m_socket.descriptor(), m_request.serverName);
    enter(Step::Handshake, net::Interest::Write);
    handshake();
}

void Probe::handshake()
{
    const ProbeTls::State state = m_tls->handshake();
    if (state == ProbeTls::State::Failed) {
        end({Result::Kind::TcpFailure, 0});
    } else if (state == ProbeTls::State::Done) {
        enter(Step::Sending, net::Interest::Write);
        send();
    } else {
        enter(Step::Handshake, interestFor(state));
    }
}

void Probe::send()
{
    const std::string_view rest = std::string_view(m_request.text).substr(m_sent);
    if (m_tls) {
        const ProbeTls::State state = m_tls->write(rest);
        if (state == ProbeTls::State::Failed)
            end({Result::Kind::TcpFailure, 0});
        else if (state == ProbeTls::State::Done)
            enter(Step::Receiving, net::Interest::Read);
        else
            enter(Step::Sending, interestFor(state));
        return;
    }
    const iovec part{const_cast<char *>(rest.data()), rest.size()};
    const net::IoResult result = m_socket.write({&part, 1});
    if (result.state != net::IoResult::State::Ok && result.state != net::IoResult::State::WouldBlock) {
        end({Result::Kind::TcpFailure, 0});
        return;
    }
    m_sent += result.bytes;
    if (m_sent == m_request.text.size())
        enter(Step::Receiving, net::Interest::Read);
}

void Probe::receive()
{
    std::array<char, 1024> block{};
    if (m_tls) {
        std::size_t got = 0;
        const ProbeTls::State state = m_tls->read(block.data(), block.size(), got);
        if (state == ProbeTls::State::Failed) {
            end({Result::Kind::TcpFailure, 0});
            return;
        }
        m_line.append(block.data(), got);
        take(got);
        return;
    }
    const net::IoResult result = m_socket.read(block.data(), block.size());
    if (result.state == net::IoResult::State::WouldBlock)
        return;
    if (result.state != net::IoResult::State::Ok) {
        end({Result::Kind::TcpFailure, 0});
        return;
    }
    m_line.append(block.data(), result.bytes);
    take(result.bytes);
}

void Probe::take(std::size_t got)
{
    const std::size_t lineEnd = m_line.find('\n');
    if (lineEnd != std::string::npos || m_line.size() > longestLine)
        end({Result::Kind::Answered, statusOfLine(std::string_view(m_line).substr(0, lineEnd))});
    else if (got > 0)
        m_poller.arm(*this, m_request.timeout);
}

void Probe::end(const Result &result)
{
    net::Poller::disarm(*this);
    m_tls.reset();
    m_socket.close();
    const Done done = std::move(m_done);
    done(result); // *this may be gone now
}

} // namespace gatehouse
