// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/request_draft.h"

#include "core/counters/traffic_record.h"
#include "core/model/config.h"
#include "core/plugins/redacted_names.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString first(const QJsonObject &row, QLatin1StringView key)
{
    return row.value(key).toArray().first().toString();
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

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// Without the arguments whose values are not recorded.
QString withoutRedacted(const QString &path)
{
    const qsizetype question = path.indexOf(u'?');
    if (question < 0)
        return path;
    const QString hidden = u'=' + textOf(RedactedNames::replacement);
    QStringList arguments = path.mid(question + 1).split(u'&');
    arguments.removeIf([&hidden](const QString &argument) { return argument.endsWith(hidden); });
    return arguments.isEmpty() ? path.left(question) : path.left(question + 1) + arguments.join(u'&');
}

} // namespace

RequestDraft draftForRoute(const QJsonObject &route)
{
    RequestDraft draft;
    if (const QString method = first(route, "methods"_L1); !method.isEmpty())
        draft.method = method;
    draft.url = pathOf(first(route, "paths"_L1));
    if (const QString host = first(route, "hosts"_L1); !host.isEmpty())
        draft.headers.append({u"Host"_s, QString(host).replace(u'*', u"example"_s)});
    const QJsonObject headers = route.value("headers"_L1).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        draft.headers.append({it.key(), it.value().toArray().first().toString()});
    return draft;
}

std::optional<RequestDraft> draftForRecord(const TrafficRecord &record, const Config &config)
{
    const QString path = textOf(record.path.view());
    if (path.endsWith("..."_L1) || !path.startsWith(u'/'))
        return std::nullopt;
    const auto route = config.table(u"routes"_s).findBy(u"name"_s, textOf(record.route.view()));
    RequestDraft draft = route ? draftForRoute(*route) : RequestDraft();
    draft.method = textOf(record.method.view());
    draft.url = withoutRedacted(path);
    draft.consumer = textOf(record.consumer.view());
    return draft;
}

} // namespace gatehouse
