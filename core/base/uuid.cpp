// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid.h"

#include <QUuid>

namespace gatehouse {

QString randomUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString nameUuid(const QString &nameSpace, const QString &name)
{
    return QUuid::createUuidV5(QUuid::fromString(nameSpace), name.toUtf8()).toString(QUuid::WithoutBraces);
}

bool isUuid(QStringView text) noexcept
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (dash ? c != u'-' : !hex)
            return false;
    }
    return true;
}

} // namespace gatehouse
