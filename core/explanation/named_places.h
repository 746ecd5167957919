// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <initializer_list>
#include <utility>

namespace gatehouse {

using NamedPlaces = std::initializer_list<std::pair<QLatin1String, QString>>;

// A sentence with its places filled: "consumer {consumer}" with {"consumer", "ann"} is "consumer ann". What a value
// holds is never read as a place. A place nobody names stays. Thread: any.
[[nodiscard]] QString filled(const QString &sentence, NamedPlaces places);

} // namespace gatehouse
