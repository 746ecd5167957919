// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_session.h"

#include "core/net/tls_bio.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace gatehouse::net {

TlsSession::TlsSession(std::shared_ptr<const void> owner, ssl_st *session, int descriptor)
    : m_context(std::move(owner))
    , m_session(session)
{
    BIO *bio = makeSocketBio(descriptor);
    SSL_set_bio(m_session, bio, bio);
}

std::unique_ptr<TlsSession> TlsSession::accept(std::shared_ptr<const TlsServerContext> context, int descriptor)
{
    ssl_st *session = context->newSession();
    SSL_set_accept_state(session);
    return std::unique_ptr<TlsSession>(new TlsSession(std::move(context), session, descriptor));
}

std::unique_ptr<TlsSession> TlsSession::connect(const std::shared_ptr<const TlsClientContext> &context,
                                                std::string_view server,
                                                std::shared_ptr<TlsTicketSlot> tickets,
                                                int descriptor)
{
    ssl_st *session = context->newSession(server);
    if (!session)
        return nullptr;
    SSL_set_connect_state(session);
    if (tickets && tickets->session())
        SSL_set_session(session, tickets->session());
    SSL_set_app_data(session, tickets.get());
    std::unique_ptr<TlsSession> made(new TlsSession(context, session, descriptor));
    made->m_tickets = std::move(tickets);
    return made;
}

TlsSession::~TlsSession()
{
    // A connection that was cut says nothing about its session: without this it could not be resumed any more.
    if (!m_failed)
        SSL_set_shutdown(m_session, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
    SSL_free(m_session);
    ERR_clear_error();
}

IoResult TlsSession::outcome(int result, std::size_t bytes) noexcept
{
    if (result == 1)
        return {IoResult::State::Ok, bytes};
    const int reason = SSL_get_error(m_session, result);
    if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
        return {IoResult::State::WouldBlock, 0};
    m_error = ERR_peek_error();
    ERR_clear_error();
    if (reason == SSL_ERROR_ZERO_RETURN)
        return {IoResult::State::Closed, 0};
    m_failed = true;
    return {IoResult::State::Failed, 0};
}

IoResult TlsSession::handshake() noexcept
{
    return outcome(SSL_do_handshake(m_session), 0);
}

Interest TlsSession::wants() const noexcept
{
    return SSL_want_write(m_session) ? Interest::Write : Interest::Read;
}

std::string TlsSession::problem() const
{
    const bool verifies = (SSL_get_verify_mode(m_session) & SSL_VERIFY_PEER) != 0;
    if (const long verdict = SSL_get_verify_result(m_session); verifies && verdict != X509_V_OK)
        return std::string("certificate verify failed: ") + X509_verify_cert_error_string(verdict);
    const char *reason = m_error != 0 ? ERR_reason_error_string(m_error) : nullptr;
    return reason ? reason : "the connection was closed";
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
    return SSL_has_pending(m_session) == 1;
}

void TlsSession::shutdown() noexcept
{
    if (!m_failed && SSL_is_init_finished(m_session))
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
