// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardPaths>
#include <QString>

namespace gatehouse {

// $XDG_STATE_HOME/gatehouse/<name>: what the program remembers by itself. It may not be there yet. Thread: any.
[[nodiscard]] inline QString stateFolder(const QString &name)
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    return (state.isEmpty() ? home + QStringLiteral("/.local/state") : state) + QStringLiteral("/gatehouse/") + name;
}

} // namespace gatehouse
