// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/admin_server.h"

#include "core/base/logging.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QElapsedTimer>
#include <QHttpServer>
#include <QHttpServerResponder>
#include <QLocale>
#include <QUrl>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

QByteArray methodName(const QHttpServerRequest &request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Head:
        return "HEAD";
    case QHttpServerRequest::Method::Options:
        return "OPTIONS";
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    case QHttpServerRequest::Method::Trace:
        return "TRACE";
    case QHttpServerRequest::Method::Connect:
        return "CONNECT";
    default:
        return "UNKNOWN"; // Qt does not keep the word; every other verb is answered alike
    }
}

// Qt takes the first segment of "//services" for a host; with a scheme it really is one.
QByteArray targetOf(const QUrl &url)
{
    const auto parts = QUrl::RemoveScheme | QUrl::RemoveFragment;
    return url.scheme().isEmpty() ? url.toEncoded(parts) : url.toEncoded(parts | QUrl::RemoveAuthority);
}

AdminRequest toAdminRequest(const QHttpServerRequest &httpRequest)
{
    AdminRequest request;
    request.method = methodName(httpRequest);
    request.target = targetOf(httpRequest.url());
    const auto headers = httpRequest.headers();
    for (const auto &header : headers) {
        request.headers.append(AdminHeader(header.first, header.second));
    }
    request.body = httpRequest.body();
    return request;
}

QByteArray httpDate()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

bool isBodiless(int status)
{
    return status == 204 || status == 304;
}

void send(const AdminReply &reply, bool isHead, QHttpServerResponder &responder)
{
    responder.writeStatusLine(static_cast<QHttpServerResponder::StatusCode>(reply.status));
    for (const AdminHeader &header : reply.headers) {
        responder.writeHeader(header.first, header.second);
    }
    responder.writeHeader("Date", httpDate());
    if (!isBodiless(reply.status)) {
        responder.writeHeader("Content-Length", QByteArray::number(reply.body.size()));
    }
    responder.writeBody(isHead || isBodiless(reply.status) ? QByteArray() : reply.body);
}

// Digests of equal length are compared in full: how long it takes tells nothing (CWE-208).
bool isSameSecret(const QByteArray &given, const QByteArray &expected)
{
    const QByteArray a = QCryptographicHash::hash(given, QCryptographicHash::Sha256);
    const QByteArray b = QCryptographicHash::hash(expected, QCryptographicHash::Sha256);
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        difference |= static_cast<unsigned char>(a[i] ^ b[i]);
    }
    return difference == 0;
}

bool isWrite(const QByteArray &method)
{
    return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

} // namespace

AdminServer::AdminServer(AdminApi &api, const AdminServerOptions &options, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_options(options)
    , m_server(std::make_unique<QHttpServer>())
{
    m_server->setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        send(answer(request), request.method() == QHttpServerRequest::Method::Head, responder);
    });
}

AdminServer::~AdminServer() = default;

Result<quint16> AdminServer::listen()
{
    if (!m_options.address.isLoopback() && m_options.token.isEmpty()) {
        qCWarning(lcAdmin, "The Admin API listens on %s without a token: whoever reaches it controls the gateway.",
                  qPrintable(m_options.address.toString()));
    }
    const quint16 port = m_server->listen(m_options.address, m_options.port);
    if (port == 0) {
        const QString place = m_options.address.toString() + u':' + QString::number(m_options.port);
        return Error{ErrorKind::Io, tr("The Admin API cannot listen on %1.").arg(place)};
    }
    return port;
}

AdminReply AdminServer::answer(const QHttpServerRequest &httpRequest)
{
    QElapsedTimer timer;
    timer.start();
    const AdminRequest request = toAdminRequest(httpRequest);
    const auto refused = guardedRefusal(request, httpRequest.remoteAddress());
    AdminReply reply = refused ? *refused : m_api.handle(request);
    if (!refused && isWrite(request.method)) {
        emit written();
    }
    if (isFromOtherSite(request)) {
        reply.headers.removeIf([](const AdminHeader &header) { return header.first.startsWith("Access-Control-"); });
    }
    reply.headers.append(AdminHeader("X-Kong-Admin-Latency", QByteArray::number(timer.elapsed())));
    reply.headers.append(AdminHeader("Server", "gatehouse/" GATEHOUSE_VERSION));
    return reply;
}

std::optional<AdminReply> AdminServer::guardedRefusal(const AdminRequest &request, const QHostAddress &client)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_logins.isLocked(client, now)) {
        return AdminReply::message(429, u"too many wrong admin tokens"_s);
    }
    auto refused = refusal(request);
    if (refused && refused->status == 401) {
        m_logins.countFailure(client, now);
        if (m_logins.isLocked(client, now)) {
            qCWarning(lcAdmin, "%s gave too many wrong admin tokens.", qPrintable(client.toString()));
        }
    }
    return refused;
}

std::optional<AdminReply> AdminServer::refusal(const AdminRequest &request) const
{
    if (!isHostOurs(request.header("Host"))) {
        return AdminReply::message(421, u"the Admin API does not answer for this host name"_s);
    }
    if (!m_options.token.isEmpty() && !isTokenRight(request)) {
        return AdminReply::message(401, u"a valid admin token is required"_s);
    }
    if (isWrite(request.method) && isFromOtherSite(request)) {
        return AdminReply::message(403, u"writes from the pages of other sites are refused"_s);
    }
    return std::nullopt;
}

// A page that lets its own name point at this machine still sends that name.
bool AdminServer::isHostOurs(const QByteArray &host) const
{
    const QString name = QUrl(u"http://"_s + QString::fromLatin1(host)).host();
    if (host.isEmpty() || name == "localhost"_L1 || m_options.hostNames.contains(name, Qt::CaseInsensitive)) {
        return true;
    }
    const QHostAddress address(name);
    const bool listensOnAll = m_options.address == QHostAddress(QHostAddress::Any) ||
                              m_options.address == QHostAddress(QHostAddress::AnyIPv4) ||
                              m_options.address == QHostAddress(QHostAddress::AnyIPv6);
    return !address.isNull() && (listensOnAll || address.isLoopback() || address == m_options.address);
}

// Browsers say where a request comes from. Without that word a page can send only what needs no preflight, so a
// foreign Origin is refused there and left to CORS elsewhere (Fetch standard).
bool AdminServer::isFromOtherSite(const AdminRequest &request) const
{
    const QByteArray origin = request.header("Origin");
    const QByteArray site = request.header("Sec-Fetch-Site");
    const bool isListed = !origin.isEmpty() && m_options.origins.contains(QString::fromLatin1(origin));
    if (isListed || site == "same-origin" || site == "none") {
        return false;
    }
    if (!site.isEmpty()) {
        return true;
    }
    const bool isOwnPage = QUrl(QString::fromLatin1(origin)).authority() == QString::fromLatin1(request.header("Host"));
    const bool needsPreflight = bodyKindOf(request) == BodyKind::Json || request.method != "POST";
    return !origin.isEmpty() && !isOwnPage && !needsPreflight;
}

bool AdminServer::isTokenRight(const AdminRequest &request) const
{
    QByteArray given = request.header("Kong-Admin-Token");
    const QByteArray authorization = request.header("Authorization");
    if (given.isEmpty() && authorization.startsWith("Bearer ")) {
        given = authorization.sliced(7).trimmed();
    }
    return isSameSecret(given, m_options.token.toUtf8());
}

} // namespace gatehouse
