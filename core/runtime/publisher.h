// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config_store.h"
#include "core/snapshot/compiler.h"
#include "core/snapshot/plan_cache.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>

namespace gatehouse {

// How a person's edits reach the running gateway: by themselves, or gathered until they are applied.
enum class ApplyMode { Automatic, Staged };

// Turns changes of the configuration into running revisions. A single edit runs when the event loop is next idle, a
// burst of edits 400 ms after its last one; what the Admin API writes and what a file brings runs at once in either
// mode. A configuration that cannot be compiled leaves the running one as it is and is reported.
// Thread: control. Lives as long as the store it watches.
class Publisher : public QObject
{
    Q_OBJECT
public:
    Publisher(ConfigStore &store, const CompileServices &services, QObject *parent = nullptr);

    // Says of a configuration why it may not run, whatever it would compile to; before the first is published.
    void setGuard(std::function<Result<>(const Config &)> refusal) { m_refusal = std::move(refusal); }

    // The next revision gets a higher number than this.
    void continueAfter(std::uint64_t revision) { m_revision = std::max(m_revision, revision); }

    // Leaving Staged applies what has gathered.
    void setMode(ApplyMode mode);

    // Compiles all that the store holds, without waiting for the event loop.
    Result<> publishNow();
    // Runs now what would run a moment later; what is wrong is logged.
    void publishPending();

    [[nodiscard]] const SnapshotPtr &running() const noexcept { return m_running; }

    // What the running revision was compiled from.
    [[nodiscard]] const Config &runningConfig() const noexcept { return m_runningConfig; }

    [[nodiscard]] const QStringList &warnings() const noexcept { return m_warnings; }

    static constexpr std::chrono::milliseconds burstPause{400};

signals:
    void published(const gatehouse::SnapshotPtr &snapshot);
    void rejected(const gatehouse::Error &error);
    // An edit was gathered (Staged).
    void staged();

private:
    void onChanged(const Change &change, Origin origin);
    Result<> publishWanted();
    void publishChange();

    ConfigStore &m_store;
    CompileServices m_services;
    std::function<Result<>(const Config &)> m_refusal = [](const Config &) { return Result<>(); };
    QTimer m_soon;
    QElapsedTimer m_sincePublished;
    ApplyMode m_mode = ApplyMode::Automatic;
    Config m_wanted; // what is to run next
    Config m_runningConfig;
    SnapshotPtr m_running;
    QStringList m_warnings;
    std::uint64_t m_revision = 0;
};

} // namespace gatehouse
