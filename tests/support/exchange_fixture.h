// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/counters/rate_counters.h"
#include "core/model/config.h"
#include "core/plugins/consumer_directory.h"
#include "core/plugins/log_sink.h"
#include "core/plugins/plugin.h"
#include "core/schema/schema_registry.h"
#include "tests/support/manual_clock.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace gatehouse {

// What the plugins made of a request.
struct Answer {
    int status = 0;       // 0: it goes to the upstream
    QByteArray text;      // the message, or the body of a verbatim reply
    QByteArray challenge; // WWW-Authenticate
};

// Runs the plugins of a declarative document on requests, without a socket. Every plugin entity runs on every request,
// in order of priority, whatever it is bound to.
// Thread: control.
class ExchangeFixture
{
public:
    explicit ExchangeFixture(const QByteArray &yaml);

    // A request as it comes over the wire, head and body; what an earlier one left is forgotten.
    void receive(const QByteArray &message);
    // "GET <target>" with these fields, each with its CRLF.
    void receiveGet(const QByteArray &target, const QByteArray &fields = {});
    // The access phase.
    Answer access();
    Answer get(const QByteArray &target, const QByteArray &fields = {});
    // The log phase; what file-log wrote.
    QList<QJsonObject> finish(bool redactsKeys = true);

    [[nodiscard]] Exchange &exchange() noexcept { return m_exchange; }

    [[nodiscard]] ManualClock &clock() noexcept { return m_clock; }

    [[nodiscard]] const ConsumerDirectory &consumers() const noexcept { return *m_consumers; }

    [[nodiscard]] QStringList pluginNames() const { return m_names; }

    // The value a plugin set; null when it set none.
    [[nodiscard]] QByteArray upstreamField(const char *name) const;
    [[nodiscard]] QByteArray responseField(const char *name) const;
    // What the client sent under that name does not reach the upstream.
    [[nodiscard]] bool dropsField(const char *name) const;

private:
    // Gives every path the same file; the ring holds what is written.
    class OneLogFile final : public LogFiles
    {
    public:
        [[nodiscard]] LogFileId idFor(const QString &, bool) override { return 1; }
    };

    void createPlugins();

    std::shared_ptr<const SchemaRegistry> m_registry;
    ManualClock m_clock;
    Config m_config;
    std::unique_ptr<const ConsumerDirectory> m_consumers;
    RateCounters m_counters;
    OneLogFile m_logFiles;
    std::atomic<std::uint32_t> m_wakeUps = 0;
    LogSink m_logs{m_wakeUps};
    std::vector<std::shared_ptr<const void>> m_shared;
    std::vector<std::shared_ptr<const Plugin>> m_plugins;
    QStringList m_names;
    QByteArray m_message; // the exchange's views point into it
    Exchange m_exchange;
};

} // namespace gatehouse
