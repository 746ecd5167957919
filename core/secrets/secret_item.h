// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace gatehouse {

// What one entry of a keychain holds: a small JSON object, so that more can be said about a secret later on.
// Thread: any.
[[nodiscard]] QByteArray packSecret(const QString &value);
[[nodiscard]] Result<QString> unpackSecret(const QByteArray &item);

} // namespace gatehouse
