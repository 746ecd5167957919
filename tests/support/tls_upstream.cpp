// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tls_upstream.h"

#include "core/base/openssl_ptr.h"
#include "tests/support/field_value.h"

#include <netinet/in.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <array>
#include <csignal>

#include <unistd.h>

namespace gatehouse {

namespace {

using Bio = OpensslPtr<BIO, BIO_free>;
using Certificate = OpensslPtr<X509, X509_free>;

Bio reader(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

void present(SSL_CTX *context, const TestAuthority::Issued &identity, const QByteArray &chain)
{
    const Certificate leaf(PEM_read_bio_X509(reader(identity.certificate).get(), nullptr, nullptr, nullptr));
    const OpensslPtr<EVP_PKEY, EVP_PKEY_free> key(
        PEM_read_bio_PrivateKey(reader(identity.key).get(), nullptr, nullptr, nullptr));
    SSL_CTX_use_certificate(context, leaf.get());
    SSL_CTX_use_PrivateKey(context, key.get());
    const Bio more = reader(chain);
    while (X509 *next = PEM_read_bio_X509(more.get(), nullptr, nullptr, nullptr))
        SSL_CTX_add0_chain_cert(context, next);
    ERR_clear_error();
}

void demand(SSL_CTX *context, const QByteArray &authority)
{
    const Certificate trusted(PEM_read_bio_X509(reader(authority).get(), nullptr, nullptr, nullptr));
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), trusted.get());
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
}

QByteArray commonNameOf(X509 *certificate)
{
    std::array<char, 256> name{};
    if (certificate)
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name.data(), name.size());
    return name.data();
}

// Up to the end of the request that begins the text; 0: it is not whole.
qsizetype sizeOfRequest(const QByteArray &text)
{
    const qsizetype end = text.indexOf("\r\n\r\n");
    if (end < 0)
        return 0;
    const qsizetype size = end + 4 + fieldValue(text.left(end), "Content-Length").toLongLong();
    return text.size() >= size ? size : 0;
}

bool sendAll(SSL *session, const QByteArray &bytes)
{
    return bytes.isEmpty() || SSL_write(session, bytes.constData(), static_cast<int>(bytes.size())) > 0;
}

} // namespace

TlsUpstream::TlsUpstream(const TestAuthority::Issued &identity, const QByteArray &chain)
    : TlsUpstream(identity, chain, Options())
{
}

TlsUpstream::TlsUpstream(const TestAuthority::Issued &identity, const QByteArray &chain, const Options &options)
    : m_options(options)
    , m_context(SSL_CTX_new(TLS_server_method()))
    , m_answer([](const QByteArray &) -> Answer { return {"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"}; })
{
    static constexpr unsigned char scope[] = "test";
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to connections that are gone
    present(m_context, identity, chain);
    SSL_CTX_set_session_id_context(m_context, scope, sizeof scope - 1);
    SSL_CTX_set_alpn_select_cb(
        m_context,
        [](SSL *, const unsigned char **out, unsigned char *outSize, const unsigned char *in, unsigned int, void *) {
            *out = in + 1;
            *outSize = in[0];
            return SSL_TLSEXT_ERR_OK;
        },
        nullptr);
    if (!options.clientAuthority.isEmpty())
        demand(m_context, options.clientAuthority);
    if (options.onlyTls12)
        SSL_CTX_set_max_proto_version(m_context, TLS1_2_VERSION);
    listen();
}

void TlsUpstream::listen()
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 64) != 0)
        qFatal("cannot listen");
    getsockname(m_listener, generic, &size);
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

TlsUpstream::~TlsUpstream()
{
    m_stops = true;
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    {
        const std::lock_guard lock(m_mutex);
        for (const int descriptor : m_open)
            ::shutdown(descriptor, SHUT_RDWR);
    }
    for (std::thread &thread : m_threads)
        thread.join();
    ::close(m_listener);
    SSL_CTX_free(m_context);
}

void TlsUpstream::setAnswer(std::function<Answer(const QByteArray &)> answer)
{
    const std::lock_guard lock(m_mutex);
    m_answer = std::move(answer);
}

QList<TlsUpstream::Seen> TlsUpstream::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

void TlsUpstream::accept()
{
    while (!m_stops) {
        const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor < 0)
            continue;
        const std::lock_guard lock(m_mutex);
        m_open.push_back(descriptor);
        m_threads.emplace_back([this, descriptor] { serve(descriptor); });
    }
}

void TlsUpstream::serve(int descriptor)
{
    SSL *session = SSL_new(m_context);
    SSL_set_fd(session, descriptor);
    char scrap = 0;
    if (m_options.silent)
        while (::recv(descriptor, &scrap, 1, 0) > 0) {
        }
    else if (SSL_accept(session) == 1)
        exchange(session, note(session));
    const std::lock_guard lock(m_mutex);
    std::erase(m_open, descriptor);
    SSL_free(session);
    ERR_clear_error();
    ::close(descriptor);
}

qsizetype TlsUpstream::note(ssl_st *session)
{
    Seen seen;
    const unsigned char *protocol = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(session, &protocol, &size);
    seen.serverName = SSL_get_servername(session, TLSEXT_NAMETYPE_host_name);
    seen.protocol = QByteArray(reinterpret_cast<const char *>(protocol), static_cast<qsizetype>(size));
    seen.clientName = commonNameOf(SSL_get0_peer_certificate(session));
    seen.resumed = SSL_session_reused(session) == 1;
    const std::lock_guard lock(m_mutex);
    m_seen << seen;
    return m_seen.size() - 1;
}

void TlsUpstream::exchange(ssl_st *session, qsizetype index)
{
    QByteArray received;
    std::array<char, 16384> block;
    for (;;) {
        const int got = SSL_read(session, block.data(), block.size());
        if (got <= 0)
            return;
        received.append(block.data(), got);
        const qsizetype size = sizeOfRequest(received);
        if (size == 0)
            continue;
        const QByteArray request = received.left(size);
        received.remove(0, size);
        std::function<Answer(const QByteArray &)> answering;
        {
            const std::lock_guard lock(m_mutex);
            m_seen[index].requests << request;
            answering = m_answer;
        }
        const Answer answer = answering(request);
        if (!sendAll(session, answer.bytes))
            return;
        if (answer.then == Answer::Goodbye)
            SSL_shutdown(session);
        if (answer.then != Answer::Stay)
            return;
    }
}

} // namespace gatehouse
