// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/curl_text.h"

#include "core/requests/curl_line.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString address(const QString &running, const QString &usual)
{
    return running.isEmpty() ? usual : running;
}

} // namespace

QString routeCurl(const QJsonObject &route, const Gateway &gateway, const QString &header)
{
    const RequestDraft draft = draftForRoute(route);
    QStringList parts{u"curl -i"_s};
    if (draft.method != "GET"_L1)
        parts << u"-X "_s + draft.method;
    for (const auto &[name, value] : draft.headers)
        parts << u"-H "_s + shellQuoted(name + u": "_s + value);
    if (!header.isEmpty())
        parts << u"-H "_s + shellQuoted(header);
    parts << shellQuoted(u"http://"_s + address(gateway.proxyAddress(), u"127.0.0.1:8000"_s) + draft.url);
    return parts.join(u' ');
}

QString adminCurl(const ConfigStore &store, const QString &table, const QString &id, const Gateway &gateway)
{
    const RecordSchema &schema = *store.registry().entity(table);
    QJsonObject row = store.output(table, store.config().find(table, id).value_or(QJsonObject()));
    for (const Field &field : schema.fields) {
        if (field.secret || field.key == "id"_L1 || row.value(field.key).isNull() ||
            row.value(field.key) == field.defaultValue)
            row.remove(field.key);
    }
    row.remove(u"created_at"_s);
    row.remove(u"updated_at"_s);
    const QString url =
        u"http://%1/%2/%3"_s.arg(address(gateway.adminAddress(), u"127.0.0.1:8001"_s), schema.collection(), id);
    const QString body = QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact));
    return u"curl -i -X PUT %1 -H 'Content-Type: application/json' -d %2"_s.arg(shellQuoted(url), shellQuoted(body));
}

} // namespace gatehouse
