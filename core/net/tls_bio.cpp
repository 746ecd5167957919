// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_bio.h"

#include <openssl/bio.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstdint>

namespace gatehouse::net {

namespace {

int descriptorOf(BIO *bio)
{
    return static_cast<int>(reinterpret_cast<std::intptr_t>(BIO_get_data(bio)));
}

bool isTransient() noexcept
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

int onWrite(BIO *bio, const char *bytes, int size)
{
    BIO_clear_retry_flags(bio);
    const ssize_t sent = ::send(descriptorOf(bio), bytes, static_cast<std::size_t>(size), MSG_NOSIGNAL);
    if (sent < 0 && isTransient())
        BIO_set_retry_write(bio);
    return static_cast<int>(sent);
}

int onRead(BIO *bio, char *into, int size)
{
    BIO_clear_retry_flags(bio);
    const ssize_t got = ::recv(descriptorOf(bio), into, static_cast<std::size_t>(size), 0);
    if (got < 0 && isTransient())
        BIO_set_retry_read(bio);
    if (got == 0)
        BIO_set_flags(bio, BIO_FLAGS_IN_EOF);
    return static_cast<int>(got);
}

long onControl(BIO *bio, int command, long, void *)
{
    switch (command) {
    case BIO_CTRL_FLUSH: // nothing is held back
    case BIO_CTRL_DUP:
        return 1;
    case BIO_CTRL_EOF:
        return BIO_test_flags(bio, BIO_FLAGS_IN_EOF) != 0 ? 1 : 0;
    default:
        return 0;
    }
}

BIO_METHOD *makeMethod()
{
    BIO_METHOD *method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "gatehouse socket");
    BIO_meth_set_write(method, onWrite);
    BIO_meth_set_read(method, onRead);
    BIO_meth_set_ctrl(method, onControl);
    return method;
}

} // namespace

bio_st *makeSocketBio(int descriptor)
{
    static const BIO_METHOD *const method = makeMethod(); // for the life of the program
    BIO *bio = BIO_new(method);
    BIO_set_data(bio, reinterpret_cast<void *>(static_cast<std::intptr_t>(descriptor)));
    BIO_set_init(bio, 1);
    return bio;
}

} // namespace gatehouse::net
