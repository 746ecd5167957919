// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret_backend.h"

#include <QHash>

namespace gatehouse {

// Keeps secrets as long as the program runs. Thread: control.
class MemoryBackend final : public SecretBackend
{
    Q_OBJECT
public:
    using SecretBackend::SecretBackend;
    ~MemoryBackend() override;

    [[nodiscard]] QString name() const override;

    [[nodiscard]] bool isPersistent() const override { return false; }

    void probe(Done done) override { done({}); }

    void read(const QString &key, Found found) override;
    void write(const QString &key, const QByteArray &value, Done done) override;
    void remove(const QString &key, Done done) override;

private:
    QHash<QString, QByteArray> m_values;
};

// Keeps nothing: every key may be somewhere else, and writing fails. Thread: control.
class NoBackend final : public SecretBackend
{
    Q_OBJECT
public:
    // `why` is the sentence every answer gives.
    explicit NoBackend(QString why, QObject *parent = nullptr)
        : SecretBackend(parent)
        , m_error{ErrorKind::Io, std::move(why)}
    {
    }

    [[nodiscard]] QString name() const override;

    [[nodiscard]] bool isPersistent() const override { return false; }

    void probe(Done done) override { done(m_error); }

    void read(const QString &, Found found) override { found(m_error); }

    void write(const QString &, const QByteArray &, Done done) override { done(m_error); }

    void remove(const QString &, Done done) override { done(m_error); }

private:
    Error m_error;
};

} // namespace gatehouse
