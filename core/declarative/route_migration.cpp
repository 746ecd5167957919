// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/route_migration.h"

#include "core/schema/vocabulary.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

bool isPlainPathByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView(".-_~/%").contains(c);
}

// Decodes percent triplets once; what has a meaning in URIs stays encoded, what has one in patterns is escaped.
QByteArray decodedPattern(const QByteArray &pattern)
{
    QByteArray result;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        bool isTriplet = false;
        const int code = pattern.mid(i + 1, 2).toInt(&isTriplet, 16);
        if (pattern[i] != '%' || i + 2 >= pattern.size() || !isTriplet) {
            result += pattern[i];
            continue;
        }
        const auto c = static_cast<char>(code);
        if (QByteArrayView("!#$%&'()*+,/:;=?@[]").contains(c)) {
            result += pattern.mid(i, 3).toUpper();
        } else {
            result += QByteArrayView(".^-{}\\|").contains(c) ? QByteArray("\\") + c : QByteArray(1, c);
        }
        i += 2;
    }
    return result;
}

QJsonValue migratedRoutes(const QJsonValue &routes)
{
    QJsonArray migrated = routes.toArray();
    for (QJsonValueRef route : migrated) {
        QJsonObject fields = route.toObject();
        QJsonArray paths = fields.value("paths"_L1).toArray();
        for (QJsonValueRef path : paths) {
            path = path.isString() ? QJsonValue(migratedPath(path.toString())) : QJsonValue(path);
        }
        if (!paths.isEmpty()) {
            fields.insert(u"paths"_s, paths);
            route = fields;
        }
    }
    return routes.isArray() ? QJsonValue(migrated) : routes;
}

} // namespace

QString migratedPath(const QString &path)
{
    const QByteArray bytes = path.toUtf8();
    if (std::all_of(bytes.begin(), bytes.end(), isPlainPathByte)) {
        return vocabulary::normalizePath(path);
    }
    return u'~' + QString::fromUtf8(decodedPattern(bytes));
}

QJsonObject migrateRoutePaths(const QJsonObject &document)
{
    const QString version = document.value("_format_version"_L1).toString();
    if (version != "1.1"_L1 && version != "2.1"_L1) {
        return document;
    }
    QJsonObject migrated = document;
    migrated.insert(u"_format_version"_s, u"3.0"_s);
    if (document.contains("routes"_L1)) {
        migrated.insert(u"routes"_s, migratedRoutes(document.value("routes"_L1)));
    }
    QJsonArray services = document.value("services"_L1).toArray();
    for (QJsonValueRef service : services) {
        QJsonObject fields = service.toObject();
        if (fields.contains("routes"_L1)) {
            fields.insert(u"routes"_s, migratedRoutes(fields.value("routes"_L1)));
            service = fields;
        }
    }
    if (!services.isEmpty()) {
        migrated.insert(u"services"_s, services);
    }
    return migrated;
}

} // namespace gatehouse
