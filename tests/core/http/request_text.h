// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

namespace gatehouse {

// A request of 1.1 with a Host and these further field lines (each without its CRLF).
inline QByteArray request(const QByteArrayList &lines, const QByteArray &requestLine = "POST / HTTP/1.1")
{
    QByteArray text = requestLine + "\r\nHost: a.test\r\n";
    for (const QByteArray &line : lines)
        text += line + "\r\n";
    return text + "\r\n";
}

inline QByteArray requestWithLine(const QByteArray &requestLine)
{
    return request({}, requestLine);
}

} // namespace gatehouse
