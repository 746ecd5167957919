// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/route_table.h"

#include <algorithm>

namespace gatehouse {
namespace {

bool isPlaceholder(const QByteArray &segment)
{
    return segment.startsWith('{');
}

bool matches(const QList<QByteArray> &pattern, const QList<QByteArray> &segments)
{
    return pattern.size() == segments.size() &&
           std::equal(pattern.begin(), pattern.end(), segments.begin(), [](const QByteArray &a, const QByteArray &b) {
               return isPlaceholder(a) ? !b.isEmpty() : a == b;
           });
}

// Literal segments further left decide.
bool isMoreLiteral(const QList<QByteArray> &a, const QList<QByteArray> &b)
{
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (isPlaceholder(a[i]) != isPlaceholder(b[i])) {
            return isPlaceholder(b[i]);
        }
    }
    return false;
}

} // namespace

QByteArray AdminEndpoint::allowedMethods() const
{
    QList<QByteArray> names = methods.keys();
    names.append("OPTIONS");
    if (methods.contains("GET")) {
        names.append("HEAD");
    }
    std::sort(names.begin(), names.end());
    return names.join(", ");
}

void RouteTable::add(AdminEndpoint endpoint)
{
    const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&endpoint](const Entry &entry) { return entry.endpoint.path == endpoint.path; });
    if (known != m_entries.end()) {
        known->endpoint = std::move(endpoint);
        return;
    }
    const QList<QByteArray> pattern = endpoint.path.toUtf8().sliced(1).split('/');
    m_entries.push_back({pattern, std::move(endpoint)});
}

AdminEndpoint &RouteTable::at(const QString &path)
{
    const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&path](const Entry &entry) { return entry.endpoint.path == path; });
    Q_ASSERT(known != m_entries.end());
    return known->endpoint;
}

RouteTable::Match RouteTable::find(const QList<QByteArray> &segments) const
{
    const Entry *best = nullptr;
    for (const Entry &entry : m_entries) {
        if (matches(entry.pattern, segments) && (!best || isMoreLiteral(entry.pattern, best->pattern))) {
            best = &entry;
        }
    }
    if (!best) {
        return {};
    }
    Match match{&best->endpoint};
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const QByteArray &name = best->pattern[i];
        if (isPlaceholder(name)) {
            match.segments.insert(QString::fromUtf8(name.sliced(1, name.size() - 2)), segments[i]);
        }
    }
    return match;
}

QStringList RouteTable::paths() const
{
    QStringList paths;
    for (const Entry &entry : m_entries) {
        paths.append(entry.endpoint.path);
    }
    // Segment by segment: "/routes/x" stands before "/routes-y".
    std::sort(paths.begin(), paths.end(), [](const QString &a, const QString &b) {
        return QString(a).replace(u'/', u'\x01') < QString(b).replace(u'/', u'\x01');
    });
    return paths;
}

} // namespace gatehouse
