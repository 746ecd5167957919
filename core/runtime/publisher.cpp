// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/publisher.h"

#include "core/base/logging.h"

namespace gatehouse {

Publisher::Publisher(ConfigStore &store, const CompileServices &services, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_services(services)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (const Result<> result = publishNow(); !result)
            qCWarning(lcConfig, "%s", qUtf8Printable(toText(result.error())));
    });
    connect(&m_store, &ConfigStore::changed, &m_soon, qOverload<>(&QTimer::start));
}

Result<> Publisher::publishNow()
{
    m_soon.stop();
    const Result<Compiled> compiled = compile(m_store.config(), m_services, m_revision + 1);
    if (!compiled) {
        emit rejected(compiled.error());
        return compiled.error();
    }
    ++m_revision;
    m_running = compiled->snapshot;
    m_warnings = compiled->warnings;
    emit published(m_running);
    return {};
}

} // namespace gatehouse
