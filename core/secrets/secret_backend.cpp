// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret_backend.h"

#include <memory>

namespace gatehouse {

namespace {

// To be called `count` times; then `done` hears the last failure, or that there was none.
SecretBackend::Done allOf(qsizetype count, const SecretBackend::Done &done)
{
    struct Running {
        Result<> result;
        qsizetype open;
    };

    auto running = std::make_shared<Running>(Running{{}, count});
    return [running, done](const Result<> &each) {
        if (!each)
            running->result = each;
        if (--running->open == 0)
            done(running->result);
    };
}

} // namespace

void SecretBackend::writeAll(const QMap<QString, QByteArray> &values, const Done &done)
{
    const Done one = allOf(values.size(), done);
    for (auto value = values.begin(); value != values.end(); ++value)
        write(value.key(), value.value(), one);
}

void SecretBackend::removeAll(const QStringList &keys, const Done &done)
{
    const Done one = allOf(keys.size(), done);
    for (const QString &key : keys) {
        remove(key, [one](const Result<> &removed) {
            one(removed || removed.error().kind == ErrorKind::NotFound ? Result<>() : removed);
        });
    }
}

} // namespace gatehouse
