// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace gatehouse {

// Files that hold secrets: for their owner alone (0600), written at once or not at all. Thread: any.

// Refuses a file that others may read or write (ErrorKind::Denied); ErrorKind::NotFound when there is none.
Result<QByteArray> readPrivateFile(const QString &fileName);

// Makes the folder (0700) where it is missing.
Result<> writePrivateFile(const QString &fileName, const QByteArray &content);

} // namespace gatehouse
