// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/endpoints.h"
#include "core/admin/entity_calls.h"
#include "core/base/uuid.h"

#include <QJsonArray>

namespace gatehouse
{
namespace
{

using namespace Qt::StringLiterals;

// A server name may stand for the id of its certificate; PUT of an unknown one creates a certificate for it.
std::optional<AdminReply> findCertificate(AdminCall &call, bool mayBeNew)
{
    const QString name = call.segments.value(u"certificates"_s);
    if (isUuid(name)) {
        return std::nullopt;
    }
    const auto sni = call.store().config().table(u"snis"_s).findBy(u"name"_s, name);
    if (sni) {
        call.segments.insert(u"certificates"_s, foreignId(*sni, u"certificate"_s));
        return std::nullopt;
    }
    if (!mayBeNew || call.method != "PUT") {
        return AdminReply::message(404, u"SNI not found"_s);
    }
    call.segments.insert(u"certificates"_s, randomUuid());
    return std::nullopt;
}

AdminReply getCertificate(AdminCall &call, const RecordSchema &schema)
{
    const StoreOutcome found = call.find(schema);
    if (!found.error && found.entity.isEmpty()) {
        return reply(store_errors::notFound({{u"id"_s, call.segments.value(schema.name)}}));
    }
    return answer(200, found);
}

// The name of the path belongs to the certificate, whatever the body says.
AdminReply putCertificate(AdminCall &call, const RecordSchema &schema)
{
    const QString name = decodedSegment(call.typed.value(schema.name).toUtf8());
    if (!isUuid(name)) {
        const QJsonValue written = call.body.fields.value("snis"_L1);
        QJsonArray names = written.isArray() ? written.toArray() : QJsonArray();
        if (written.isString()) {
            names.append(written);
        }
        if (!names.contains(name)) {
            names.append(name);
        }
        call.body.fields.insert(u"snis"_s, names);
    }
    return putRow(call, schema);
}

} // namespace

void addCertificateEndpoints(RouteTable &routes, const SchemaRegistry &registry)
{
    const RecordSchema *schema = registry.entity(u"certificates");
    if (!schema) {
        return;
    }
    const QStringList paths = routes.paths();
    for (const QString &path : paths) {
        if (path.startsWith("/certificates/{certificates}"_L1)) {
            const bool mayBeNew = path == "/certificates/{certificates}"_L1;
            routes.at(path).before = [mayBeNew](AdminCall &call) { return findCertificate(call, mayBeNew); };
        }
    }
    AdminEndpoint &one = routes.at(u"/certificates/{certificates}"_s);
    one.methods["GET"] = [schema](AdminCall &call) { return getCertificate(call, *schema); };
    one.methods["PUT"] = [schema](AdminCall &call) { return putCertificate(call, *schema); };
    if (registry.entity(u"snis")) {
        routes.at(u"/snis/{snis}/certificate"_s).before = [](AdminCall &) { return AdminReply::notFound(); };
    }
}

} // namespace gatehouse
