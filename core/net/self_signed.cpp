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

void addExtension(X509 *certificate, int id, const char *value)
{
    if (X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, id, value)) {
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

Certificate signedBy(EVP_PKEY *key, const SelfSignedWish &wish)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    setRandomSerial(certificate.get());
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_time_adj_ex(X509_getm_notAfter(certificate.get()), wish.days, 0, nullptr);
    X509_set_pubkey(certificate.get(), key);
    const QByteArray first = wish.names.first().toLatin1().left(64); // ub-common-name
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>(first.constData()), -1,
                               -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    addExtension(certificate.get(), NID_subject_alt_name, alternativeNames(wish.names).constData());
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    if (X509_sign(certificate.get(), key, EVP_sha256()) == 0)
        certificate.reset();
    return certificate;
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
    if (wish.names.isEmpty())
        return Error{ErrorKind::Invalid, u"A certificate needs a name"_s, {}};
    for (const QString &name : wish.names) {
        if (!isAddress(name) && !isHostName(name))
            return Error{ErrorKind::Invalid, u"\"%1\" is neither a host name nor an address"_s.arg(name), {}};
    }
    const Key key(wish.keyType == SelfSignedWish::KeyType::Rsa2048 ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256"));
    const Certificate certificate = key ? signedBy(key.get(), wish) : nullptr;
    if (!certificate)
        return opensslError(u"Cannot make a self-signed certificate"_s);
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateText.get(), certificate.get());
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return CertificateAndKey{written(certificateText), written(keyText)};
}

} // namespace gatehouse::net
