// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>
#include <string_view>

namespace gatehouse {

// The value of an unquoted scalar under the YAML 1.1 rules that Kong's reader applies (lyaml `implicit`), in its order:
// null, octal, decimal, float, boolean, infinity, hexadecimal, binary, base 60; anything else is text.
QJsonValue plainScalar(std::string_view text);

// The value of a scalar with a core tag ("bool", "int", "float", "null", "str"); nothing when the text does not fit.
std::optional<QJsonValue> taggedScalar(std::string_view tag, std::string_view text);

// Whether a text must be quoted in YAML so that it is read back as the same text.
bool needsQuotes(const QString &text);

} // namespace gatehouse
