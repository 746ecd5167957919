// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exchange_fixture.h"

#include "core/declarative/declarative_loader.h"
#include "core/http/request_parser.h"
#include "core/plugins/described/bundled_schemas.h"
#include "tests/support/octets.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QByteArray valueIn(const HeaderEdits &edits, const char *name)
{
    const HeaderEdits::Edit *edit = edits.find(name);
    return edit ? bytes(edit->value) : QByteArray();
}

} // namespace

ExchangeFixture::ExchangeFixture(const QByteArray &yaml)
    : m_registry(makeSchemaRegistry())
{
    const PostedDocument posted = DeclarativeLoader(*m_registry, m_clock).post(yaml);
    if (!posted.errors.isEmpty())
        qFatal("%s", QJsonDocument(posted.errors).toJson().constData());
    m_config = posted.config;
    m_consumers = std::make_unique<const ConsumerDirectory>(m_config);
    createPlugins();
}

void ExchangeFixture::createPlugins()
{
    QStringList warnings; // what is not executed is another test's business
    const PluginServices services{m_config, *m_consumers, m_clock, m_counters, m_logFiles, warnings};
    for (const PluginType *type : builtinPlugins()) {
        const std::shared_ptr<const void> shared = type->prepare ? type->prepare(services) : nullptr;
        m_shared.push_back(shared);
        for (const QJsonObject &row : m_config.rows(u"plugins"_s)) {
            if (row.value("name"_L1).toString() != type->name)
                continue;
            const PluginBinding binding{row.value("id"_L1).toString(),     foreignId(row, u"route"_s),
                                        foreignId(row, u"service"_s),      foreignId(row, u"consumer"_s),
                                        row.value("config"_L1).toObject(), shared};
            const auto plugin = type->create(binding, services);
            if (!plugin)
                qFatal("%s", qUtf8Printable(plugin.error().message));
            m_plugins.push_back(*plugin);
            m_names << type->name;
        }
    }
}

void ExchangeFixture::receive(const QByteArray &message)
{
    m_exchange.reset();
    m_exchange.request = {};
    m_message = message;
    http::RequestParser parser{http::Limits()};
    if (parser.parse(view(m_message), m_exchange.request) != http::ParseStatus::Done)
        qFatal("No request: %s", parser.failure().reason);
    m_exchange.normalizedPath = m_exchange.request.path;
    m_exchange.clientIp = "192.0.2.1";
    m_exchange.requestId = "0123456789abcdef0123456789abcdef";
    if (m_exchange.request.framing == http::Framing::None)
        return;
    m_exchange.body = view(m_message).substr(parser.headSize());
    m_exchange.bodyOverride = m_exchange.body;
    m_exchange.overridesBody = true;
}

void ExchangeFixture::receiveGet(const QByteArray &target, const QByteArray &fields)
{
    receive("GET " + target + " HTTP/1.1\r\nHost: gw.test\r\n" + fields + "\r\n");
}

Answer ExchangeFixture::access()
{
    const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(m_clock.now().time_since_epoch());
    const WorkerServices services{now.count(), 0, &m_logs, true};
    for (const auto &plugin : m_plugins) {
        const Verdict verdict = plugin->onRequest(m_exchange, services, {});
        if (verdict.kind() != Verdict::Kind::Reply)
            continue;
        const Reply &reply = verdict.answer();
        const std::string_view text = reply.form == ReplyForm::Verbatim ? reply.body : reply.message;
        return {reply.status, bytes(text), responseField("WWW-Authenticate")};
    }
    return {};
}

Answer ExchangeFixture::get(const QByteArray &target, const QByteArray &fields)
{
    receiveGet(target, fields);
    return access();
}

QList<QJsonObject> ExchangeFixture::finish(bool redactsKeys)
{
    for (const auto &plugin : m_plugins)
        plugin->onFinished(m_exchange, {0, 0, &m_logs, redactsKeys});
    QList<QJsonObject> records;
    m_logs.ring().drain([&records](LogFileId, std::string_view line) {
        QJsonParseError error;
        records.append(QJsonDocument::fromJson(bytes(line), &error).object());
        if (error.error != QJsonParseError::NoError || !line.ends_with('\n'))
            qFatal("No line of JSON: %s", bytes(line).constData());
    });
    return records;
}

QByteArray ExchangeFixture::upstreamField(const char *name) const
{
    return valueIn(m_exchange.requestEdits, name);
}

QByteArray ExchangeFixture::responseField(const char *name) const
{
    return valueIn(m_exchange.responseEdits, name);
}

bool ExchangeFixture::dropsField(const char *name) const
{
    return m_exchange.requestEdits.removes(name) && !m_exchange.requestEdits.find(name);
}

} // namespace gatehouse
