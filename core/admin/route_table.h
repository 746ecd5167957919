// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/admin_call.h"

#include <QMap>

#include <functional>
#include <vector>

namespace gatehouse {

using AdminHandler = std::function<AdminReply(AdminCall &)>;

// One path of the Admin API with its methods. `before` runs for every method, OPTIONS included; its answer ends the
// call (kong/api/api_helpers.lua).
struct AdminEndpoint {
    QString path; // "/services/{services}"
    QMap<QByteArray, AdminHandler> methods = {};
    std::function<std::optional<AdminReply>(AdminCall &)> before = {};

    [[nodiscard]] QByteArray allowedMethods() const; // "GET, HEAD, OPTIONS, POST"
};

// All endpoints, found by the segments of a path. Thread: control.
class RouteTable
{
public:
    // Replaces an endpoint with the same path.
    void add(AdminEndpoint endpoint);
    // The endpoint of that path, to change it; it must exist.
    AdminEndpoint &at(const QString &path);

    struct Match {
        const AdminEndpoint *endpoint = nullptr;
        QHash<QString, QByteArray> segments = {}; // placeholder -> segment as it stands in the path
    };

    // A path with a literal segment wins over one with a placeholder there.
    [[nodiscard]] Match find(const QList<QByteArray> &segments) const;

    [[nodiscard]] QStringList paths() const;

private:
    struct Entry {
        QList<QByteArray> pattern;
        AdminEndpoint endpoint;
    };

    std::vector<Entry> m_entries;
};

} // namespace gatehouse
