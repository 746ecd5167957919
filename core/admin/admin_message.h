// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <utility>

namespace gatehouse {

using AdminHeader = std::pair<QByteArray, QByteArray>;

// One request to the Admin API as it came over the wire. Thread: control (a value).
struct AdminRequest {
    QByteArray method; // as written, upper case for the known ones
    QByteArray target; // path and query, still encoded
    QList<AdminHeader> headers = {};
    QByteArray body = {};

    // The first header of that name in any case; null when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

// The answer to it. Thread: control (a value).
struct AdminReply {
    int status = 200;
    QList<AdminHeader> headers = {};
    QByteArray body = {};

    static AdminReply json(int status, const QJsonObject &body);
    static AdminReply message(int status, const QString &text); // {"message": text}
    static AdminReply html(int status, const QString &title);   // the page of the web server in front of Kong
    static AdminReply empty(int status);

    static AdminReply notFound() { return message(404, QStringLiteral("Not found")); }

    static AdminReply notAllowed() { return message(405, QStringLiteral("Method not allowed")); }
};

} // namespace gatehouse
