// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/service_url.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse {

bool isTlsProtocol(const QString &protocol)
{
    return protocol == "https"_L1 || protocol == "grpcs"_L1 || protocol == "wss"_L1 || protocol == "tls"_L1;
}

QString serviceUrl(const QJsonObject &service)
{
    const QString host = service.value("host"_L1).toString();
    if (host.isEmpty())
        return {};
    const QString shown = host.contains(u':') && !host.startsWith(u'[') ? u'[' + host + u']' : host;
    return u"%1://%2:%3%4"_s.arg(service.value("protocol"_L1).toString(), shown)
        .arg(service.value("port"_L1).toInt())
        .arg(service.value("path"_L1).toString());
}

std::optional<QJsonObject> serviceFields(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const QString protocol = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || protocol.isEmpty())
        return std::nullopt;
    const QString path = url.path(QUrl::FullyEncoded);
    return QJsonObject{{u"protocol"_s, protocol},
                       {u"host"_s, url.host(QUrl::FullyEncoded)},
                       {u"port"_s, url.port(isTlsProtocol(protocol) ? 443 : 80)},
                       {u"path"_s, path.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(path)}};
}

} // namespace gatehouse
