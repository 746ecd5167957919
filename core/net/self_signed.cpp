// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/self_signed.h"

#include "core/base/openssl_ptr.h"
#include "core/net/tls_identity.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace gatehouse::net {

namespace {

using Bio = OpensslPtr<BIO, BIO_free>;
using Key = OpensslPtr<EVP_PKEY, EVP_PKEY_free>;
using Certificate = OpensslPtr<X509, X509_free>;

QByteArray written(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<qsizetype>(size)};
}

bool isHostName(const QString &name)
{
    static const QRegularExpression pattern(
        u"^(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$"_s);
    return name.size() <= 253 && pattern.match(name).hasMatch();
}

bool isAddress(const QString &name)
{
    return !QHostAddress(name).isNull();
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

struct Extension {
    int id;
    QByteArray value;
};

void addExtension(X509 *certificate, X509 *issuer, const Extension &wanted)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    if (X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, wanted.id, wanted.value.constData())) {
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }
}

QByteArray alternativeNames(const QStringList &names)
{
    QStringList parts;
    for (const QString &name : names)
        parts << (isAddress(name) ? u"IP:"_s : u"DNS:"_s) + name;
    return parts.join(u',').toLatin1();
}

// Whose certificate and key sign; none: the certificate signs itself.
struct Issuer {
    X509 *certificate = nullptr;
    EVP_PKEY *key = nullptr;
};

struct Subject {
    QString commonName;
    int days = 0;
    QList<Extension> extensions;
};

Certificate signedBy(const Issuer &issuer, EVP_PKEY *key, const Subject &subject)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    setRandomSerial(certificate.get());
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_time_adj_ex(X509_getm_notAfter(certificate.get()), subject.days, 0, nullptr);
    X509_set_pubkey(certificate.get(), key);
    const QByteArray commonName = subject.commonName.toLatin1().left(64); // ub-common-name
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>(commonName.constData()), -1, -1, 0);
    X509 *signing = issuer.certificate ? issuer.certificate : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signing));
    for (const Extension &extension : subject.extensions)
        addExtension(certificate.get(), signing, extension);
    if (X509_sign(certificate.get(), issuer.key ? issuer.key : key, EVP_sha256()) == 0)
        certificate.reset();
    return certificate;
}

Result<CertificateAndKey> make(const Issuer &issuer, const Subject &subject, SelfSignedWish::KeyType keyType)
{
    const Key key(keyType == SelfSignedWish::KeyType::Rsa2048 ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256"));
    const Certificate certificate = key ? signedBy(issuer, key.get(), subject) : nullptr;
    if (!certificate)
        return opensslError(u"Cannot make a certificate"_s);
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateText.get(), certificate.get());
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return CertificateAndKey{written(certificateText), written(keyText)};
}

Result<Subject> serverSubject(const SelfSignedWish &wish)
{
    if (wish.names.isEmpty())
        return Error{ErrorKind::Invalid, u"A certificate needs a name"_s, {}};
    for (const QString &name : wish.names) {
        if (!isAddress(name) && !isHostName(name))
            return Error{ErrorKind::Invalid, u"\"%1\" is neither a host name nor an address"_s.arg(name), {}};
    }
    return Subject{
        wish.names.first(),
        wish.days,
        {{NID_subject_alt_name, alternativeNames(wish.names)}, {NID_basic_constraints, "critical,CA:FALSE"}}};
}

} // namespace

QStringList hostNames(const QStringList &names)
{
    QStringList hosts;
    for (const QString &name : names) {
        if (!isAddress(name))
            hosts << name;
    }
    return hosts;
}

Result<CertificateAndKey> makeSelfSigned(const SelfSignedWish &wish)
{
    const Result<Subject> subject = serverSubject(wish);
    return subject ? make({}, *subject, wish.keyType) : Result<CertificateAndKey>(subject.error());
}

Result<CertificateAndKey> makeAuthority(const QString &commonName, int days)
{
    return make({},
                {commonName,
                 days,
                 {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                  {NID_key_usage, "critical,keyCertSign,cRLSign"},
                  {NID_subject_key_identifier, "hash"}}},
                SelfSignedWish::KeyType::EcP256);
}

Result<CertificateAndKey> makeSigned(const SelfSignedWish &wish, const CertificateAndKey &authority)
{
    Result<Subject> subject = serverSubject(wish);
    if (!subject)
        return subject.error();
    const Bio certificateText(BIO_new_mem_buf(authority.certificate.constData(), -1));
    const Bio keyText(BIO_new_mem_buf(authority.key.constData(), -1));
    const Certificate certificate(PEM_read_bio_X509(certificateText.get(), nullptr, nullptr, nullptr));
    const Key key(PEM_read_bio_PrivateKey(keyText.get(), nullptr, nullptr, nullptr));
    if (!certificate || !key || X509_check_private_key(certificate.get(), key.get()) != 1)
        return opensslError(u"Cannot read the authority that is to sign"_s);
    subject->extensions.append({NID_ext_key_usage, "serverAuth"});
    subject->extensions.append({NID_subject_key_identifier, "hash"});
    subject->extensions.append({NID_authority_key_identifier, "keyid:always"});
    return make({certificate.get(), key.get()}, *subject, wish.keyType);
}

} // namespace gatehouse::net
