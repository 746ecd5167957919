// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/counters/rate_counters.h"
#include "core/model/config.h"
#include "core/plugins/consumer_directory.h"
#include "core/plugins/log_sink.h"
#include "core/plugins/plugin.h"

#include <QHash>

namespace gatehouse {

// Makes the plugins of a configuration outside a gateway, so that they can be asked themselves. Nothing is logged or
// counted anywhere. Thread: any, one at a time. What it makes lives no longer than it.
class PluginMaker
{
public:
    explicit PluginMaker(const Config &config);

    PluginMaker(const PluginMaker &) = delete;
    PluginMaker &operator=(const PluginMaker &) = delete;

    [[nodiscard]] const ConsumerDirectory &consumers() const noexcept { return m_consumers; }

    // Null when the gateway does not execute the plugin or refuses its configuration.
    [[nodiscard]] std::shared_ptr<const Plugin> make(const QJsonObject &row);

private:
    class NoLogFiles final : public LogFiles
    {
    public:
        LogFileId idFor(const QString &, bool) override { return 0; }
    };

    Config m_config;
    ConsumerDirectory m_consumers;
    SystemClock m_clock;
    RateCounters m_counters;
    NoLogFiles m_logFiles;
    QStringList m_warnings;
    PluginServices m_services;
    QHash<QString, std::shared_ptr<const void>> m_shared; // by the plugin's name
};

} // namespace gatehouse
