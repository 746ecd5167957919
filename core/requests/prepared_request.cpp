// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/prepared_request.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Requests)
};

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

Result<> takeUrl(PreparedRequest &request)
{
    const QByteArray &url = request.url;
    const QUrl parts(QString::fromUtf8(url), QUrl::StrictMode);
    const bool isHttp = parts.scheme() == "http"_L1 || parts.scheme() == "https"_L1;
    if (!parts.isValid() || !isHttp || parts.host().isEmpty() || url.contains(' '))
        return Error{ErrorKind::Invalid, Words::tr("the URL looks like http://localhost:8000/path")};
    if (!parts.userInfo().isEmpty())
        return Error{ErrorKind::Invalid,
                     Words::tr("the URL names a user; give credentials as a consumer or in a header")};
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

Result<> takeHeader(PreparedRequest &request, const QString &name, const QString &value)
{
    const RequestField field{name.trimmed().toUtf8(), value.trimmed().toUtf8()};
    if (!isToken(field.name) || !isOneLine(field.value))
        return Error{ErrorKind::Invalid, Words::tr("a header looks like “name: value”, not “%1: %2”").arg(name, value)};
    request.fields << field;
    return {};
}

// What a client of an API says of itself without being asked.
void addUsualFields(PreparedRequest &request)
{
    if (!request.hasField("Accept"))
        request.fields << RequestField{"Accept", "*/*"};
    const QJsonDocument json = QJsonDocument::fromJson(request.body);
    if (!json.isNull() && !request.hasField("Content-Type"))
        request.fields << RequestField{"Content-Type", "application/json"};
}

} // namespace

bool PreparedRequest::hasField(const QByteArray &name) const
{
    return std::any_of(fields.begin(), fields.end(), [&name](const RequestField &field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void PreparedRequest::addQueryArgument(const QByteArray &name, const QByteArray &value)
{
    target += target.contains('?') ? '&' : '?';
    target += name.toPercentEncoding() + '=' + value.toPercentEncoding();
}

QByteArray PreparedRequest::wholeUrl() const
{
    return (endpoint.tls ? "https://" : "http://") + authority + target;
}

QByteArray PreparedRequest::bytes() const
{
    QByteArray head = method + ' ' + target + " HTTP/1.1\r\n";
    if (!hasField("Host"))
        head += "Host: " + authority + "\r\n";
    for (const RequestField &field : fields)
        head += field.name + ": " + field.value + "\r\n";
    if (!body.isEmpty() && !hasField("Content-Length"))
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return head + "X-Kong-Request-Debug: *\r\nConnection: close\r\n\r\n" + body;
}

QString wholeUrl(const QString &typed, const QString &base)
{
    const QString url = typed.trimmed();
    if (url.startsWith(u'/'))
        return base + url;
    if (url.startsWith(u'?'))
        return base + u'/' + url;
    if (url.contains("://"_L1))
        return url;
    const QString first = url.section(u'/', 0, 0);
    const bool isHost = first.contains(u'.') || first.contains(u':') || first == "localhost"_L1;
    return isHost ? QString(u"http://"_s + url) : QString(base + u'/' + url);
}

Result<PreparedRequest> prepareRequest(const RequestDraft &draft, const QString &base)
{
    PreparedRequest request;
    request.method = draft.method.toUtf8();
    request.url = wholeUrl(draft.url, base).toUtf8();
    request.body = draft.body.toUtf8();
    if (!isToken(request.method))
        return Error{ErrorKind::Invalid, Words::tr("“%1” is no method").arg(draft.method)};
    if (const Result<> taken = takeUrl(request); !taken)
        return taken.error();
    for (const auto &[name, value] : draft.headers) {
        if (const Result<> taken = takeHeader(request, name, value); !taken)
            return taken.error();
    }
    if (!draft.isRaw)
        addUsualFields(request);
    return request;
}

} // namespace gatehouse
