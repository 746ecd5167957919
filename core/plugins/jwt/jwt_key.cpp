// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/jwt_key.h"

#include "core/base/openssl_ptr.h"

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

using Bio = OpensslPtr<BIO, BIO_free>;
using DigestContext = OpensslPtr<EVP_MD_CTX, EVP_MD_CTX_free>;
using MacContext = OpensslPtr<EVP_MAC_CTX, EVP_MAC_CTX_free>;
using EcdsaSignature = OpensslPtr<ECDSA_SIG, ECDSA_SIG_free>;

const unsigned char *bytes(std::string_view text) noexcept
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string_view view(const QByteArray &array) noexcept
{
    return {array.constData(), static_cast<std::size_t>(array.size())};
}

// Fetching an algorithm is expensive in OpenSSL 3: once per thread.
EVP_MAC_CTX *hmacContext()
{
    static thread_local const MacContext context = [] {
        EVP_MAC *mac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
        MacContext made(EVP_MAC_CTX_new(mac));
        EVP_MAC_free(mac);
        return made;
    }();
    return context.get();
}

std::size_t hmac(const JwtAlgorithm &algorithm,
                 std::string_view key,
                 std::string_view text,
                 std::array<unsigned char, EVP_MAX_MD_SIZE> &out)
{
    // OpenSSL refuses an empty key by pointer; one zero byte is the same key to HMAC (RFC 2104 pads with zeros).
    static constexpr unsigned char zero = 0;
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, const_cast<char *>(algorithm.digest), 0),
        OSSL_PARAM_construct_end()};
    std::size_t size = 0;
    EVP_MAC_CTX *context = hmacContext();
    const bool done =
        EVP_MAC_init(context, key.empty() ? &zero : bytes(key), key.empty() ? 1 : key.size(), parameters) == 1 &&
        EVP_MAC_update(context, bytes(text), text.size()) == 1 &&
        EVP_MAC_final(context, out.data(), &size, out.size()) == 1;
    return done ? size : 0;
}

bool fits(const JwtAlgorithm &algorithm, const EVP_PKEY *key) noexcept
{
    switch (algorithm.family) {
    case JwtFamily::RsaPkcs1:
        return EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA;
    case JwtFamily::RsaPss:
        return EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA || EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA_PSS;
    case JwtFamily::Ecdsa:
        return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC;
    case JwtFamily::EdDsa:
        return EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519 || EVP_PKEY_get_base_id(key) == EVP_PKEY_ED448;
    case JwtFamily::Hmac:
        break;
    }
    return false;
}

// PSS with a salt as long as the digest (RFC 7518 3.5).
bool configure(const JwtAlgorithm &algorithm, EVP_PKEY_CTX *context)
{
    if (algorithm.family != JwtFamily::RsaPss)
        return true;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

// R and S side by side (RFC 7518 3.4) to the DER form OpenSSL wants.
QByteArray derFrom(std::string_view signature, std::size_t coordinate)
{
    if (signature.size() != 2 * coordinate)
        return {};
    const EcdsaSignature pair(ECDSA_SIG_new());
    const int size = static_cast<int>(coordinate);
    ECDSA_SIG_set0(pair.get(), BN_bin2bn(bytes(signature), size, nullptr),
                   BN_bin2bn(bytes(signature) + coordinate, size, nullptr));
    unsigned char *der = nullptr;
    const int derSize = i2d_ECDSA_SIG(pair.get(), &der);
    if (derSize <= 0)
        return {};
    QByteArray result(reinterpret_cast<const char *>(der), derSize);
    OPENSSL_free(der);
    return result;
}

QByteArray rawFrom(const QByteArray &der, int coordinate)
{
    const unsigned char *at = bytes(view(der));
    const EcdsaSignature pair(d2i_ECDSA_SIG(nullptr, &at, der.size()));
    if (!pair)
        return {};
    QByteArray raw(2 * coordinate, Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(raw.data());
    const bool fitsIn = BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), out, coordinate) == coordinate &&
                        BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), out + coordinate, coordinate) == coordinate;
    return fitsIn ? raw : QByteArray();
}

} // namespace

JwtKey JwtKey::fromSecret(QByteArray secret)
{
    JwtKey key;
    key.m_secret = std::move(secret);
    return key;
}

Result<JwtKey> JwtKey::fromPem(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    EVP_PKEY *parsed = PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr);
    if (!parsed) {
        const Bio again(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
        static constexpr auto noPassphrase = [](char *, int, int, void *) { return 0; };
        parsed = PEM_read_bio_PrivateKey(again.get(), nullptr, noPassphrase, nullptr);
    }
    ERR_clear_error();
    if (!parsed)
        return Error{ErrorKind::Invalid, u"invalid key"_s};
    JwtKey key;
    key.m_key = std::shared_ptr<EVP_PKEY>(parsed, EVP_PKEY_free);
    return key;
}

bool JwtKey::verifies(const JwtAlgorithm &algorithm, std::string_view signedText, std::string_view signature) const
{
    if (algorithm.family == JwtFamily::Hmac) {
        std::array<unsigned char, EVP_MAX_MD_SIZE> expected{};
        const std::size_t size = hmac(algorithm, view(m_secret), signedText, expected);
        return size != 0 && signature.size() == size && CRYPTO_memcmp(expected.data(), signature.data(), size) == 0;
    }
    if (!m_key || !fits(algorithm, m_key.get()))
        return false;
    QByteArray der;
    if (algorithm.family == JwtFamily::Ecdsa) {
        der = derFrom(signature, algorithm.coordinateSize);
        signature = view(der);
    }
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *options = nullptr;
    const EVP_MD *digest = algorithm.digest ? EVP_get_digestbyname(algorithm.digest) : nullptr;
    const bool valid =
        !signature.empty() && EVP_DigestVerifyInit(context.get(), &options, digest, nullptr, m_key.get()) == 1 &&
        configure(algorithm, options) &&
        EVP_DigestVerify(context.get(), bytes(signature), signature.size(), bytes(signedText), signedText.size()) == 1;
    ERR_clear_error();
    return valid;
}

Result<QByteArray> JwtKey::sign(const JwtAlgorithm &algorithm, const QByteArray &text) const
{
    if (algorithm.family == JwtFamily::Hmac) {
        std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
        const std::size_t size = hmac(algorithm, view(m_secret), view(text), mac);
        return QByteArray(reinterpret_cast<const char *>(mac.data()), static_cast<qsizetype>(size));
    }
    const Error unfit{ErrorKind::Invalid, u"The key does not fit the algorithm."_s};
    if (!m_key || !fits(algorithm, m_key.get()))
        return unfit;
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *options = nullptr;
    const EVP_MD *digest = algorithm.digest ? EVP_get_digestbyname(algorithm.digest) : nullptr;
    std::size_t size = 0;
    const bool ready = EVP_DigestSignInit(context.get(), &options, digest, nullptr, m_key.get()) == 1 &&
                       configure(algorithm, options) &&
                       EVP_DigestSign(context.get(), nullptr, &size, bytes(view(text)), view(text).size()) == 1;
    QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (!ready || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                                 bytes(view(text)), view(text).size()) != 1) {
        ERR_clear_error();
        return unfit;
    }
    signature.truncate(static_cast<qsizetype>(size));
    return algorithm.family == JwtFamily::Ecdsa ? rawFrom(signature, algorithm.coordinateSize) : signature;
}

} // namespace gatehouse
