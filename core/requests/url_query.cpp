// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/url_query.h"

#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

QList<std::pair<QString, QString>> queryPairs(const QString &url)
{
    QList<std::pair<QString, QString>> pairs;
    const QStringList parts = url.section(u'#', 0, 0).section(u'?', 1).split(u'&', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        pairs.append({decoded(part.section(u'=', 0, 0)), decoded(part.section(u'=', 1))});
    return pairs;
}

QString withQueryPairs(const QString &url, const QList<std::pair<QString, QString>> &pairs)
{
    QStringList parts;
    for (const auto &[name, value] : pairs) {
        if (!name.isEmpty() || !value.isEmpty())
            parts << (value.isEmpty() ? encoded(name) : QString(encoded(name) + u'=' + encoded(value)));
    }
    const QString base = url.section(u'?', 0, 0);
    return parts.isEmpty() ? base : base + u'?' + parts.join(u'&');
}

} // namespace gatehouse
