// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

struct evp_cipher_st;
struct ssl_ctx_st;

namespace gatehouse::net {

// What lets clients resume a TLS session on any worker and across changes of the configuration: the keys that session
// tickets are sealed with (rotated, RFC 9325 3.4) and the sessions of clients that know only session ids.
// Thread: any; a mutex is held for some hundred bytes of copying, once for each handshake, never for a request.
// Owned by the gateway; contexts share it.
class TlsResumption
{
public:
    static constexpr std::chrono::hours keyLifetime{1};          // then a key seals no new ticket
    static constexpr std::chrono::seconds sessionLifetime{7200}; // the key before the current one still opens tickets
    static constexpr std::size_t sessionLimit = 8192;            // kept by id; the oldest goes first

    struct TicketKey {
        std::array<unsigned char, 16> name;
        std::array<unsigned char, 32> cipherKey;
        std::array<unsigned char, 32> macKey;
    };

    TlsResumption();
    ~TlsResumption();
    TlsResumption(const TlsResumption &) = delete;
    TlsResumption &operator=(const TlsResumption &) = delete;

    // Sessions of this context are resumed by what is kept here; it must outlive the context.
    void attach(ssl_ctx_st *context);

    struct FoundKey {
        TicketKey key;
        bool isCurrent;
    };

    [[nodiscard]] TicketKey currentKey(); // rotates when it is due
    [[nodiscard]] std::optional<FoundKey> findKey(std::string_view name);
    void rotate();

    void keep(std::string_view id, std::string session);
    [[nodiscard]] std::string find(std::string_view id); // empty: unknown

    [[nodiscard]] const evp_cipher_st *cipher() const noexcept { return m_cipher; }

private:
    void rotateLocked();

    std::mutex m_mutex;
    TicketKey m_current;
    TicketKey m_previous;
    std::chrono::steady_clock::time_point m_rotated;
    std::unordered_map<std::string, std::string> m_sessions;
    std::deque<std::string> m_order; // of m_sessions, oldest first
    evp_cipher_st *m_cipher;         // fetched once: OpenSSL 3 takes long to find one
};

} // namespace gatehouse::net
