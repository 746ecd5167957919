// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/key_auth/key_auth.h"

#include "core/plugins/authentication/identity.h"
#include "core/plugins/key_auth/key_credentials.h"
#include "core/plugins/key_auth/query_edit.h"
#include "core/plugins/key_auth/request_body.h"
#include "core/plugins/request_trace.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// Kong finds a header under the configured name and, failing that, under the name with dashes for its underscores.
struct KeyName {
    std::string name;
    std::string dashed; // empty when it would be the same
};

NamedValue inHeaders(const http::FieldList &fields, std::string_view name) noexcept
{
    NamedValue found;
    for (const http::Field &field : fields) {
        if (http::equalsIgnoreCase(field.name, name))
            found.take(NamedValue::Kind::Text, field.value);
    }
    return found;
}

NamedValue inHeaders(const http::FieldList &fields, const KeyName &name) noexcept
{
    const NamedValue found = inHeaders(fields, std::string_view(name.name));
    if (found.kind != NamedValue::Kind::Absent || name.dashed.empty())
        return found;
    return inHeaders(fields, std::string_view(name.dashed));
}

NamedValue inQuery(Exchange &exchange, std::string_view name)
{
    NamedValue found;
    const std::string_view query = exchange.query();
    QueryArgs args(query.empty() ? query : query.substr(1), exchange.arena);
    for (QueryArg arg; args.next(arg);) {
        if (arg.name == name)
            found.take(arg.hasValue ? NamedValue::Kind::Text : NamedValue::Kind::NotText, arg.value);
    }
    return found;
}

class KeyAuth final : public Plugin
{
public:
    KeyAuth(const PluginBinding &binding, const PluginServices &services);

    Verdict onRequest(Exchange &exchange, const WorkerServices &worker, const Resume &) const override;

private:
    // The body is taken apart when it is first needed.
    using Body = std::optional<RequestBody>;

    [[nodiscard]] NamedValue search(Exchange &exchange) const;
    [[nodiscard]] NamedValue searchName(Exchange &exchange, const KeyName &name, Body &body) const;
    void hide(Exchange &exchange, const std::string &name, Body &body) const;
    Verdict refuse(Exchange &exchange, std::string_view message) const;

    std::vector<KeyName> m_names;
    std::shared_ptr<const KeyCredentials> m_credentials;
    AnonymousFallback m_anonymous;
    std::string m_challenge;
    bool m_inHeader;
    bool m_inQuery;
    bool m_inBody;
    bool m_hides;
    bool m_runsOnPreflight;
};

KeyAuth::KeyAuth(const PluginBinding &binding, const PluginServices &services)
    : m_credentials(std::static_pointer_cast<const KeyCredentials>(binding.shared))
    , m_anonymous(binding.config, services.consumers)
    , m_challenge("Key")
    , m_inHeader(binding.config.value("key_in_header"_L1).toBool(true))
    , m_inQuery(binding.config.value("key_in_query"_L1).toBool(true))
    , m_inBody(binding.config.value("key_in_body"_L1).toBool())
    , m_hides(binding.config.value("hide_credentials"_L1).toBool())
    , m_runsOnPreflight(binding.config.value("run_on_preflight"_L1).toBool(true))
{
    for (const QJsonValue &value : binding.config.value("key_names"_L1).toArray()) {
        KeyName name{value.toString().toStdString(), {}};
        if (name.name.find('_') != std::string::npos) {
            name.dashed = name.name;
            std::replace(name.dashed.begin(), name.dashed.end(), '_', '-');
        }
        m_names.push_back(std::move(name));
    }
    if (const std::string realm = binding.config.value("realm"_L1).toString().toStdString(); !realm.empty())
        m_challenge += " realm=\"" + realm + '"';
}

NamedValue KeyAuth::searchName(Exchange &exchange, const KeyName &name, Body &body) const
{
    NamedValue found;
    if (m_inHeader)
        found = inHeaders(exchange.request.fields, name);
    if (found.kind == NamedValue::Kind::Absent && m_inQuery)
        found = inQuery(exchange, name.name);
    if (found.kind != NamedValue::Kind::Absent || !m_inBody)
        return found;
    if (!body)
        body.emplace(exchange);
    return body->find(name.name);
}

NamedValue KeyAuth::search(Exchange &exchange) const
{
    Body body;
    for (const KeyName &name : m_names) {
        const NamedValue found = searchName(exchange, name, body);
        if (found.kind == NamedValue::Kind::Text && m_hides)
            hide(exchange, name.name, body);
        if (found.kind != NamedValue::Kind::Text && found.kind != NamedValue::Kind::Several)
            continue;
        if (exchange.trace)
            exchange.trace->note("key name", name.name);
        return found;
    }
    return {};
}

// From everywhere, also where the key was not found, and before anybody knows whether it is a good one.
void KeyAuth::hide(Exchange &exchange, const std::string &name, Body &body) const
{
    if (const std::string_view query = exchange.query(); query.size() > 1) {
        exchange.queryOverride = queryWithout(query, name, exchange.arena);
        exchange.overridesQuery = true;
    }
    exchange.requestEdits.remove(name);
    if (!m_inBody)
        return;
    if (!body)
        body.emplace(exchange);
    body->hide(name);
}

Verdict KeyAuth::refuse(Exchange &exchange, std::string_view message) const
{
    if (m_anonymous.isConfigured())
        return m_anonymous.use(exchange);
    exchange.responseEdits.set("WWW-Authenticate", m_challenge);
    return Verdict::reply({401, ReplyForm::Negotiated, message, {}, {}});
}

Verdict KeyAuth::onRequest(Exchange &exchange, const WorkerServices &worker, const Resume &) const
{
    if (m_anonymous.isSettled(exchange))
        return Verdict::next();
    if (!m_runsOnPreflight && exchange.request.method == "OPTIONS") {
        forgetClaims(exchange);
        return Verdict::next();
    }
    const NamedValue key = search(exchange);
    if (key.kind == NamedValue::Kind::Several)
        return refuse(exchange, "Duplicate API key found");
    if (key.text.empty())
        return refuse(exchange, "No API key found in request");
    const KeyCredential *credential = m_credentials->find(key.text, worker.nowWall / 1'000'000'000);
    if (!credential)
        return refuse(exchange, "Unauthorized");
    authenticateAs(exchange, *credential->consumer, credential->facts, credential->id);
    return Verdict::next();
}

std::shared_ptr<const void> prepare(const PluginServices &services)
{
    return std::make_shared<const KeyCredentials>(services);
}

Result<std::shared_ptr<const Plugin>> create(const PluginBinding &binding, const PluginServices &services)
{
    return std::shared_ptr<const Plugin>(std::make_shared<const KeyAuth>(binding, services));
}

BodyNeed bodyNeed(const QJsonObject &config)
{
    return config.value("key_in_body"_L1).toBool() ? BodyNeed::Whole : BodyNeed::None;
}

} // namespace

const PluginType &keyAuthPlugin() noexcept
{
    static constexpr PluginType type{QLatin1String("key-auth"), 1250, prepare, create, bodyNeed};
    return type;
}

} // namespace gatehouse
