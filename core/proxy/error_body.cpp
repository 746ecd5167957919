// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/error_body.h"

#include "core/http/octets.h"

#include <charconv>

namespace gatehouse {

namespace {

enum class Form : std::uint8_t { Json, Html, Plain, Xml, Grpc };

std::string_view cut(std::string_view &rest, char separator) noexcept
{
    const std::size_t at = rest.find(separator);
    const std::string_view part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
    return part;
}

bool startsWith(std::string_view text, std::string_view prefix) noexcept
{
    return text.size() >= prefix.size() && http::equalsIgnoreCase(text.substr(0, prefix.size()), prefix);
}

Form formOf(std::string_view mediaType) noexcept
{
    if (http::equalsIgnoreCase(mediaType, "text/html"))
        return Form::Html;
    if (http::equalsIgnoreCase(mediaType, "application/xml"))
        return Form::Xml;
    if (startsWith(mediaType, "application/grpc"))
        return Form::Grpc;
    if (startsWith(mediaType, "text/"))
        return Form::Plain;
    return Form::Json;
}

double quality(std::string_view parameters) noexcept
{
    while (!parameters.empty()) {
        const std::string_view parameter = http::octets::trim(cut(parameters, ';'));
        if (!startsWith(parameter, "q="))
            continue;
        double value = 1;
        std::from_chars(parameter.data() + 2, parameter.data() + parameter.size(), value);
        return value;
    }
    return 1;
}

// The first of the best-rated media types.
Form preferred(std::string_view accept) noexcept
{
    Form best = Form::Json;
    double bestQuality = 0;
    while (!accept.empty()) {
        std::string_view item = cut(accept, ',');
        const std::string_view type = http::octets::trim(cut(item, ';'));
        const double rated = quality(item);
        if (type.empty() || rated <= bestQuality)
            continue;
        bestQuality = rated;
        best = formOf(type);
    }
    return best;
}

Form chooseForm(const http::RequestHead &request, WithoutAccept fallback) noexcept
{
    if (const http::Field *accept = request.fields.find(http::FieldId::Accept))
        return preferred(accept->value);
    if (fallback == WithoutAccept::Json)
        return Form::Json;
    const http::Field *type = request.fields.find(http::FieldId::ContentType);
    return type ? formOf(http::octets::trim(type->value.substr(0, type->value.find(';')))) : Form::Plain;
}

} // namespace

ErrorBody makeErrorBody(Exchange &exchange, std::string_view message, WithoutAccept fallback)
{
    Arena &arena = exchange.arena;
    const std::string_view id = exchange.requestId;
    switch (chooseForm(exchange.request, fallback)) {
    case Form::Html:
        return {"text/html; charset=utf-8",
                arena.concat({"<!doctype html>\n<html>\n  <head>\n    <meta charset=\"utf-8\">\n"
                              "    <title>Error</title>\n  </head>\n  <body>\n    <h1>Error</h1>\n    <p>",
                              message, ".</p>\n    <p>request_id: ", id, "</p>\n  </body>\n</html>\n"})};
    case Form::Plain:
        return {"text/plain; charset=utf-8", arena.concat({message, "\nrequest_id: ", id, "\n"})};
    case Form::Xml:
        return {"application/xml; charset=utf-8",
                arena.concat({"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<error>\n  <message>", message,
                              "</message>\n  <requestid>", id, "</requestid>\n</error>\n"})};
    case Form::Grpc:
        return {"application/grpc", {}};
    case Form::Json:
        break;
    }
    return {"application/json; charset=utf-8",
            arena.concat({"{\n  \"message\":\"", message, "\",\n  \"request_id\":\"", id, "\"\n}"})};
}

} // namespace gatehouse
