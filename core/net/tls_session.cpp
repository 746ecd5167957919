// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_session.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace gatehouse::net {

TlsSession::TlsSession(std::shared_ptr<const TlsServerContext> context, int descriptor)
    : m_context(std::move(context))
    , m_session(m_context->newSession())
{
    SSL_set_fd(m_session, descriptor);
    SSL_set_accept_state(m_session);
}

TlsSession::~TlsSession()
{
    SSL_free(m_session);
}

IoResult TlsSession::outcome(int result, std::size_t bytes) noexcept
{
    if (result == 1)
        return {IoResult::State::Ok, bytes};
    const int reason = SSL_get_error(m_session, result);
    ERR_clear_error();
    switch (reason) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return {IoResult::State::WouldBlock, 0};
    case SSL_ERROR_ZERO_RETURN:
        return {IoResult::State::Closed, 0};
    default:
        return {IoResult::State::Failed, 0};
    }
}

IoResult TlsSession::read(char *into, std::size_t size) noexcept
{
    std::size_t got = 0;
    const int result = SSL_read_ex(m_session, into, size, &got);
    return outcome(result, got);
}

// Small parts travel in one record: a head and its body are one system call and one packet.
IoResult TlsSession::write(std::span<const iovec> parts) noexcept
{
    std::array<char, 16 * 1024> gathered;
    std::size_t size = 0;
    for (const iovec &part : parts) {
        if (size == 0 && part.iov_len >= gathered.size()) {
            return send(part.iov_base, part.iov_len);
        }
        const std::size_t fits = std::min(part.iov_len, gathered.size() - size);
        std::memcpy(gathered.data() + size, part.iov_base, fits);
        size += fits;
        if (size == gathered.size())
            break;
    }
    return send(gathered.data(), size);
}

IoResult TlsSession::send(const void *bytes, std::size_t size) noexcept
{
    std::size_t sent = 0;
    const int result = SSL_write_ex(m_session, bytes, size, &sent);
    return outcome(result, sent);
}

bool TlsSession::hasPending() const noexcept
{
    return SSL_pending(m_session) > 0;
}

void TlsSession::shutdown() noexcept
{
    if (SSL_is_init_finished(m_session))
        SSL_shutdown(m_session);
    ERR_clear_error();
}

std::string_view TlsSession::serverName() const noexcept
{
    const char *name = SSL_get_servername(m_session, TLSEXT_NAMETYPE_host_name);
    return name ? name : std::string_view();
}

std::string_view TlsSession::version() const noexcept
{
    return SSL_get_version(m_session);
}

std::string_view TlsSession::cipher() const noexcept
{
    return SSL_get_cipher_name(m_session);
}

} // namespace gatehouse::net
