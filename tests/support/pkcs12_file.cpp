// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pkcs12_file.h"

#include "core/base/openssl_ptr.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

namespace gatehouse {

namespace {

using Bio = OpensslPtr<BIO, BIO_free>;
using Certificate = OpensslPtr<X509, X509_free>;
using Key = OpensslPtr<EVP_PKEY, EVP_PKEY_free>;

Bio reader(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

Certificate certificateIn(const QByteArray &text)
{
    return Certificate(text.isEmpty() ? nullptr : PEM_read_bio_X509(reader(text).get(), nullptr, nullptr, nullptr));
}

} // namespace

QByteArray pkcs12File(const Pkcs12Parts &parts, const QByteArray &passphrase)
{
    const Certificate certificate = certificateIn(parts.certificate);
    const Certificate above = certificateIn(parts.above);
    const Key key(PEM_read_bio_PrivateKey(reader(parts.key).get(), nullptr, nullptr, nullptr));
    STACK_OF(X509) *chain = sk_X509_new_null();
    if (above)
        sk_X509_push(chain, above.get());
    const OpensslPtr<PKCS12, PKCS12_free> made(
        PKCS12_create(passphrase.constData(), "test", key.get(), certificate.get(), chain, 0, 0, 0, 0, 0));
    sk_X509_free(chain);
    const Bio bio(BIO_new(BIO_s_mem()));
    i2d_PKCS12_bio(bio.get(), made.get());
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &bytes);
    return {bytes, static_cast<qsizetype>(size)};
}

} // namespace gatehouse
