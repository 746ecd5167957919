// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_authority.h"

#include "core/base/openssl_ptr.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace gatehouse {

namespace {

using Key = OpensslPtr<EVP_PKEY, EVP_PKEY_free>;
using Certificate = OpensslPtr<X509, X509_free>;

QByteArray written(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<qsizetype>(size)};
}

QByteArray pemOf(X509 *certificate)
{
    const OpensslPtr<BIO, BIO_free> bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return written(bio.get());
}

QByteArray pemOf(EVP_PKEY *key)
{
    const OpensslPtr<BIO, BIO_free> bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return written(bio.get());
}

void extend(X509 *certificate, int id, const QByteArray &value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, id, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate unsignedCertificate(const TestAuthority::Wish &wish, EVP_PKEY *key)
{
    static long serial = 1;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_time_adj_ex(X509_getm_notBefore(certificate.get()), wish.validFrom, 0, nullptr);
    X509_time_adj_ex(X509_getm_notAfter(certificate.get()), wish.validUntil, 0, nullptr);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(wish.commonName.constData()), -1, -1, 0);
    if (!wish.alternativeNames.isEmpty())
        extend(certificate.get(), NID_subject_alt_name, wish.alternativeNames);
    return certificate;
}

} // namespace

struct TestAuthority::Keys {
    Key key{EVP_EC_gen("P-256")};
    Certificate certificate;

    void sign(X509 *other) const
    {
        X509_set_issuer_name(other, X509_get_subject_name(certificate.get()));
        X509_sign(other, key.get(), EVP_sha256());
    }
};

TestAuthority::TestAuthority(const QByteArray &commonName)
    : m_keys(std::make_unique<Keys>())
{
    m_keys->certificate = unsignedCertificate({commonName, {}}, m_keys->key.get());
    extend(m_keys->certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    m_keys->sign(m_keys->certificate.get());
    m_certificate = pemOf(m_keys->certificate.get());
}

TestAuthority::TestAuthority(const TestAuthority &parent, const QByteArray &commonName)
    : m_keys(std::make_unique<Keys>())
{
    m_keys->certificate = unsignedCertificate({commonName, {}}, m_keys->key.get());
    extend(m_keys->certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    parent.m_keys->sign(m_keys->certificate.get());
    m_certificate = pemOf(m_keys->certificate.get());
}

TestAuthority::~TestAuthority() = default;

TestAuthority::Issued TestAuthority::issue(const Wish &wish) const
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = unsignedCertificate(wish, key.get());
    m_keys->sign(certificate.get());
    return {pemOf(certificate.get()), pemOf(key.get())};
}

} // namespace gatehouse
