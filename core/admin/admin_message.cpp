// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/admin_message.h"

#include <QJsonDocument>

namespace gatehouse {

using namespace Qt::StringLiterals;

QByteArray AdminRequest::header(QByteArrayView name) const
{
    for (const AdminHeader &header : headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0) {
            return header.second;
        }
    }
    return {};
}

AdminReply AdminReply::json(int status, const QJsonObject &body)
{
    return {status,
            {{"Content-Type", "application/json; charset=utf-8"}},
            QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

AdminReply AdminReply::message(int status, const QString &text)
{
    return json(status, {{u"message"_s, text}});
}

AdminReply AdminReply::html(int status, const QString &title)
{
    const QString heading = QString::number(status) + u' ' + title;
    const QString page = u"<html>\r\n<head><title>%1</title></head>\r\n<body>\r\n<center><h1>%1</h1></center>\r\n"
                         "</body>\r\n</html>\r\n"_s.arg(heading);
    return {status, {{"Content-Type", "text/html; charset=UTF-8"}}, page.toUtf8()};
}

AdminReply AdminReply::empty(int status)
{
    return {status};
}

} // namespace gatehouse
