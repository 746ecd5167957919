// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/cors/cors.h"

#include "core/plugins/cors/allowed_origins.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QStringList texts(const QJsonValue &list)
{
    return list.toVariant().toStringList();
}

std::string joined(const QJsonValue &list)
{
    return texts(list).join(u',').toStdString();
}

std::string_view fieldValue(const Exchange &exchange, std::string_view name)
{
    const http::Field *field = exchange.request.fields.find(name);
    return field ? field->value : std::string_view();
}

class Cors final : public Plugin
{
public:
    explicit Cors(const QJsonObject &config);

    Verdict onRequest(Exchange &exchange, const WorkerServices &, const Resume &) const override;
    void onResponse(Exchange &exchange) const override;

private:
    [[nodiscard]] bool isPreflight(const Exchange &exchange) const;
    void addOrigin(Exchange &exchange) const;

    AllowedOrigins m_origins;
    std::string m_headers;
    std::string m_exposed;
    std::string m_methods;
    std::string m_maxAge;
    bool m_credentials = false;
    bool m_privateNetwork = false;
    bool m_preflightContinue = false;
};

Cors::Cors(const QJsonObject &config)
    : m_origins(texts(config.value("origins"_L1)))
    , m_headers(joined(config.value("headers"_L1)))
    , m_exposed(joined(config.value("exposed_headers"_L1)))
    , m_methods(joined(config.value("methods"_L1)))
    , m_credentials(config.value("credentials"_L1).toBool())
    , m_privateNetwork(config.value("private_network"_L1).toBool())
    , m_preflightContinue(config.value("preflight_continue"_L1).toBool())
{
    if (const QJsonValue maxAge = config.value("max_age"_L1); maxAge.isDouble())
        m_maxAge = QString::number(maxAge.toDouble(), 'g', 14).toStdString();
}

bool Cors::isPreflight(const Exchange &exchange) const
{
    return exchange.request.method == "OPTIONS" && exchange.request.fields.find("origin") &&
           exchange.request.fields.find("access-control-request-method");
}

Verdict Cors::onRequest(Exchange &exchange, const WorkerServices &, const Resume &) const
{
    if (m_preflightContinue || !isPreflight(exchange))
        return Verdict::next();
    HeaderEdits &edits = exchange.responseEdits;
    const std::string_view asked = fieldValue(exchange, "access-control-request-headers");
    if (!m_headers.empty() || !asked.empty())
        edits.set("Access-Control-Allow-Headers", m_headers.empty() ? asked : m_headers);
    edits.set("Access-Control-Allow-Methods", m_methods);
    if (!m_maxAge.empty())
        edits.set("Access-Control-Max-Age", m_maxAge);
    if (m_privateNetwork && fieldValue(exchange, "access-control-request-private-network") == "true")
        edits.set("Access-Control-Allow-Private-Network", "true");
    return Verdict::reply({200, ReplyForm::Verbatim, {}, {}, {}});
}

void Cors::onResponse(Exchange &exchange) const
{
    const bool preflight = isPreflight(exchange);
    if (preflight && m_preflightContinue)
        return;
    addOrigin(exchange);
    if (!preflight && !m_exposed.empty())
        exchange.responseEdits.set("Access-Control-Expose-Headers", m_exposed);
}

void Cors::addOrigin(Exchange &exchange) const
{
    HeaderEdits &edits = exchange.responseEdits;
    const std::string_view origin = fieldValue(exchange, "origin");
    AllowedOrigins::Answer answer = m_origins.answerTo(origin);
    const bool any = answer.origin == "*";
    if (m_credentials && any && !origin.empty())
        answer = {std::string(origin), true};
    if (answer.origin.empty())
        edits.remove("Access-Control-Allow-Origin");
    else
        edits.set("Access-Control-Allow-Origin", exchange.arena.copy(answer.origin));
    if (answer.varies)
        edits.add("Vary", "Origin");
    if (m_credentials && answer.origin != "*")
        edits.set("Access-Control-Allow-Credentials", "true");
}

Result<std::shared_ptr<const Plugin>> create(const PluginBinding &binding, const PluginServices &)
{
    return std::shared_ptr<const Plugin>(std::make_shared<const Cors>(binding.config));
}

} // namespace

const PluginType &corsPlugin() noexcept
{
    static constexpr PluginType type{QLatin1String("cors"), 2000, nullptr, create, nullptr};
    return type;
}

} // namespace gatehouse
