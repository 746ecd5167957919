// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/explain_request.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// RFC 9110 5.6.2.
bool isToken(const QByteArray &text)
{
    static const QByteArray others = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.contains(c);
    });
}

bool isOneLine(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == '\t' || static_cast<unsigned char>(c) >= ' '; });
}

// Behind "scheme://authority": everything up to a fragment, exactly as it was written.
QByteArray targetOf(const QByteArray &url, qsizetype begin)
{
    const QByteArray rest = url.mid(begin, url.indexOf('#', begin) < 0 ? -1 : url.indexOf('#', begin) - begin);
    return rest.startsWith('/') ? rest : '/' + rest;
}

Result<> takeUrl(ExplainRequest &request)
{
    QByteArray &url = request.url;
    if (url.startsWith('/'))
        url.prepend("http://127.0.0.1:8000");
    const QUrl parts(QString::fromUtf8(url), QUrl::StrictMode);
    const bool isHttp = parts.scheme() == "http"_L1 || parts.scheme() == "https"_L1;
    if (!parts.isValid() || !isHttp || parts.host().isEmpty() || url.contains(' '))
        return Error{ErrorKind::Invalid, u"the URL looks like http://localhost:8000/path"_s};
    if (!parts.userInfo().isEmpty())
        return Error{ErrorKind::Invalid, u"the URL names a user; give credentials with --as or -H"_s};
    const qsizetype begin = url.indexOf("://") + 3;
    qsizetype end = begin;
    while (end < url.size() && url[end] != '/' && url[end] != '?' && url[end] != '#')
        ++end;
    const bool tls = parts.scheme() == "https"_L1;
    request.endpoint = {parts.host(), static_cast<quint16>(parts.port(tls ? 443 : 80)), tls};
    request.authority = url.mid(begin, end - begin);
    request.target = targetOf(url, end);
    return {};
}

Result<> takeHeader(ExplainRequest &request, const QByteArray &header)
{
    const qsizetype colon = header.indexOf(':');
    const RequestField field{header.left(std::max<qsizetype>(colon, 0)), header.mid(colon + 1).trimmed()};
    if (!isToken(field.name) || !isOneLine(field.value))
        return Error{ErrorKind::Invalid, u"-H takes 'name: value', not '%1'"_s.arg(QString::fromUtf8(header))};
    request.fields << field;
    return {};
}

} // namespace

bool ExplainRequest::hasField(const QByteArray &name) const
{
    return std::any_of(fields.begin(), fields.end(), [&name](const RequestField &field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void ExplainRequest::addQueryArgument(const QByteArray &name, const QByteArray &value)
{
    target += target.contains('?') ? '&' : '?';
    target += name.toPercentEncoding() + '=' + value.toPercentEncoding();
}

QByteArray ExplainRequest::bytes() const
{
    QByteArray head = method + ' ' + target + " HTTP/1.1\r\n";
    if (!hasField("Host"))
        head += "Host: " + authority + "\r\n";
    for (const RequestField &field : fields)
        head += field.name + ": " + field.value + "\r\n";
    if (!body.isEmpty())
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return head + "X-Kong-Request-Debug: *\r\nConnection: close\r\n\r\n" + body;
}

Result<ExplainRequest>
makeExplainRequest(const QString &method, const QString &url, const QStringList &headers, const QByteArray &body)
{
    ExplainRequest request;
    request.method = method.toUtf8();
    request.url = url.toUtf8();
    request.body = body;
    if (!isToken(request.method))
        return Error{ErrorKind::Invalid, u"'%1' is no method"_s.arg(method)};
    if (const Result<> taken = takeUrl(request); !taken)
        return taken.error();
    for (const QString &header : headers) {
        if (const Result<> taken = takeHeader(request, header.toUtf8()); !taken)
            return taken.error();
    }
    return request;
}

} // namespace gatehouse
