// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_identity.h"

#include "core/base/openssl_ptr.h"

#include <QCryptographicHash>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

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

void setRandomSerial(X509 *certificate)
{
    unsigned char serial[16];
    RAND_bytes(serial, sizeof serial);
    serial[0] &= 0x7fU;
    BIGNUM *number = BN_bin2bn(serial, sizeof serial, nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
}

void addExtension(X509 *certificate, int id, const char *value)
{
    if (X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, id, value)) {
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }
}

Certificate selfSigned(EVP_PKEY *key)
{
    constexpr int validity = 365 * 20; // days
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    setRandomSerial(certificate.get());
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_time_adj_ex(X509_getm_notAfter(certificate.get()), validity, 0, nullptr);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    addExtension(certificate.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1");
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    if (X509_sign(certificate.get(), key, EVP_sha256()) == 0)
        certificate.reset();
    return certificate;
}

struct PemPair {
    QByteArray certificate;
    QByteArray key;
};

Result<PemPair> selfSignedPair(const Key &key)
{
    const Certificate certificate = key ? selfSigned(key.get()) : nullptr;
    if (!certificate)
        return opensslError(u"Cannot make a self-signed certificate"_s);
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateText.get(), certificate.get());
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return PemPair{written(certificateText), written(keyText)};
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
    const Result<PemPair> rsa = selfSignedPair(Key(EVP_RSA_gen(2048)));
    if (!rsa)
        return rsa.error();
    const Result<PemPair> ecdsa = selfSignedPair(Key(EVP_EC_gen("P-256")));
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
