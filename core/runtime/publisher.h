// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config_store.h"
#include "core/snapshot/compiler.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace gatehouse {

// Turns changes of the configuration into running revisions: a burst of changes is compiled once, when the event loop
// is next idle. A configuration that cannot be compiled leaves the running one as it is and is reported.
// Thread: control. Lives as long as the store it watches.
class Publisher : public QObject
{
    Q_OBJECT
public:
    Publisher(ConfigStore &store, const CompileServices &services, QObject *parent = nullptr);

    // Compiles now, without waiting for the event loop.
    Result<> publishNow();

    [[nodiscard]] const SnapshotPtr &running() const noexcept { return m_running; }

    [[nodiscard]] const QStringList &warnings() const noexcept { return m_warnings; }

signals:
    void published(const gatehouse::SnapshotPtr &snapshot);
    void rejected(const gatehouse::Error &error);

private:
    ConfigStore &m_store;
    CompileServices m_services;
    QTimer m_soon;
    SnapshotPtr m_running;
    QStringList m_warnings;
    std::uint64_t m_revision = 0;
};

} // namespace gatehouse
