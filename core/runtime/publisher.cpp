// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/publisher.h"

#include "core/base/logging.h"

namespace gatehouse {

namespace {

bool isMadeByHand(Origin origin)
{
    return origin == Origin::User || origin == Origin::Undo;
}

} // namespace

Publisher::Publisher(ConfigStore &store, const CompileServices &services, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_services(services)
    , m_wanted(store.config())
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Publisher::publishChange);
    connect(&m_store, &ConfigStore::changed, this, &Publisher::onChanged);
}

void Publisher::setMode(ApplyMode mode)
{
    m_mode = mode;
    if (mode == ApplyMode::Automatic) {
        m_wanted = m_store.config();
        m_soon.start(0);
    }
}

void Publisher::onChanged(const Change &change, Origin origin)
{
    const bool byHand = isMadeByHand(origin);
    if (byHand && m_mode == ApplyMode::Staged) {
        emit staged();
        return;
    }
    // What others write runs without the edits that are still being gathered.
    if (origin == Origin::AdminApi && m_mode == ApplyMode::Staged)
        change.applyTo(m_wanted);
    else
        m_wanted = m_store.config();
    const bool isBurst = byHand && m_sincePublished.isValid() && !m_sincePublished.hasExpired(burstPause.count());
    m_soon.start(isBurst ? burstPause : std::chrono::milliseconds(0));
}

void Publisher::publishPending()
{
    if (m_soon.isActive())
        publishChange();
}

void Publisher::publishChange()
{
    if (const Result<> result = publishWanted(); !result)
        qCWarning(lcConfig, "%s", qUtf8Printable(toText(result.error())));
}

Result<> Publisher::publishNow()
{
    m_wanted = m_store.config();
    return publishWanted();
}

Result<> Publisher::publishWanted()
{
    m_soon.stop();
    const Result<> allowed = m_refusal(m_wanted);
    const Result<Compiled> compiled =
        allowed ? compile(m_wanted, m_services, m_revision + 1) : Result<Compiled>(allowed.error());
    m_sincePublished.start();
    if (!compiled) {
        emit rejected(compiled.error());
        return compiled.error();
    }
    ++m_revision;
    m_running = compiled->snapshot;
    m_runningConfig = m_wanted;
    m_warnings = compiled->warnings;
    emit published(m_running);
    return {};
}

} // namespace gatehouse
