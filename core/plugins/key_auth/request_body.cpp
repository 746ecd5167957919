// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/key_auth/request_body.h"

#include "core/plugins/key_auth/multipart_form.h"
#include "core/plugins/key_auth/query_edit.h"

#include <QJsonObject>

#include <algorithm>
#include <map>

namespace gatehouse {

namespace {

constexpr std::string_view uriLiterals = "-._~"; // RFC 3986 2.3

std::string_view contentTypeOf(const Exchange &exchange) noexcept
{
    const http::Field *field = exchange.request.fields.find(http::FieldId::ContentType);
    return field ? field->value : std::string_view();
}

bool startsWith(std::string_view text, std::string_view prefix) noexcept
{
    return text.size() >= prefix.size() && http::equalsIgnoreCase(text.substr(0, prefix.size()), prefix);
}

std::vector<QueryArg> formArgs(std::string_view body, Arena &arena)
{
    std::vector<QueryArg> result;
    QueryArgs args(body, arena); // lua_max_post_args is 100 too
    for (QueryArg arg; args.next(arg);)
        result.push_back(arg);
    return result;
}

void appendEscaped(std::string &out, std::string_view text)
{
    const std::size_t size = out.size();
    out.resize(size + escapedLimit(text.size()));
    out.resize(static_cast<std::size_t>(writeEscaped(text, uriLiterals, out.data() + size) - out.data()));
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

RequestBody::RequestBody(Exchange &exchange)
    : m_exchange(exchange)
{
    const std::string_view type = contentTypeOf(exchange);
    if (startsWith(type, "application/x-www-form-urlencoded")) {
        m_args = formArgs(exchange.body, exchange.arena);
        m_kind = Kind::Form;
    } else if (startsWith(type, "multipart/form-data")) {
        m_boundary = multipartBoundary(type);
        if (m_boundary.empty())
            return;
        m_args = parseMultipart(exchange.body, m_boundary);
        m_kind = Kind::Multipart;
    } else if (startsWith(type, "application/json")) {
        m_json = QJsonDocument::fromJson(
            QByteArray::fromRawData(exchange.body.data(), static_cast<qsizetype>(exchange.body.size())));
        m_kind = m_json.isNull() ? Kind::Unreadable : Kind::Json;
    }
}

NamedValue RequestBody::find(std::string_view name) const
{
    NamedValue found;
    for (const QueryArg &arg : m_args) {
        if (arg.name == name)
            found.take(arg.hasValue ? NamedValue::Kind::Text : NamedValue::Kind::NotText, arg.value);
    }
    if (m_kind != Kind::Json)
        return found;
    const QJsonValue value = m_json.object().value(toQString(name));
    if (value.isString()) {
        const QByteArray text = value.toString().toUtf8();
        found.take(NamedValue::Kind::Text,
                   m_exchange.arena.copy({text.constData(), static_cast<std::size_t>(text.size())}));
    } else if (!value.isUndefined()) {
        found.kind = value.isObject() || value.isArray() ? NamedValue::Kind::Several : NamedValue::Kind::NotText;
    }
    return found;
}

void RequestBody::hide(std::string_view name)
{
    if (m_kind == Kind::Unreadable || !m_exchange.overridesBody)
        return;
    const std::string text = m_kind == Kind::Form        ? formWithout(name)
                             : m_kind == Kind::Multipart ? multipartWithout(name)
                                                         : jsonWithout(name);
    m_exchange.bodyOverride = m_exchange.arena.copy(text);
    if (m_kind == Kind::Multipart)
        m_exchange.requestEdits.set("Content-Type",
                                    m_exchange.arena.concat({"multipart/form-data; boundary=", m_boundary}));
}

// The values of one name stay together; the names come in the order of their escaped text.
std::string RequestBody::formWithout(std::string_view name) const
{
    std::map<std::string_view, std::string> byName;
    for (const QueryArg &arg : m_args) {
        if (arg.name == name)
            continue;
        std::string &text = byName[arg.name];
        text += text.empty() ? "" : "&";
        appendEscaped(text, arg.name);
        if (!arg.hasValue)
            continue;
        text += '=';
        appendEscaped(text, arg.value);
    }
    std::vector<std::string_view> texts;
    for (const auto &[key, text] : byName)
        texts.push_back(text);
    std::sort(texts.begin(), texts.end());
    std::string joined;
    for (const std::string_view text : texts)
        joined.append(joined.empty() ? "" : "&").append(text);
    return joined;
}

std::string RequestBody::multipartWithout(std::string_view name) const
{
    std::vector<QueryArg> parts = m_args;
    std::erase_if(parts, [name](const QueryArg &part) { return part.name == name; });
    return writeMultipart(std::move(parts), m_boundary);
}

std::string RequestBody::jsonWithout(std::string_view name) const
{
    if (!m_json.isObject())
        return m_json.toJson(QJsonDocument::Compact).toStdString();
    QJsonObject object = m_json.object();
    object.remove(toQString(name));
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace gatehouse
