// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/cors/allowed_origins.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

bool isPlain(const QString &entry)
{
    return std::all_of(entry.begin(), entry.end(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'.' || c == u':' || c == u'/' || c == u'-';
    });
}

struct Parts {
    std::string scheme;
    std::string host;
    std::string port;
};

// scheme://host[:port]; no scheme: everything is the host.
Parts split(std::string_view origin)
{
    Parts parts;
    if (const std::size_t colon = origin.find("://"); colon != std::string_view::npos) {
        parts.scheme = origin.substr(0, colon);
        origin.remove_prefix(colon + 3);
    }
    origin = origin.substr(0, origin.find('/'));
    const std::size_t colon = origin.rfind(':');
    parts.host = origin.substr(0, colon);
    if (colon != std::string_view::npos)
        parts.port = origin.substr(colon + 1);
    return parts;
}

// The port of the scheme is left out.
std::string normalised(std::string_view origin)
{
    const Parts parts = split(origin);
    const bool usual =
        (parts.scheme == "http" && parts.port == "80") || (parts.scheme == "https" && parts.port == "443");
    std::string text = parts.scheme.empty() ? std::string() : parts.scheme + "://";
    text += parts.host;
    if (!parts.port.empty() && !usual)
        text += ':' + parts.port;
    return text;
}

} // namespace

AllowedOrigins::AllowedOrigins(const QStringList &origins)
    : m_any(origins.contains(u"*"_s))
    , m_onlyAny(origins.isEmpty() || (origins.size() == 1 && m_any))
{
    if (origins.size() == 1 && isPlain(origins.first()))
        m_fixed = origins.first().toStdString();
    for (const QString &origin : origins) {
        Entry entry;
        entry.isPattern = !isPlain(origin);
        entry.onHost = !origin.contains(u':');
        if (entry.isPattern && origin != "*"_L1)
            entry.pattern = QRegularExpression(QRegularExpression::anchoredPattern(origin));
        else
            entry.text = normalised(origin.toStdString());
        m_entries.push_back(std::move(entry));
    }
}

AllowedOrigins::Answer AllowedOrigins::answerTo(std::string_view origin) const
{
    if (m_onlyAny)
        return {"*", false};
    if (!m_fixed.empty())
        return {m_fixed, true};
    if (m_any)
        return {"*", true};
    if (origin.empty())
        return {{}, true};
    const std::string asked = normalised(origin);
    const bool allowed = std::any_of(m_entries.begin(), m_entries.end(), [&asked](const Entry &entry) {
        if (!entry.isPattern)
            return entry.text == asked;
        const std::string subject = entry.onHost ? split(asked).host : asked;
        return entry.pattern.match(QString::fromStdString(subject)).hasMatch();
    });
    return {allowed ? asked : std::string(), true};
}

} // namespace gatehouse
