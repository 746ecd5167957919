// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/request_termination/request_termination.h"

#include "core/plugins/query_args.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// What Kong says when nothing was configured; other codes have no body.
QString defaultMessage(int status)
{
    switch (status) {
    case 401:
        return u"Unauthorized"_s;
    case 404:
        return u"Not found"_s;
    case 405:
        return u"Method not allowed"_s;
    case 500:
        return u"An unexpected error occurred"_s;
    case 502:
        return u"Bad Gateway"_s;
    case 503:
        return u"Service unavailable"_s;
    default:
        return {};
    }
}

class RequestTermination final : public Plugin
{
public:
    explicit RequestTermination(const QJsonObject &config);

    Verdict onRequest(Exchange &exchange, const WorkerServices &, const Resume &) const override;

private:
    [[nodiscard]] bool isTriggered(Exchange &exchange) const;

    std::string m_trigger;
    std::string m_body;
    std::string m_contentType;
    int m_status = 503;
};

RequestTermination::RequestTermination(const QJsonObject &config)
    : m_trigger(config.value("trigger"_L1).toString().toStdString())
    , m_status(config.value("status_code"_L1).toInt(503))
{
    if (const QString body = config.value("body"_L1).toString(); !body.isEmpty()) {
        m_body = body.toStdString();
        m_contentType = config.value("content_type"_L1).toString().toStdString();
        return;
    }
    const QString configured = config.value("message"_L1).toString();
    const QString message = configured.isEmpty() ? defaultMessage(m_status) : configured;
    if (message.isEmpty())
        return;
    m_body = QJsonDocument(QJsonObject{{u"message"_s, message}}).toJson(QJsonDocument::Compact).toStdString();
    m_contentType = "application/json; charset=utf-8";
}

bool RequestTermination::isTriggered(Exchange &exchange) const
{
    for (const http::Field &field : exchange.request.fields) {
        if (sameFieldName(field.name, m_trigger))
            return true;
    }
    const std::string_view query = exchange.query();
    QueryArgs args(query.empty() ? query : query.substr(1), exchange.arena);
    for (QueryArg arg; args.next(arg);) {
        if (arg.name == m_trigger)
            return true;
    }
    return false;
}

Verdict RequestTermination::onRequest(Exchange &exchange, const WorkerServices &, const Resume &) const
{
    if (!m_trigger.empty() && !isTriggered(exchange))
        return Verdict::next();
    return Verdict::reply({m_status, ReplyForm::Verbatim, {}, m_body, m_contentType});
}

Result<std::shared_ptr<const Plugin>> create(const PluginBinding &binding, const PluginServices &services)
{
    if (binding.config.value("echo"_L1).toBool()) {
        services.warnings << u"plugin 'request-termination' (id %1): the answer does not echo the request"_s.arg(
            binding.id);
    }
    return std::shared_ptr<const Plugin>(std::make_shared<const RequestTermination>(binding.config));
}

} // namespace

const PluginType &requestTerminationPlugin() noexcept
{
    static constexpr PluginType type{QLatin1String("request-termination"), 2, nullptr, create, nullptr};
    return type;
}

} // namespace gatehouse
