// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

// Lower-case text form without braces, 36 characters.
QString randomUuid();

// RFC 4122 4.3, version 5 (SHA-1): the same namespace and name always give the same id.
QString nameUuid(const QString &nameSpace, const QString &name);

// 8-4-4-4-12 hexadecimal digits of any version and case, as Kong's `uuid` fields accept (kong/tools/uuid.lua).
bool isUuid(QStringView text) noexcept;

} // namespace gatehouse
