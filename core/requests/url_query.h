// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace gatehouse {

// The query of a URL as names and values, percent signs taken off; and the URL with such a query in place of its own.
// Thread: any.
[[nodiscard]] QList<std::pair<QString, QString>> queryPairs(const QString &url);
[[nodiscard]] QString withQueryPairs(const QString &url, const QList<std::pair<QString, QString>> &pairs);

} // namespace gatehouse
