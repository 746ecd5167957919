// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pem.h"

#include "core/base/openssl_ptr.h"

#include <QCryptographicHash>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace gatehouse::pem {

using namespace Qt::StringLiterals;

namespace {

using Bio = OpensslPtr<BIO, BIO_free_all>;
using Certificate = OpensslPtr<X509, X509_free>;
using Key = OpensslPtr<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = OpensslPtr<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using Number = OpensslPtr<BIGNUM, BN_free>;
using ParamBuilder = OpensslPtr<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using Params = OpensslPtr<OSSL_PARAM, OSSL_PARAM_free>;

Bio reader(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

QString lastError()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    const char *reason = ERR_reason_error_string(code);
    return reason ? QString::fromLatin1(reason) : u"not recognized"_s;
}

Certificate readCertificate(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return Certificate(PEM_read_bio_X509(reader(bytes).get(), nullptr, nullptr, nullptr));
}

// Never asks for a passphrase on a terminal.
int noPassphrase(char *, int, int, void *)
{
    return 0;
}

Key readPrivateKey(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return Key(PEM_read_bio_PrivateKey(reader(bytes).get(), nullptr, noPassphrase, nullptr));
}

Key readPublicKey(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return Key(PEM_read_bio_PUBKEY(reader(bytes).get(), nullptr, noPassphrase, nullptr));
}

Number number(const QJsonObject &jwk, const QString &member)
{
    const QByteArray bytes =
        QByteArray::fromBase64(jwk.value(member).toString().toLatin1(), QByteArray::Base64UrlEncoding);
    if (bytes.isEmpty())
        return nullptr;
    return Number(
        BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<int>(bytes.size()), nullptr));
}

Key keyFrom(const char *algorithm, OSSL_PARAM_BLD *builder)
{
    const Params params(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr));
    EVP_PKEY *key = nullptr;
    if (params && context && EVP_PKEY_fromdata_init(context.get()) > 0)
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get());
    ERR_clear_error();
    return Key(key);
}

// RFC 7518 6.3.1.
Key rsaKey(const QJsonObject &jwk)
{
    const Number modulus = number(jwk, u"n"_s);
    const Number exponent = number(jwk, u"e"_s);
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    if (!modulus || !exponent)
        return nullptr;
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
    return keyFrom("RSA", builder.get());
}

QByteArray leftPadded(const QByteArray &bytes, qsizetype size)
{
    return QByteArray(qMax<qsizetype>(0, size - bytes.size()), '\0') + bytes;
}

// RFC 7518 6.2.1: an uncompressed point.
Key ecKey(const QJsonObject &jwk)
{
    const QString curve = jwk.value("crv"_L1).toString();
    const qsizetype size = curve == "P-256"_L1 ? 32 : curve == "P-384"_L1 ? 48 : curve == "P-521"_L1 ? 66 : 0;
    const auto coordinate = [&](const QString &member) {
        return QByteArray::fromBase64(jwk.value(member).toString().toLatin1(), QByteArray::Base64UrlEncoding);
    };
    if (size == 0 || coordinate(u"x"_s).isEmpty() || coordinate(u"y"_s).isEmpty())
        return nullptr;
    const QByteArray point = '\x04' + leftPadded(coordinate(u"x"_s), size) + leftPadded(coordinate(u"y"_s), size);
    const QByteArray group = curve.toLatin1();
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, group.constData(), 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                     static_cast<size_t>(point.size()));
    return keyFrom("EC", builder.get());
}

// RFC 8037 2.
Key octetKey(const QJsonObject &jwk)
{
    const QByteArray curve = jwk.value("crv"_L1).toString().toUpper().toLatin1();
    const QByteArray bytes =
        QByteArray::fromBase64(jwk.value("x"_L1).toString().toLatin1(), QByteArray::Base64UrlEncoding);
    Key key(EVP_PKEY_new_raw_public_key_ex(nullptr, curve.constData(), nullptr,
                                           reinterpret_cast<const unsigned char *>(bytes.constData()),
                                           static_cast<size_t>(bytes.size())));
    ERR_clear_error();
    return key;
}

} // namespace

std::optional<QString> checkCertificate(const QJsonValue &text)
{
    if (readCertificate(text.toString()))
        return std::nullopt;
    return u"invalid certificate: "_s + lastError();
}

std::optional<QString> privateKeyProblem(const QString &text)
{
    if (readPrivateKey(text))
        return std::nullopt;
    return lastError();
}

bool isPublicKey(const QString &text)
{
    const Key key = readPublicKey(text);
    ERR_clear_error();
    return key != nullptr;
}

bool isJwk(const QJsonObject &jwk)
{
    const QString type = jwk.value("kty"_L1).toString();
    if (type == "RSA"_L1)
        return rsaKey(jwk) != nullptr;
    if (type == "EC"_L1)
        return ecKey(jwk) != nullptr;
    return type == "OKP"_L1 && octetKey(jwk) != nullptr;
}

bool certificateMatchesKey(const QString &certificate, const QString &key)
{
    const Certificate x509 = readCertificate(certificate);
    const Key privateKey = readPrivateKey(key);
    const bool matches = x509 && privateKey && X509_check_private_key(x509.get(), privateKey.get()) == 1;
    ERR_clear_error();
    return matches;
}

bool isIssuedBy(const QString &certificate, const QString &issuer)
{
    const Certificate subject = readCertificate(certificate);
    const Certificate above = readCertificate(issuer);
    const bool isIssued = subject && above && X509_check_issued(subject.get(), subject.get()) != X509_V_OK &&
                          X509_check_issued(above.get(), subject.get()) == X509_V_OK;
    ERR_clear_error();
    return isIssued;
}

bool publicMatchesPrivate(const QString &publicKey, const QString &privateKey)
{
    const Key first = readPublicKey(publicKey);
    const Key second = readPrivateKey(privateKey);
    return first && second && EVP_PKEY_eq(first.get(), second.get()) == 1;
}

bool haveSameKeyType(const QString &certificate, const QString &other)
{
    const Certificate first = readCertificate(certificate);
    const Certificate second = readCertificate(other);
    return first && second &&
           EVP_PKEY_get_base_id(X509_get0_pubkey(first.get())) == EVP_PKEY_get_base_id(X509_get0_pubkey(second.get()));
}

bool isExpired(const QString &certificate)
{
    const Certificate x509 = readCertificate(certificate);
    return x509 && X509_cmp_current_time(X509_get0_notAfter(x509.get())) < 0;
}

bool isAuthority(const QString &certificate)
{
    const Certificate x509 = readCertificate(certificate);
    if (!x509)
        return false;
    const OpensslPtr<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free> constraints(
        static_cast<BASIC_CONSTRAINTS *>(X509_get_ext_d2i(x509.get(), NID_basic_constraints, nullptr, nullptr)));
    return constraints && constraints->ca != 0;
}

QString certificateDigest(const QString &certificate)
{
    const Certificate x509 = readCertificate(certificate);
    if (!x509)
        return {};
    unsigned char *der = nullptr;
    const int size = i2d_X509(x509.get(), &der);
    if (size < 0)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace gatehouse::pem
