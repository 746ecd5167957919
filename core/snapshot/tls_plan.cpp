// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/tls_plan.h"

#include "core/model/config.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace gatehouse {

Result<std::shared_ptr<const net::TlsServerContext>>
tlsServerContext(const Config &config, const net::TlsIdentity &fallback, QStringList &warnings)
{
    Result<std::shared_ptr<net::TlsServerContext>> context = net::TlsServerContext::make(fallback);
    if (!context)
        return context.error();
    QHash<QString, QStringList> names;
    for (const QJsonObject &sni : config.rows(u"snis"_s))
        names[foreignId(sni, u"certificate"_s)] << sni.value("name"_L1).toString();
    for (const QJsonObject &row : config.rows(u"certificates"_s)) {
        const QString id = row.value("id"_L1).toString();
        const QStringList its = names.value(id);
        if (its.isEmpty())
            continue;
        const auto pem = [&row](QLatin1StringView key) { return row.value(key).toString().toUtf8(); };
        const net::TlsIdentity identity{pem("cert"_L1), pem("key"_L1), pem("cert_alt"_L1), pem("key_alt"_L1)};
        if (const Result<> added = (*context)->add(identity, its); !added)
            warnings << u"certificate %1 is not presented: %2"_s.arg(id, added.error().message);
    }
    return std::shared_ptr<const net::TlsServerContext>(*context);
}

} // namespace gatehouse
