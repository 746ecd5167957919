// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace gatehouse {

// An icon of resources/icons by its name without suffix. The drawings have one colour, which is taken from the palette
// when they are painted, so the same file serves light and dark. Thread: control.
[[nodiscard]] QIcon themedIcon(const QString &name);

} // namespace gatehouse
