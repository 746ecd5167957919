// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/vocabulary.h"

#include "core/schema/host_address.h"
#include "core/schema/lua_pattern.h"

#include <QRegularExpression>

namespace gatehouse::vocabulary {

using namespace Qt::StringLiterals;

namespace {

QString badPort()
{
    return u"invalid port number"_s;
}

bool isOtherError(const HostResult &result)
{
    return !result.error.isEmpty() && result.error != badPort();
}

bool hasPort(const HostResult &result)
{
    return result.error == badPort() || (result.address && result.address->port);
}

Problem nameOnly(const QString &checked, const QString &shown)
{
    const HostResult result = normalizeHost(checked);
    if (isOtherError(result))
        return u"invalid value: "_s + shown;
    if (result.address && result.address->type != HostAddress::Type::Name)
        return u"must not be an IP"_s;
    if (hasPort(result))
        return u"must not have a port"_s;
    return {};
}

// The first bad `%` and up to two characters behind it.
Problem percentProblem(const QString &path)
{
    for (qsizetype i = path.indexOf(u'%'); i >= 0; i = path.indexOf(u'%', i + 1)) {
        if (!luaMatches(path.mid(i, 3), u"^%%%x%x$"_s))
            return u"invalid url-encoded value: '"_s + path.mid(i, 3) + u'\'';
        i += 2;
    }
    return {};
}

bool hasOnlyPathCharacters(const QString &path)
{
    return luaMatches(path, u"^/[%w%.%-%_%~%/%%%:%@%!%$%&%'%(%)%*%+%,%;%=]*$"_s);
}

Problem allowedCharacters(const QString &text, const QString &pattern, const QString &problem)
{
    if (luaMatches(text, pattern))
        return {};
    return problem.arg(text);
}

} // namespace

Problem host(const QJsonValue &value)
{
    const HostResult result = normalizeHost(value.toString());
    if (isOtherError(result))
        return u"invalid value: "_s + value.toString();
    if (hasPort(result))
        return u"must not have a port"_s;
    return {};
}

Problem hostWithOptionalPort(const QJsonValue &value)
{
    const HostResult result = normalizeHost(value.toString());
    if (result.address)
        return {};
    return result.error;
}

Problem sni(const QJsonValue &value)
{
    return nameOnly(value.toString(), value.toString());
}

Problem wildcardHost(const QJsonValue &value)
{
    QString host = value.toString();
    const qsizetype wildcard = host.indexOf(u'*');
    if (wildcard >= 0) {
        if (wildcard != 0 && wildcard != host.size() - 1)
            return u"wildcard must be leftmost or rightmost character"_s;
        if (host.count(u'*') > 1)
            return u"only one wildcard must be specified"_s;
        host.replace(u'*', "wildcard"_L1);
    }
    return nameOnly(host, host);
}

Problem ipOrCidr(const QJsonValue &value)
{
    if (isIpOrCidr(value.toString()))
        return {};
    return u"invalid ip or cidr range: '"_s + value.toString() + u'\'';
}

Problem path(const QJsonValue &value)
{
    const QString path = value.toString();
    if (!hasOnlyPathCharacters(path))
        return u"invalid path: '"_s + path + u"' (characters outside of the reserved list of RFC 3986 found)"_s;
    return percentProblem(path);
}

Problem url(const QJsonValue &value)
{
    const UrlParts parts = splitUrl(value.toString());
    if (parts.host.isNull())
        return u"missing host in url"_s;
    if (parts.scheme.isNull())
        return u"missing scheme in url"_s;
    return {};
}

Problem utf8Name(const QJsonValue &value)
{
    return allowedCharacters(value.toString(), u"^[%w%.%-%_~\u0080-\uffff]+$"_s,
                             u"invalid value '%1': the only accepted ascii characters are alphanumerics or "
                             "., -, _, and ~"_s);
}

Problem tag(const QJsonValue &value)
{
    return allowedCharacters(value.toString(), u"^[ !-+%-%.0-~\u0080-\uffff]+$"_s,
                             u"invalid tag '%1': expected printable ascii (except `,` and `/`) or valid utf-8 "
                             "sequences"_s);
}

Problem headerName(const QJsonValue &value)
{
    return allowedCharacters(value.toString(), u"^[%w%-_]+$"_s,
                             u"bad header name '%1', allowed characters are A-Z, a-z, 0-9, '_', and '-'"_s);
}

Problem cookieName(const QJsonValue &value)
{
    // RFC 2616 2.2, token.
    if (luaMatches(value.toString(), u"^[%w!#%$%%&'%*%+%-%.%^_`|~]+$"_s))
        return {};
    return u"contains one or more invalid characters. ASCII control characters (0-31;127), space, tab and the "
           "characters ()<>@,;:\\\"/?={}[] are not allowed."_s;
}

Problem routeHost(const QJsonValue &value)
{
    QString host = value.toString();
    host.replace(u'*', "abc"_L1);
    return hostWithOptionalPort(host);
}

Problem routePath(const QJsonValue &value)
{
    const QString path = value.toString();
    if (hasOnlyPathCharacters(path)) {
        if (Problem problem = percentProblem(path))
            return problem;
    }
    if (!path.startsWith(u'~')) {
        const QString normalized = normalizePath(path);
        if (path == normalized)
            return {};
        return u"non-normalized path, consider use '"_s + normalized + u"' instead"_s;
    }
    const QString pattern = path.mid(1);
    if (const std::optional<QString> problem = regexProblem(pattern))
        return u"invalid regex: '"_s + pattern + u"' (PCRE returned: "_s + *problem + u')';
    return {};
}

std::optional<QString> regexProblem(const QString &pattern)
{
    const QRegularExpression expression(pattern);
    if (expression.isValid())
        return std::nullopt;
    return u"pcre2_compile() failed: %1 in \"%2\""_s.arg(expression.errorString(), pattern);
}

} // namespace gatehouse::vocabulary
