// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_identity.h"

#include "core/base/openssl_ptr.h"
#include "core/net/self_signed.h"

#include <QCryptographicHash>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::net {

namespace {

using Bio = OpensslPtr<BIO, BIO_free>;
using Key = OpensslPtr<EVP_PKEY, EVP_PKEY_free>;
using Certificate = OpensslPtr<X509, X509_free>;

Bio reader(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
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

bool isExpired(const QByteArray &pem)
{
    const Bio bio = reader(pem);
    const Certificate certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    return !certificate || X509_cmp_current_time(X509_get0_notAfter(certificate.get())) <= 0;
}

} // namespace

TlsDigest digestOf(const QList<QByteArray> &texts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &text : texts) {
        hash.addData(QByteArray::number(text.size()).append(':'));
        hash.addData(text);
    }
    TlsDigest digest{};
    const QByteArray bytes = hash.result();
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

QList<QByteArray> textsOf(const TlsIdentity &identity)
{
    return {identity.certificate, identity.key, identity.alternativeCertificate, identity.alternativeKey};
}

Error opensslError(const QString &what)
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    const char *reason = code != 0 ? ERR_reason_error_string(code) : nullptr;
    return {ErrorKind::Invalid, u"%1: %2"_s.arg(what, QString::fromLatin1(reason ? reason : "unknown"))};
}

Result<TlsIdentity> makeSelfSigned()
{
    SelfSignedWish wish{{u"localhost"_s, u"127.0.0.1"_s, u"::1"_s}, SelfSignedWish::KeyType::Rsa2048, 365 * 20};
    const Result<CertificateAndKey> rsa = makeSelfSigned(wish);
    if (!rsa)
        return rsa.error();
    wish.keyType = SelfSignedWish::KeyType::EcP256;
    const Result<CertificateAndKey> ecdsa = makeSelfSigned(wish);
    if (!ecdsa)
        return ecdsa.error();
    return TlsIdentity{rsa->certificate, rsa->key, ecdsa->certificate, ecdsa->key};
}

Result<> useIdentity(ssl_ctx_st *context, const TlsIdentity &identity)
{
    if (!useChain(context, identity.certificate, identity.key))
        return opensslError(u"The certificate cannot be used"_s);
    const bool hasAlternative = !identity.alternativeCertificate.isEmpty();
    if (hasAlternative && !useChain(context, identity.alternativeCertificate, identity.alternativeKey))
        return opensslError(u"The alternative certificate cannot be used"_s);
    return {};
}

Result<> checkIdentity(const TlsIdentity &identity)
{
    const OpensslPtr<SSL_CTX, SSL_CTX_free> context(SSL_CTX_new(TLS_server_method()));
    if (const Result<> used = useIdentity(context.get(), identity); !used)
        return used;
    const bool hasAlternative = !identity.alternativeCertificate.isEmpty();
    if (isExpired(identity.certificate) || (hasAlternative && isExpired(identity.alternativeCertificate)))
        return Error{ErrorKind::Invalid, u"The certificate has expired"_s, {}};
    return {};
}

} // namespace gatehouse::net
