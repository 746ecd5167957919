// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_client_context.h"

#include "core/base/openssl_ptr.h"
#include "core/net/address.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <string>

using namespace Qt::StringLiterals;

namespace gatehouse::net {

namespace {

bool trust(X509_STORE *store, const QByteArray &pem)
{
    const OpensslPtr<BIO, BIO_free> bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const OpensslPtr<X509, X509_free> authority(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    return authority && X509_STORE_add_cert(store, authority.get()) == 1;
}

bool requireName(SSL *session, const std::string &server, bool isAddress)
{
    X509_VERIFY_PARAM *parameters = SSL_get0_param(session);
    if (isAddress)
        return X509_VERIFY_PARAM_set1_ip_asc(parameters, server.c_str()) == 1;
    X509_VERIFY_PARAM_set_hostflags(parameters,
                                    X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    return X509_VERIFY_PARAM_set1_host(parameters, server.data(), server.size()) == 1;
}

} // namespace

TlsTicketSlot::~TlsTicketSlot()
{
    SSL_SESSION_free(m_session);
}

void TlsTicketSlot::put(ssl_session_st *session) noexcept
{
    SSL_SESSION_free(m_session);
    m_session = session;
}

TlsDigest TlsClientContext::digestOf(const TlsClientSettings &settings)
{
    QList<QByteArray> texts = textsOf(settings.identity);
    texts << (settings.verifies ? QByteArray::number(settings.depth) : QByteArray("unverified"));
    if (settings.verifies)
        texts << settings.authorities;
    return net::digestOf(texts);
}

Result<std::shared_ptr<const TlsClientContext>> TlsClientContext::make(const TlsClientSettings &settings)
{
    std::shared_ptr<TlsClientContext> made(new TlsClientContext);
    made->m_context.reset(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    made->m_digest = digestOf(settings);
    made->m_verifies = settings.verifies;
    if (const Result<> configured = made->configure(settings); !configured)
        return configured.error();
    return std::shared_ptr<const TlsClientContext>(made);
}

Result<> TlsClientContext::configure(const TlsClientSettings &settings)
{
    static constexpr unsigned char spoken[] = "\x08http/1.1";
    SSL_CTX *context = m_context.get();
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    // Like nginx, an upstream that ends an answer without length by closing need not say goodbye first.
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                  SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_NO_AUTO_CHAIN);
    SSL_CTX_set_read_ahead(context, 1);
    SSL_CTX_set_alpn_protos(context, spoken, sizeof spoken - 1);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(context, [](SSL *session, SSL_SESSION *made) {
        auto *slot = static_cast<TlsTicketSlot *>(SSL_get_app_data(session));
        if (!slot)
            return 0;
        slot->put(made);
        return 1;
    });
    if (!settings.identity.certificate.isEmpty()) {
        if (const Result<> used = useIdentity(context, settings.identity); !used)
            return used;
    }
    SSL_CTX_set_verify(context, settings.verifies ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_verify_depth(context, settings.depth);
    for (const QByteArray &authority : settings.authorities) {
        if (!trust(SSL_CTX_get_cert_store(context), authority))
            return opensslError(u"The CA certificate cannot be used"_s);
    }
    return {};
}

ssl_st *TlsClientContext::newSession(std::string_view server) const
{
    std::string name(server);
    const bool isAddress = Address::fromLiteral(server, 0).has_value();
    SSL *session = SSL_new(m_context.get());
    const bool asks =
        isAddress || SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data()) == 1;
    if (asks && (!m_verifies || requireName(session, name, isAddress)))
        return session;
    SSL_free(session);
    ERR_clear_error();
    return nullptr;
}

} // namespace gatehouse::net
