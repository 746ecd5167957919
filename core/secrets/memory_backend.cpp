// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/memory_backend.h"

#include <QCoreApplication>

#include <openssl/crypto.h>

namespace gatehouse {

MemoryBackend::~MemoryBackend()
{
    for (QByteArray &value : m_values)
        OPENSSL_cleanse(value.data(), static_cast<std::size_t>(value.size()));
}

QString MemoryBackend::name() const
{
    return QCoreApplication::translate("secrets", "memory, for this session");
}

void MemoryBackend::read(const QString &key, Found found)
{
    const auto value = m_values.constFind(key);
    if (value == m_values.constEnd())
        found(Error{ErrorKind::NotFound, QCoreApplication::translate("secrets", "There is no such secret.")});
    else
        found(QByteArray(*value));
}

void MemoryBackend::write(const QString &key, const QByteArray &value, Done done)
{
    m_values.insert(key, value);
    done({});
}

void MemoryBackend::remove(const QString &key, Done done)
{
    m_values.remove(key);
    done({});
}

QString NoBackend::name() const
{
    return QCoreApplication::translate("secrets", "none");
}

} // namespace gatehouse
