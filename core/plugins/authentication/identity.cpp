// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/authentication/identity.h"

#include "core/plugins/consumer_directory.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// A value, or nothing of that name at all: also not what the client sent.
void setOrRemove(HeaderEdits &edits, std::string_view name, std::string_view value)
{
    if (value.empty())
        edits.remove(name);
    else
        edits.set(name, value);
}

// The acl plugin names the groups when they are to be seen.
void forgetGroups(HeaderEdits &edits)
{
    edits.remove("X-Consumer-Groups");
    edits.remove("X-Authenticated-Groups");
}

void nameConsumer(Exchange &exchange, const ConsumerFacts &consumer)
{
    exchange.consumer = &consumer;
    forgetGroups(exchange.requestEdits);
    exchange.requestEdits.set("X-Consumer-ID", consumer.id);
    setOrRemove(exchange.requestEdits, "X-Consumer-Custom-ID", consumer.customId);
    setOrRemove(exchange.requestEdits, "X-Consumer-Username", consumer.username);
}

} // namespace

void authenticateAs(Exchange &exchange,
                    const ConsumerFacts &consumer,
                    const CredentialFacts &credential,
                    std::string_view identifier)
{
    nameConsumer(exchange, consumer);
    exchange.credential = &credential;
    setOrRemove(exchange.requestEdits, "X-Credential-Identifier", identifier);
    exchange.requestEdits.remove("X-Anonymous-Consumer");
}

void forgetClaims(Exchange &exchange)
{
    if (exchange.consumer)
        return; // another plugin has said who it is
    for (const std::string_view name : {"X-Consumer-ID", "X-Consumer-Custom-ID", "X-Consumer-Username",
                                        "X-Credential-Identifier", "X-Anonymous-Consumer"})
        exchange.requestEdits.remove(name);
    forgetGroups(exchange.requestEdits);
}

void authenticateAsAnonymous(Exchange &exchange, const ConsumerFacts &consumer)
{
    nameConsumer(exchange, consumer);
    exchange.credential = nullptr;
    exchange.requestEdits.remove("X-Credential-Identifier");
    exchange.requestEdits.set("X-Anonymous-Consumer", "true");
}

AnonymousFallback::AnonymousFallback(const QJsonObject &config, const ConsumerDirectory &consumers)
{
    const std::string name = config.value("anonymous"_L1).toString().toStdString();
    m_configured = !name.empty();
    if (m_configured)
        m_consumer = consumers.byIdOrUsername(name);
}

Verdict AnonymousFallback::use(Exchange &exchange) const
{
    if (!m_consumer)
        return Verdict::reply({500, ReplyForm::Exit, "An unexpected error occurred", {}, {}});
    authenticateAsAnonymous(exchange, *m_consumer);
    return Verdict::next();
}

} // namespace gatehouse
