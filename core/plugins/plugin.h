// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/plugins/exchange.h"

#include <QJsonObject>
#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <span>

namespace gatehouse {

class Clock;
class Config;
class ConsumerDirectory;
class LogFiles;
class LogSink;
class RateCounters;

// How the body of an answer made by the gateway itself is written (kong/pdk/response.lua).
enum class ReplyForm : std::uint8_t {
    Negotiated, // kong.response.error: JSON, HTML, XML or text by Accept, with the request id
    Exit,       // kong.response.exit with a message: compact JSON {"message":"..."}
    Verbatim,   // `body` and `contentType` as they are
};

// An answer a plugin gives instead of the upstream. Views live in the exchange's arena, in the plugin or in literals.
// Header fields that go with it are put into exchange.responseEdits.
struct Reply {
    int status = 500;
    ReplyForm form = ReplyForm::Negotiated;
    std::string_view message;
    std::string_view body;
    std::string_view contentType;
};

// What a plugin says after looking at a request.
class Verdict
{
public:
    enum class Kind : std::uint8_t { Next, Reply, Wait };

    static Verdict next() noexcept { return {}; }

    static Verdict reply(const Reply &reply) noexcept { return Verdict(Kind::Reply, reply); }

    // The plugin will call its Resume later, on the same thread, with the real verdict.
    static Verdict wait() noexcept { return Verdict(Kind::Wait, {}); }

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }

    [[nodiscard]] const Reply &answer() const noexcept { return m_reply; }

private:
    Verdict() = default;

    Verdict(Kind kind, const Reply &reply) noexcept
        : m_kind(kind)
        , m_reply(reply)
    {
    }

    Kind m_kind = Kind::Next;
    Reply m_reply;
};

using Resume = std::function<void(Verdict)>;

// What a hook may use of the worker it runs on.
struct WorkerServices {
    std::int64_t nowWall = 0; // ns since the Unix epoch, read once per turn of the event loop
    std::uint32_t worker = 0; // index of the worker, for per-worker caches
    LogSink *logs = nullptr;
    bool redactsKeys = true; // logs do not show what key-auth and jwt read
};

// The behaviour of one configured plugin instance. Made once per snapshot; hooks are const and run on all workers at
// once, never block and never throw.
// Thread: any (immutable).
class Plugin
{
public:
    virtual ~Plugin() = default;

    // Access phase. Called in order of priority until one replies.
    [[nodiscard]] virtual Verdict onRequest(Exchange &, const WorkerServices &, const Resume &) const
    {
        return Verdict::next();
    }

    // Before the response head is written; also for answers of the gateway itself.
    virtual void onResponse(Exchange &) const {}

    // After the last byte was sent, or the connection was lost.
    virtual void onFinished(Exchange &, const WorkerServices &) const {}
};

// What `create` may use; valid during the call only, except the references to long-lived objects.
struct PluginServices {
    const Config &config;
    const ConsumerDirectory &consumers;
    const Clock &clock;
    RateCounters &counters;
    LogFiles &logFiles;
    QStringList &warnings; // what a configuration asks for and the gateway does not do
};

// One plugin entity: what it is bound to (empty = not bound) and its configuration, defaults filled in.
struct PluginBinding {
    QString id;
    QString routeId;
    QString serviceId;
    QString consumerId;
    QJsonObject config;
    std::shared_ptr<const void> shared; // what PluginType::prepare made for this snapshot
};

enum class BodyNeed : std::uint8_t { None, Whole };

// One kind of plugin the gateway can execute. `prepare` runs once per snapshot when at least one instance exists and
// makes what all instances share (credential tables); it may be null.
struct PluginType {
    QLatin1String name;
    int priority = 0; // Kong's number: higher runs first (kong/plugins/*/handler.lua)
    std::shared_ptr<const void> (*prepare)(const PluginServices &services) = nullptr;
    Result<std::shared_ptr<const Plugin>> (*create)(const PluginBinding &binding,
                                                    const PluginServices &services) = nullptr;
    BodyNeed (*bodyNeed)(const QJsonObject &config) = nullptr; // null: None
};

// THE list of plugins the gateway executes, in order of priority (plugins/registry.cpp).
std::span<const PluginType *const> builtinPlugins() noexcept;

} // namespace gatehouse
