// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/admin_api.h"

#include "core/admin/endpoints.h"

#include <QCryptographicHash>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype largestBody = 10 * 1024 * 1024; // bytes; nginx answers 413 beyond it

bool hasBody(const QByteArray &method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

// Looked at before the path is: an unknown path with a bad type is 415 too.
bool isTypeAccepted(const AdminRequest &request, QByteArrayView path)
{
    switch (bodyKindOf(request)) {
    case BodyKind::Unsupported:
        return false;
    case BodyKind::Yaml:
        return path == "/config";
    default:
        return true;
    }
}

QList<QByteArray> segmentsOf(QByteArrayView path)
{
    if (!path.startsWith('/')) {
        return {};
    }
    const QByteArrayView trimmed = path.size() > 1 && path.endsWith('/') ? path.chopped(1) : path;
    return trimmed.toByteArray().sliced(1).split('/');
}

void addCorsHeaders(const AdminRequest &request, AdminReply &reply)
{
    const QByteArray origin = request.header("Origin");
    reply.headers.append(AdminHeader("Access-Control-Allow-Origin", origin.isEmpty() ? QByteArray("*") : origin));
    reply.headers.append(AdminHeader("Access-Control-Allow-Credentials", "true"));
}

} // namespace

AdminApi::AdminApi(ConfigStore &store, NodeFacts &facts, UpstreamHealth *health)
    : m_context{store, facts, health}
{
    const SchemaRegistry &registry = store.registry();
    addEntityEndpoints(m_routes, registry);
    addPluginEndpoints(m_routes, registry);
    addConsumerEndpoints(m_routes, registry);
    addCertificateEndpoints(m_routes, registry);
    addUpstreamEndpoints(m_routes, registry);
    addTagEndpoints(m_routes);
    addSchemaEndpoints(m_routes);
    addConfigEndpoint(m_routes);
    addNodeEndpoints(m_routes);
    m_context.endpoints = m_routes.paths();
    QObject::connect(&store, &ConfigStore::changed, &m_listener, [this] { noteChange(); });
}

// What was posted is no longer what is there: its hash must not answer "unchanged" any more.
void AdminApi::noteChange()
{
    if (m_context.posted.isLoading) {
        return;
    }
    const QByteArray last = m_context.posted.hash.toLatin1();
    const QByteArray next = QCryptographicHash::hash(QByteArray(last + "changed"), QCryptographicHash::Md5).toHex();
    m_context.posted = {};
    if (!m_context.store.config().isEmpty()) {
        m_context.posted.hash = QString::fromLatin1(next);
    }
}

AdminReply AdminApi::handle(const AdminRequest &request)
{
    AdminReply reply = dispatch(request);
    // The other pages come from the web server in front of Kong, which knows nothing of CORS.
    const bool isPage = !reply.headers.isEmpty() && reply.headers.first().second.startsWith("text/html");
    if (!isPage || reply.status == 415) {
        addCorsHeaders(request, reply);
    }
    return reply;
}

AdminReply AdminApi::dispatch(const AdminRequest &request)
{
    const qsizetype mark = request.target.indexOf('?');
    const QByteArray path = mark < 0 ? request.target : request.target.first(mark);
    const QByteArray query = mark < 0 ? QByteArray() : request.target.sliced(mark + 1);
    if (request.body.size() > largestBody) {
        return AdminReply::html(413, u"Request Entity Too Large"_s);
    }
    if (request.method == "TRACE") {
        return AdminReply::html(405, u"Not Allowed"_s);
    }
    if (hasBody(request.method) && !isTypeAccepted(request, path)) {
        return AdminReply::html(415, u"Unsupported Media Type"_s);
    }
    const RouteTable::Match match = m_routes.find(segmentsOf(path));
    return match.endpoint ? call(match, request, query) : AdminReply::notFound();
}

AdminReply AdminApi::call(const RouteTable::Match &match, const AdminRequest &request, const QByteArray &query)
{
    const AdminEndpoint &endpoint = *match.endpoint;
    AdminCall call{request, m_context, request.method == "HEAD" ? QByteArray("GET") : request.method};
    const bool isOptions = request.method == "OPTIONS";
    if (!isOptions && !endpoint.methods.contains(call.method)) {
        return AdminReply::notAllowed();
    }
    for (auto segment = match.segments.begin(); segment != match.segments.end(); ++segment) {
        call.segments.insert(segment.key(), decodedSegment(segment.value()));
        call.typed.insert(segment.key(), QString::fromUtf8(segment.value()));
    }
    if (endpoint.before) {
        if (const auto answer = endpoint.before(call)) {
            return *answer;
        }
    }
    if (isOptions) {
        return options(endpoint, request);
    }
    call.query = QueryArguments(query);
    if (call.query.count() > largestArgumentCount) {
        return AdminReply::message(400, u"Too many arguments"_s);
    }
    if (hasBody(call.method)) {
        call.bodyKind = bodyKindOf(request);
        const auto body = decodeBody(request, call.bodyKind);
        if (!body) {
            return AdminReply::message(400, u"Cannot parse JSON body"_s);
        }
        call.body = *body;
    }
    return endpoint.methods.value(call.method)(call);
}

AdminReply AdminApi::options(const AdminEndpoint &endpoint, const AdminRequest &request)
{
    AdminReply reply = AdminReply::empty(204);
    const QByteArray asked = request.header("Access-Control-Request-Headers");
    reply.headers.append(AdminHeader("Allow", endpoint.allowedMethods()));
    reply.headers.append(AdminHeader("Access-Control-Allow-Methods", endpoint.allowedMethods()));
    reply.headers.append(
        AdminHeader("Access-Control-Allow-Headers", asked.isEmpty() ? QByteArray("Content-Type") : asked));
    return reply;
}

} // namespace gatehouse
