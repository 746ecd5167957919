// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_resumption.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>

#include <algorithm>

namespace gatehouse::net {

namespace {

TlsResumption &storeOf(SSL *session)
{
    return *static_cast<TlsResumption *>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(session)));
}

bool setMacKey(EVP_MAC_CTX *mac, TlsResumption::TicketKey &key)
{
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_octet_string(OSSL_MAC_PARAM_KEY, key.macKey.data(), key.macKey.size()),
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0), OSSL_PARAM_construct_end()};
    return EVP_MAC_CTX_set_params(mac, parameters) == 1;
}

int sealTicket(TlsResumption &store, unsigned char *name, unsigned char *iv, EVP_CIPHER_CTX *cipher, EVP_MAC_CTX *mac)
{
    TlsResumption::TicketKey key = store.currentKey();
    std::copy(key.name.begin(), key.name.end(), name);
    const bool sealed = RAND_bytes(iv, EVP_CIPHER_get_iv_length(store.cipher())) == 1 &&
                        EVP_EncryptInit_ex(cipher, store.cipher(), nullptr, key.cipherKey.data(), iv) == 1 &&
                        setMacKey(mac, key);
    OPENSSL_cleanse(&key, sizeof key);
    return sealed ? 1 : -1;
}

// SSL_CTX_set_tlsext_ticket_key_evp_cb(3): 0 means a full handshake, 1 the session is resumed, 2 as well, with a new
// ticket. Clients of TLS 1.3 use a ticket once (RFC 8446 C.4), so they always get another.
int onTicketKey(
    SSL *session, unsigned char *name, unsigned char *iv, EVP_CIPHER_CTX *cipher, EVP_MAC_CTX *mac, int seals)
{
    TlsResumption &store = storeOf(session);
    if (seals != 0)
        return sealTicket(store, name, iv, cipher, mac);
    std::optional<TlsResumption::FoundKey> found =
        store.findKey({reinterpret_cast<const char *>(name), sizeof(TlsResumption::TicketKey::name)});
    if (!found)
        return 0;
    const bool opened = setMacKey(mac, found->key) &&
                        EVP_DecryptInit_ex(cipher, store.cipher(), nullptr, found->key.cipherKey.data(), iv) == 1;
    OPENSSL_cleanse(&found->key, sizeof found->key);
    if (!opened)
        return -1;
    return found->isCurrent && SSL_version(session) != TLS1_3_VERSION ? 1 : 2;
}

// Called for every new session; those that travel in tickets need no room here.
int onNewSession(SSL *session, SSL_SESSION *made)
{
    unsigned int size = 0;
    const unsigned char *id = SSL_SESSION_get_id(made, &size);
    if (SSL_version(session) == TLS1_3_VERSION || size == 0)
        return 0;
    const int length = i2d_SSL_SESSION(made, nullptr);
    if (length <= 0)
        return 0;
    std::string bytes(static_cast<std::size_t>(length), '\0');
    auto *into = reinterpret_cast<unsigned char *>(bytes.data());
    i2d_SSL_SESSION(made, &into);
    storeOf(session).keep({reinterpret_cast<const char *>(id), size}, std::move(bytes));
    return 0; // no reference is held
}

SSL_SESSION *onGetSession(SSL *session, const unsigned char *id, int size, int *copies)
{
    *copies = 0; // what is returned belongs to OpenSSL
    const std::string bytes =
        storeOf(session).find({reinterpret_cast<const char *>(id), static_cast<std::size_t>(size)});
    if (bytes.empty())
        return nullptr;
    const auto *from = reinterpret_cast<const unsigned char *>(bytes.data());
    return d2i_SSL_SESSION(nullptr, &from, static_cast<long>(bytes.size()));
}

void makeKey(TlsResumption::TicketKey &key)
{
    RAND_bytes(key.name.data(), static_cast<int>(key.name.size()));
    RAND_priv_bytes(key.cipherKey.data(), static_cast<int>(key.cipherKey.size()));
    RAND_priv_bytes(key.macKey.data(), static_cast<int>(key.macKey.size()));
}

bool hasName(const TlsResumption::TicketKey &key, std::string_view name)
{
    return name == std::string_view(reinterpret_cast<const char *>(key.name.data()), key.name.size());
}

} // namespace

TlsResumption::TlsResumption()
    : m_rotated(std::chrono::steady_clock::now())
    , m_cipher(EVP_CIPHER_fetch(nullptr, "AES-256-CBC", nullptr))
{
    makeKey(m_current);
    makeKey(m_previous); // nobody has a ticket of it
}

TlsResumption::~TlsResumption()
{
    OPENSSL_cleanse(&m_current, sizeof m_current);
    OPENSSL_cleanse(&m_previous, sizeof m_previous);
    EVP_CIPHER_free(m_cipher);
}

void TlsResumption::attach(ssl_ctx_st *context)
{
    static constexpr unsigned char scope[] = "gatehouse";
    SSL_CTX_set_app_data(context, this);
    SSL_CTX_set_session_id_context(context, scope, sizeof scope - 1);
    SSL_CTX_set_timeout(context, static_cast<long>(sessionLifetime.count()));
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_SERVER | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(context, onNewSession);
    SSL_CTX_sess_set_get_cb(context, onGetSession);
    SSL_CTX_set_tlsext_ticket_key_evp_cb(context, onTicketKey);
    SSL_CTX_set_num_tickets(context, 1); // each costs a sealing and a record; a resumption brings the next one
}

TlsResumption::TicketKey TlsResumption::currentKey()
{
    const std::lock_guard lock(m_mutex);
    if (std::chrono::steady_clock::now() - m_rotated >= keyLifetime)
        rotateLocked();
    return m_current;
}

std::optional<TlsResumption::FoundKey> TlsResumption::findKey(std::string_view name)
{
    const std::lock_guard lock(m_mutex);
    if (hasName(m_current, name))
        return FoundKey{m_current, true};
    if (hasName(m_previous, name))
        return FoundKey{m_previous, false};
    return std::nullopt;
}

void TlsResumption::rotate()
{
    const std::lock_guard lock(m_mutex);
    rotateLocked();
}

void TlsResumption::rotateLocked()
{
    m_previous = m_current;
    makeKey(m_current);
    m_rotated = std::chrono::steady_clock::now();
}

void TlsResumption::keep(std::string_view id, std::string session)
{
    const std::lock_guard lock(m_mutex);
    if (m_sessions.insert_or_assign(std::string(id), std::move(session)).second)
        m_order.emplace_back(id);
    if (m_order.size() > sessionLimit) {
        m_sessions.erase(m_order.front());
        m_order.pop_front();
    }
}

std::string TlsResumption::find(std::string_view id)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_sessions.find(std::string(id));
    return found != m_sessions.end() ? found->second : std::string();
}

} // namespace gatehouse::net
