// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/endpoints.h"
#include "core/admin/entity_calls.h"
#include "core/base/uuid.h"

#include <QJsonArray>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// A server name may stand for the id of its certificate; PUT of an unknown one creates a certificate. Kong means to
// add the name to it then, and does not.
std::optional<AdminReply> findCertificate(AdminCall &call)
{
    const QString name = call.segments.value(u"certificates"_s);
    if (isUuid(name)) {
        return std::nullopt;
    }
    const auto sni = call.store().config().table(u"snis"_s).findBy(u"name"_s, name);
    if (!sni && call.method != "PUT") {
        return AdminReply::message(404, u"SNI not found"_s);
    }
    call.segments.insert(u"certificates"_s, sni ? foreignId(*sni, u"certificate"_s) : randomUuid());
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

// A form may hold one name instead of a list.
AdminHandler withNameList(const AdminHandler &handler)
{
    return [handler](AdminCall &call) {
        const QJsonValue names = call.body.fields.value("snis"_L1);
        if (call.body.isForm && names.isString()) {
            call.body.fields.insert(u"snis"_s, QJsonArray{names});
        }
        return handler(call);
    };
}

} // namespace

void addCertificateEndpoints(RouteTable &routes, const SchemaRegistry &registry)
{
    const RecordSchema *schema = registry.entity(u"certificates");
    if (!schema) {
        return;
    }
    AdminEndpoint &one = routes.at(u"/certificates/{certificates}"_s);
    one.methods["GET"] = [schema](AdminCall &call) { return getCertificate(call, *schema); };
    for (const QByteArray &method : {QByteArray("PUT"), QByteArray("PATCH")}) {
        one.methods[method] = withNameList(one.methods[method]);
    }
    AdminHandler &create = routes.at(u"/certificates"_s).methods["POST"];
    create = withNameList(create);
    one.before = findCertificate;
    routes.at(u"/certificates/{certificates}/snis"_s).before = findCertificate;
    if (registry.entity(u"snis")) {
        routes.at(u"/snis/{snis}/certificate"_s).before = [](AdminCall &) { return AdminReply::notFound(); };
    }
}

} // namespace gatehouse
