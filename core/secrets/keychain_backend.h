// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret_backend.h"

#include <QList>

#include <optional>

namespace QKeychain {
class Job;
}

namespace gatehouse {

// The keychain of the session: Secret Service or KWallet. A locked keyring answers a read with "not found" as if the
// entry was never there, so that a sentinel is written and deleted first, once; until that has worked, nothing is
// written and nothing counts as gone. When it fails, the bus is asked whether there is a keychain at all: one that is
// there and does not answer is locked (ErrorKind::Denied), not absent (ErrorKind::Io). Never falls back to a plain text
// file. Thread: control, with an event loop.
class KeychainBackend final : public SecretBackend
{
    Q_OBJECT
public:
    explicit KeychainBackend(QObject *parent = nullptr);

    [[nodiscard]] QString name() const override;

    [[nodiscard]] bool isPersistent() const override { return true; }

    void probe(Done done) override;
    void read(const QString &key, Found found) override;
    void write(const QString &key, const QByteArray &value, Done done) override;
    void remove(const QString &key, Done done) override;

    static QString serviceName();

    static constexpr std::chrono::seconds probeTimeout{3};
    static constexpr std::chrono::seconds jobTimeout{10}; // a person may be asked to unlock it

private:
    using Finished = std::function<void(QKeychain::Job *)>; // null: it took too long

    void start(QKeychain::Job *job, std::chrono::milliseconds timeout, const Finished &finished);
    void writeSentinel();
    void deleteSentinel(const QString &key);
    void tellLockedFromAbsent(const QString &why);
    void finishProbe(const Result<> &result);

    std::optional<Result<>> m_probed;
    QList<Done> m_waiting; // for the probe under way
};

} // namespace gatehouse
