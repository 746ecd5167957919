// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/endpoints.h"
#include "core/declarative/declarative_loader.h"
#include "core/declarative/yaml_writer.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

bool isTruthy(const QString &flag)
{
    const QString text = flag.toLower();
    return text == "true"_L1 || text == "1"_L1 || text == "on"_L1 || text == "yes"_L1;
}

QString textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : QString();
}

// An argument of the endpoint itself: from the query, or from the body beside `config`.
QString argument(const AdminCall &call, const QString &name)
{
    return call.query.contains(name) ? call.query.value(name) : textOf(call.body.fields.value(name));
}

// The document as a text: a YAML body, the field `config`, or a JSON body that names no version.
std::optional<QByteArray> documentText(const AdminCall &call)
{
    const QJsonValue config = call.body.fields.value("config"_L1);
    if (config.isString()) {
        return config.toString().toUtf8();
    }
    if (call.query.contains(u"config"_s)) {
        return call.query.value(u"config"_s).toUtf8();
    }
    const bool isRaw = call.bodyKind == BodyKind::Yaml || call.bodyKind == BodyKind::Json;
    return isRaw && !call.request.body.isEmpty() ? std::optional(call.request.body) : std::nullopt;
}

// A body that is the document itself; what else stands in the query becomes part of it, as in Kong.
std::optional<QJsonObject> documentObject(const AdminCall &call)
{
    if (!call.body.fields.contains("_format_version"_L1)) {
        return std::nullopt;
    }
    QJsonObject document = call.body.fields;
    document.remove(u"check_hash"_s);
    document.remove(u"flatten_errors"_s);
    const QStringList names = call.query.names();
    for (const QString &name : names) {
        if (name != "check_hash"_L1 && name != "flatten_errors"_L1) {
            document.insert(name, call.query.value(name));
        }
    }
    return document;
}

AdminReply load(AdminCall &call, const PostedDocument &posted)
{
    if (!posted.errors.isEmpty()) {
        const Flatten flatten = isTruthy(argument(call, u"flatten_errors"_s)) ? Flatten::Yes : Flatten::No;
        return AdminReply::json(400, declarativeError(call.registry(), posted, flatten));
    }
    call.context.posted.isLoading = true;
    call.store().replace(posted.config, Origin::AdminApi,
                         QCoreApplication::translate("admin", "Load a configuration through the Admin API"));
    call.context.posted = {posted.hash, posted.nestedRows};
    return AdminReply::json(201, posted.entities);
}

AdminReply postConfig(AdminCall &call)
{
    const DeclarativeLoader loader(call.registry(), call.store().clock());
    if (const auto document = documentObject(call)) {
        return load(call, loader.post(*document));
    }
    const auto text = documentText(call);
    if (!text) {
        return AdminReply::message(400, u"expected a declarative configuration"_s);
    }
    const QByteArray hash = QCryptographicHash::hash(*text, QCryptographicHash::Md5).toHex();
    if (argument(call, u"check_hash"_s) == "1"_L1 && call.context.posted.hash == QLatin1String(hash)) {
        return AdminReply::empty(304);
    }
    return load(call, loader.post(*text));
}

AdminReply getConfig(AdminCall &call)
{
    const QByteArray text = writeFlatYaml(call.registry(), call.store().config(), call.context.posted.nestedRows);
    return AdminReply::json(200, {{u"config"_s, QString::fromUtf8(text)}});
}

} // namespace

void addConfigEndpoint(RouteTable &routes)
{
    routes.add({u"/config"_s, {{"GET", getConfig}, {"POST", postConfig}}});
}

} // namespace gatehouse
