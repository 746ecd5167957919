// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace gatehouse {

// A certificate authority (ECDSA P-256) that signs what a test needs.
class TestAuthority
{
public:
    struct Issued {
        QByteArray certificate; // PEM
        QByteArray key;         // PEM
    };

    struct Wish {
        QByteArray commonName;
        QByteArray alternativeNames; // "DNS:a.test,IP:127.0.0.1"; empty: none
        int validFrom = -1;          // days from now
        int validUntil = 30;
    };

    explicit TestAuthority(const QByteArray &commonName = "Test Authority");
    // An authority below another one.
    TestAuthority(const TestAuthority &parent, const QByteArray &commonName);
    ~TestAuthority();

    [[nodiscard]] const QByteArray &certificate() const { return m_certificate; }

    [[nodiscard]] Issued issue(const Wish &wish) const;

private:
    struct Keys;
    std::unique_ptr<Keys> m_keys;
    QByteArray m_certificate;
};

} // namespace gatehouse
