// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/probe_tls.h"

#include "core/base/logging.h"
#include "core/net/address.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace gatehouse {

ProbeTlsContext::ProbeTlsContext(Verify verify, const net::TlsIdentity &identity)
    : m_context(SSL_CTX_new(TLS_client_method()))
    , m_verifies(verify == Verify::Yes)
{
    SSL_CTX_set_min_proto_version(m_context, TLS1_2_VERSION);
    if (!identity.certificate.isEmpty()) {
        if (const Result<> used = net::useIdentity(m_context, identity); !used)
            qCWarning(lcProxy, "Health checks: %s", qUtf8Printable(used.error().message));
    }
    if (!m_verifies)
        return;
    SSL_CTX_set_default_verify_paths(m_context);
    SSL_CTX_set_verify(m_context, SSL_VERIFY_PEER, nullptr);
}

ProbeTlsContext::~ProbeTlsContext()
{
    SSL_CTX_free(m_context);
}

ProbeTls::ProbeTls(const ProbeTlsContext &context, int descriptor, const std::string &serverName)
    : m_session(SSL_new(context.m_context))
{
    SSL_set_fd(m_session, descriptor);
    const auto address = net::Address::fromLiteral(serverName, 0);
    if (!address)
        SSL_ctrl(m_session, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                 const_cast<char *>(serverName.c_str())); // the macro for it casts in the old style
    if (!context.m_verifies)
        return;
    if (address)
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(m_session), address->ip().c_str());
    else
        SSL_set1_host(m_session, serverName.c_str());
}

ProbeTls::~ProbeTls()
{
    SSL_free(m_session);
}

ProbeTls::State ProbeTls::handshake() noexcept
{
    return outcome(SSL_connect(m_session));
}

ProbeTls::State ProbeTls::write(std::string_view text) noexcept
{
    return outcome(SSL_write(m_session, text.data(), static_cast<int>(text.size())));
}

ProbeTls::State ProbeTls::read(char *into, std::size_t size, std::size_t &got) noexcept
{
    got = 0;
    return outcome(SSL_read_ex(m_session, into, size, &got));
}

ProbeTls::State ProbeTls::outcome(int result) noexcept
{
    const int error = SSL_get_error(m_session, result);
    ERR_clear_error(); // the queue is the thread's
    switch (error) {
    case SSL_ERROR_NONE:
        return State::Done;
    case SSL_ERROR_WANT_READ:
        return State::WantsRead;
    case SSL_ERROR_WANT_WRITE:
        return State::WantsWrite;
    default:
        return State::Failed;
    }
}

} // namespace gatehouse
