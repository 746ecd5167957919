// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/pkcs12.h"

#include "core/base/openssl_ptr.h"

#include <QCoreApplication>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

namespace gatehouse::net {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Pkcs12)
};

void freeStack(STACK_OF(X509) * certificates)
{
    sk_X509_pop_free(certificates, X509_free);
}

using Bio = OpensslPtr<BIO, BIO_free>;
using Key = OpensslPtr<EVP_PKEY, EVP_PKEY_free>;
using Certificate = OpensslPtr<X509, X509_free>;
using Chain = OpensslPtr<STACK_OF(X509), freeStack>;
using Container = OpensslPtr<PKCS12, PKCS12_free>;

Container read(const QByteArray &bytes)
{
    const auto *at = reinterpret_cast<const unsigned char *>(bytes.constData());
    Container container(d2i_PKCS12(nullptr, &at, static_cast<long>(bytes.size())));
    ERR_clear_error();
    return container;
}

QString written(const Bio &bio)
{
    char *text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return QString::fromLatin1(text, size);
}

QString pemOf(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return written(bio);
}

QString pemOf(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return written(bio);
}

// RFC 7292 4: the MAC tells a wrong passphrase from anything else. No passphrase and an empty one are different keys.
bool isPassphrase(PKCS12 *container, const QByteArray &passphrase)
{
    return PKCS12_verify_mac(container, passphrase.constData(), static_cast<int>(passphrase.size())) == 1 ||
           (passphrase.isEmpty() && PKCS12_verify_mac(container, nullptr, 0) == 1);
}

Error unreadable()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    const char *reason = ERR_reason_error_string(code);
    return {ErrorKind::Invalid,
            Words::tr("The file cannot be read: %1.").arg(QString::fromLatin1(reason ? reason : "not recognized")),
            {}};
}

} // namespace

bool isPkcs12(const QByteArray &bytes)
{
    return read(bytes) != nullptr;
}

Result<Pkcs12Content> openPkcs12(const QByteArray &bytes, const QString &passphrase)
{
    const Container container = read(bytes);
    if (!container)
        return Error{ErrorKind::Invalid, Words::tr("This is no PKCS #12 file."), {}};
    const QByteArray secret = passphrase.toUtf8();
    if (PKCS12_mac_present(container.get()) == 1 && !isPassphrase(container.get(), secret)) {
        ERR_clear_error();
        return Error{ErrorKind::Denied, Words::tr("The passphrase is wrong."), {}};
    }
    EVP_PKEY *rawKey = nullptr;
    X509 *rawCertificate = nullptr;
    STACK_OF(X509) *rawChain = nullptr;
    if (PKCS12_parse(container.get(), secret.constData(), &rawKey, &rawCertificate, &rawChain) != 1)
        return unreadable();
    const Key key(rawKey);
    const Certificate certificate(rawCertificate);
    const Chain chain(rawChain);
    Pkcs12Content content;
    if (certificate)
        content.certificate = pemOf(certificate.get());
    for (int i = 0; chain && i < sk_X509_num(chain.get()); ++i)
        content.certificate += pemOf(sk_X509_value(chain.get(), i));
    if (key)
        content.key = pemOf(key.get());
    return content;
}

} // namespace gatehouse::net
