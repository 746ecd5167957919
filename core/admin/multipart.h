// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace gatehouse {

struct FormPart {
    QString name;
    QString content;
};

// The named parts of a multipart/form-data body (RFC 7578 4, RFC 2046 5.1), in order; files count by their content.
// Thread: any.
QList<FormPart> parseMultipart(const QByteArray &contentType, const QByteArray &body);

} // namespace gatehouse
