// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_context.h"

#include "core/base/ascii.h"

#include <openssl/ssl.h>

#include <algorithm>
#include <array>

namespace gatehouse::net {

namespace {

int onAlpn(SSL *,
           const unsigned char **chosen,
           unsigned char *chosenSize,
           const unsigned char *offered,
           unsigned int offeredSize,
           void *)
{
    static constexpr unsigned char spoken[] = "\x08http/1.1";
    unsigned char *found = nullptr;
    if (SSL_select_next_proto(&found, chosenSize, spoken, sizeof spoken - 1, offered, offeredSize) !=
        OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

void configure(SSL_CTX *context)
{
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    // RFC 9325 4.2. Which of them is best, the client knows: it has AES in hardware or it has not.
    SSL_CTX_set_cipher_list(context, "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
                                     "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
                                     "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305");
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    // Idle connections give their buffers back; a write may be repeated from another place; the chain is what the
    // certificate entity says and is not looked for anew in each handshake.
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                  SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_NO_AUTO_CHAIN);
    SSL_CTX_set_read_ahead(context, 1); // one system call for a record instead of two
    SSL_CTX_set_alpn_select_cb(context, onAlpn, nullptr);
}

} // namespace

TlsServerContext::TlsServerContext(Context fallback)
    : m_default(std::move(fallback))
{
}

Result<TlsServerContext::Context> TlsServerContext::makeContext(const TlsIdentity &identity,
                                                                std::shared_ptr<TlsResumption> resumption)
{
    TlsResumption &sessions = *resumption;
    Context context(SSL_CTX_new(TLS_server_method()),
                    [outlives = std::move(resumption)](SSL_CTX *made) { SSL_CTX_free(made); });
    configure(context.get());
    sessions.attach(context.get());
    // What SSL_CTX_set_tlsext_servername_callback() does, without its C cast.
    SSL_CTX_callback_ctrl(context.get(), SSL_CTRL_SET_TLSEXT_SERVERNAME_CB,
                          reinterpret_cast<void (*)()>(&TlsServerContext::onServerName));
    if (const Result<> used = useIdentity(context.get(), identity); !used)
        return used.error();
    return context;
}

void TlsServerContext::add(const Context &context, const QList<QString> &names)
{
    for (const QString &name : names)
        m_byName.insert_or_assign(name.toLower().toStdString(), context);
}

ssl_ctx_st *TlsServerContext::find(std::string_view name) const
{
    const auto found = m_byName.find(name);
    return found != m_byName.end() ? found->second.get() : nullptr;
}

ssl_ctx_st *TlsServerContext::contextFor(std::string_view serverName) const
{
    // Room for one character more on each side, to write the wildcards in place.
    std::array<char, TLSEXT_MAXLEN_host_name + 2> text;
    if (m_byName.empty() || serverName.size() > TLSEXT_MAXLEN_host_name)
        return m_default.get();
    char *const begin = text.data() + 1;
    char *end = std::transform(serverName.begin(), serverName.end(), begin, ascii::toLower);
    if (end != begin && end[-1] == '.')
        --end;
    const std::string_view name(begin, static_cast<std::size_t>(end - begin));
    ssl_ctx_st *found = find(name);
    const std::size_t first = name.find('.');
    if (!found && first != std::string_view::npos) {
        const std::size_t last = name.rfind('.');
        const char before = begin[first - 1]; // at most the spare character in front
        begin[first - 1] = '*';
        const std::string_view prefixed(begin + first - 1, name.size() - first + 1);
        found = find(prefixed);
        begin[first - 1] = before;
        begin[last + 1] = '*'; // at most the spare character behind
        if (!found)
            found = find({begin, last + 2});
    }
    if (!found)
        found = find("*");
    return found ? found : m_default.get();
}

int TlsServerContext::onServerName(SSL *session, int *, void *)
{
    const char *name = SSL_get_servername(session, TLSEXT_NAMETYPE_host_name);
    if (name)
        SSL_set_SSL_CTX(session, static_cast<const TlsServerContext *>(SSL_get_app_data(session))->contextFor(name));
    return SSL_TLSEXT_ERR_OK;
}

ssl_st *TlsServerContext::newSession() const
{
    ssl_st *session = SSL_new(m_default.get());
    SSL_set_app_data(session, const_cast<TlsServerContext *>(this)); // read by onServerName()
    return session;
}

} // namespace gatehouse::net
