// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/multipart.h"

namespace gatehouse {
namespace {

QByteArray unquoted(const QByteArray &text)
{
    const bool isQuoted = text.size() > 1 && text.startsWith('"') && text.endsWith('"');
    return isQuoted ? text.sliced(1, text.size() - 2) : text;
}

// The value of "name=..." among the parameters of a header.
QByteArray parameter(const QByteArray &header, const QByteArray &name)
{
    const QList<QByteArray> parts = header.split(';');
    for (const QByteArray &part : parts) {
        const QByteArray trimmed = part.trimmed();
        if (trimmed.size() > name.size() && trimmed.startsWith(name) && trimmed[name.size()] == '=') {
            return unquoted(trimmed.sliced(name.size() + 1));
        }
    }
    return {};
}

QByteArray dispositionOf(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().compare("Content-Disposition", Qt::CaseInsensitive) == 0) {
            return line.sliced(colon + 1).trimmed();
        }
    }
    return {};
}

} // namespace

QList<FormPart> parseMultipart(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray boundary = parameter(contentType, "boundary");
    if (boundary.isEmpty()) {
        return {};
    }
    const QByteArray delimiter = "--" + boundary;
    QList<FormPart> parts;
    qsizetype at = body.indexOf(delimiter);
    while (at >= 0) {
        const qsizetype begin = at + delimiter.size();
        const qsizetype end = body.indexOf(QByteArray("\r\n" + delimiter), begin);
        const qsizetype headEnd = body.indexOf("\r\n\r\n", begin);
        if (end < 0 || body.sliced(begin).startsWith("--")) {
            break;
        }
        if (headEnd >= 0 && headEnd <= end) {
            const QByteArray name = parameter(dispositionOf(body.sliced(begin, headEnd - begin)), "name");
            const qsizetype content = headEnd + 4;
            if (!name.isEmpty()) {
                parts.append({QString::fromUtf8(name),
                              content <= end ? QString::fromUtf8(body.sliced(content, end - content)) : QString()});
            }
        }
        at = end + 2;
    }
    return parts;
}

} // namespace gatehouse
