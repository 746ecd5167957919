// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/curl_text.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString first(const QJsonObject &row, QLatin1StringView key)
{
    return row.value(key).toArray().first().toString();
}

QString address(const QString &running, const QString &usual)
{
    return running.isEmpty() ? usual : running;
}

// The beginning of a pattern up to its first special character.
QString pathOf(const QString &path)
{
    if (path.isEmpty())
        return u"/"_s;
    if (!path.startsWith(u'~'))
        return path;
    qsizetype end = 1;
    while (end < path.size() && (path[end].isLetterOrNumber() || u"/-_"_s.contains(path[end])))
        ++end;
    return path.mid(1, end - 1);
}

} // namespace

QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString routeCurl(const QJsonObject &route, const Gateway &gateway, const QString &header)
{
    QStringList parts{u"curl -i"_s};
    if (const QString method = first(route, "methods"_L1); !method.isEmpty() && method != "GET"_L1)
        parts << u"-X "_s + method;
    if (const QString host = first(route, "hosts"_L1); !host.isEmpty())
        parts << u"-H "_s + shellQuoted(u"Host: "_s + QString(host).replace(u'*', u"example"_s));
    const QJsonObject headers = route.value("headers"_L1).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        parts << u"-H "_s + shellQuoted(it.key() + u": "_s + it.value().toArray().first().toString());
    if (!header.isEmpty())
        parts << u"-H "_s + shellQuoted(header);
    parts << shellQuoted(u"http://"_s + address(gateway.proxyAddress(), u"127.0.0.1:8000"_s) +
                         pathOf(first(route, "paths"_L1)));
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
