// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/demo/sample_requests.h"
#include "core/runtime/gateway.h"
#include "core/runtime/journal.h"
#include "core/runtime/project.h"
#include "core/runtime/revisions.h"
#include "core/runtime/secret_keeper.h"
#include "ui/main_window/main_window.h"

#include <QObject>

#include <memory>
#include <optional>

namespace gatehouse {

// What the command line asks for.
struct StartOptions {
    QString fileName;
    bool sample = false;
};

// The desktop program: owns everything, in the order in which it is built. Thread: control.
class Application : public QObject
{
    Q_OBJECT
public:
    // Tests give it settings of its own; journal and history are kept beside them then.
    explicit Application(const QString &settingsFile = {});

    void start(const StartOptions &options);

    [[nodiscard]] MainWindow &window() noexcept { return *m_window; }

    [[nodiscard]] Gateway &gateway() noexcept { return m_gateway; }

    [[nodiscard]] SecretKeeper &secrets() noexcept { return m_secrets; }

    [[nodiscard]] Project &project() noexcept { return m_project; }

    // Loads the sample, starts its services and the gateway.
    void startSample();

private:
    std::shared_ptr<const SchemaRegistry> m_registry;
    SystemClock m_clock;
    std::unique_ptr<UiSettings> m_settings;
    Project m_project;
    Gateway m_gateway;
    Journal m_journal;
    Revisions m_revisions;
    SecretKeeper m_secrets;
    std::unique_ptr<SampleServices> m_sampleServices;
    std::unique_ptr<SampleRequests> m_sampleRequests; // the sample's first requests, while it is new
    std::unique_ptr<MainWindow> m_window;
};

} // namespace gatehouse
