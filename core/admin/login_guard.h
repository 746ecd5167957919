// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>

#include <chrono>

namespace gatehouse {

// Slows down who guesses tokens: an address that gave too many wrong ones is not listened to for a while, whatever it
// sends (CWE-307).
// Thread: control.
class LoginGuard
{
public:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr int tries = 10;
    static constexpr std::chrono::seconds window{60};

    [[nodiscard]] bool isLocked(const QHostAddress &address, Time now) const;
    void countFailure(const QHostAddress &address, Time now);

private:
    static constexpr qsizetype mostAddresses = 1024; // then all are forgiven: memory stays bounded

    struct Failures {
        Time since;
        int count = 0;
    };

    QHash<QHostAddress, Failures> m_failures;
};

} // namespace gatehouse
