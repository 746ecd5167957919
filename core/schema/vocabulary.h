// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/field.h"

#include <QString>

namespace gatehouse::vocabulary {

// The checks behind Kong's shared field kinds (kong/db/schema/typedefs.lua), to be hung on a field with checked().
// Each returns nothing for a good value and Kong's text otherwise; values have passed their type check. Thread: any.
using Problem = std::optional<QString>;

Problem host(const QJsonValue &value);
Problem hostWithOptionalPort(const QJsonValue &value);
Problem sni(const QJsonValue &value);
Problem wildcardHost(const QJsonValue &value);
Problem ipOrCidr(const QJsonValue &value);
Problem path(const QJsonValue &value);
Problem url(const QJsonValue &value);
Problem utf8Name(const QJsonValue &value);
Problem tag(const QJsonValue &value);
Problem headerName(const QJsonValue &value);
Problem cookieName(const QJsonValue &value);
Problem routeHost(const QJsonValue &value);
Problem routePath(const QJsonValue &value);

// Nothing when PCRE2 compiles it, otherwise its message.
std::optional<QString> regexProblem(const QString &pattern);

// scheme, host, port and path of a URL as Kong's parser (socket.url) splits it; absent parts are null strings.
struct UrlParts {
    QString scheme;
    QString userInfo;
    QString host;
    QString port;
    QString path;
    QString fragment;
};

UrlParts splitUrl(const QString &text);

// kong/tools/uri.lua with merged slashes: the only spelling of a prefix path that a route may have.
QString normalizePath(const QString &path);

} // namespace gatehouse::vocabulary
