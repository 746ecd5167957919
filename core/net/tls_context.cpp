// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_context.h"

#include "core/base/openssl_ptr.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::net {

namespace {

using Bio = OpensslPtr<BIO, BIO_free>;
using Key = OpensslPtr<EVP_PKEY, EVP_PKEY_free>;
using Certificate = OpensslPtr<X509, X509_free>;

Error unusable(const QString &what)
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    const QString reason = code != 0 ? QString::fromLatin1(ERR_reason_error_string(code)) : u"unknown"_s;
    return {ErrorKind::Invalid, u"%1: %2"_s.arg(what, reason)};
}

Bio reader(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

QByteArray written(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<qsizetype>(size)};
}

// The leaf first, then the rest of the chain.
bool useChain(SSL_CTX *context, const QByteArray &chain, const QByteArray &keyText)
{
    const Bio certificates = reader(chain);
    const Bio keyBio = reader(keyText);
    const Certificate leaf(PEM_read_bio_X509(certificates.get(), nullptr, nullptr, nullptr));
    const Key key(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr));
    if (!leaf || !key || SSL_CTX_use_certificate(context, leaf.get()) != 1 ||
        SSL_CTX_use_PrivateKey(context, key.get()) != 1)
        return false;
    while (X509 *next = PEM_read_bio_X509(certificates.get(), nullptr, nullptr, nullptr)) {
        if (SSL_CTX_add0_chain_cert(context, next) != 1) {
            X509_free(next);
            return false;
        }
    }
    ERR_clear_error(); // the end of the text is reported as an error
    return SSL_CTX_check_private_key(context) == 1;
}

int onAlpn(SSL *,
           const unsigned char **chosen,
           unsigned char *chosenSize,
           const unsigned char *offered,
           unsigned int offeredSize,
           void *)
{
    static constexpr unsigned char spoken[] = "\x08http/1.1";
    unsigned char *found = nullptr;
    if (SSL_select_next_proto(&found, chosenSize, spoken, sizeof spoken - 1, offered, offeredSize) !=
        OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

void configure(SSL_CTX *context)
{
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                     SSL_OP_IGNORE_UNEXPECTED_EOF);
    // Idle connections give their buffers back; a write may be repeated from another place.
    SSL_CTX_set_mode(context,
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_alpn_select_cb(context, onAlpn, nullptr);
    static constexpr unsigned char sessionScope[] = "gatehouse";
    SSL_CTX_set_session_id_context(context, sessionScope, sizeof sessionScope - 1);
}

std::string lowered(std::string_view name)
{
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return lower;
}

Certificate selfSigned(EVP_PKEY *key)
{
    constexpr long validity = 60L * 60 * 24 * 365 * 10; // seconds
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    unsigned char serial[16];
    RAND_bytes(serial, sizeof serial);
    serial[0] &= 0x7fU;
    BIGNUM *number = BN_bin2bn(serial, sizeof serial, nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate.get()));
    BN_free(number);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), validity);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    if (X509_EXTENSION *names =
            X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1")) {
        X509_add_ext(certificate.get(), names, -1);
        X509_EXTENSION_free(names);
    }
    if (X509_sign(certificate.get(), key, EVP_sha256()) == 0)
        certificate.reset();
    return certificate;
}

} // namespace

Result<TlsIdentity> makeSelfSigned()
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = key ? selfSigned(key.get()) : nullptr;
    if (!certificate)
        return unusable(u"Cannot make a self-signed certificate"_s);
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateText.get(), certificate.get());
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return TlsIdentity{written(certificateText), written(keyText), {}, {}};
}

Result<TlsServerContext::Context> TlsServerContext::makeContext(const TlsIdentity &identity)
{
    Context context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    configure(context.get());
    if (!useChain(context.get(), identity.certificate, identity.key))
        return unusable(u"The certificate cannot be used"_s);
    const bool hasAlternative = !identity.alternativeCertificate.isEmpty();
    if (hasAlternative && !useChain(context.get(), identity.alternativeCertificate, identity.alternativeKey))
        return unusable(u"The alternative certificate cannot be used"_s);
    return context;
}

Result<std::shared_ptr<TlsServerContext>> TlsServerContext::make(const TlsIdentity &fallback)
{
    const Result<Context> context = makeContext(fallback);
    if (!context)
        return context.error();
    std::shared_ptr<TlsServerContext> made(new TlsServerContext);
    made->m_default = *context;
    // What SSL_CTX_set_tlsext_servername_callback() does, without its C cast.
    SSL_CTX_callback_ctrl(made->m_default.get(), SSL_CTRL_SET_TLSEXT_SERVERNAME_CB,
                          reinterpret_cast<void (*)()>(&TlsServerContext::onServerName));
    SSL_CTX_set_tlsext_servername_arg(made->m_default.get(), made.get());
    return made;
}

Result<> TlsServerContext::add(const TlsIdentity &identity, const QList<QString> &names)
{
    const Result<Context> context = makeContext(identity);
    if (!context)
        return context.error();
    for (const QString &name : names)
        m_byName.insert_or_assign(lowered(name.toStdString()), *context);
    return {};
}

ssl_ctx_st *TlsServerContext::contextFor(std::string_view serverName) const
{
    std::string name = lowered(serverName);
    if (!name.empty() && name.back() == '.')
        name.pop_back();
    const std::size_t first = name.find('.');
    const std::size_t last = name.rfind('.');
    std::vector<std::string> candidates{name};
    if (first != std::string::npos) {
        candidates.push_back('*' + name.substr(first));
        candidates.push_back(name.substr(0, last) + ".*");
    }
    candidates.emplace_back("*");
    for (const std::string &candidate : candidates) {
        if (const auto found = m_byName.find(candidate); found != m_byName.end())
            return found->second.get();
    }
    return m_default.get();
}

int TlsServerContext::onServerName(SSL *session, int *, void *self)
{
    const char *name = SSL_get_servername(session, TLSEXT_NAMETYPE_host_name);
    if (name)
        SSL_set_SSL_CTX(session, static_cast<const TlsServerContext *>(self)->contextFor(name));
    return SSL_TLSEXT_ERR_OK;
}

ssl_st *TlsServerContext::newSession() const
{
    return SSL_new(m_default.get());
}

} // namespace gatehouse::net
