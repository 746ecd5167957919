// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace gatehouse {

// How Kong words error trees (kong/db/errors.lua). Thread: any.

// "schema violation (name: required field missing)", "2 schema violations (a: x; b: y)".
[[nodiscard]] QString schemaViolationText(const QJsonObject &errors);

// A value as Lua's table dump without spaces: {a={b="c"},[2]="d"}. Keys are sorted; lists keep their holes.
[[nodiscard]] QString luaDump(const QJsonValue &value);

// A primary or unique key inside a message: {id="..."}, {consumer=null,name="x",route={id="..."}}.
[[nodiscard]] QString keyText(const QJsonObject &key);

// Lua's tostring() of a JSON value: "%.14g" numbers, "true", "null".
[[nodiscard]] QString luaText(const QJsonValue &value);

} // namespace gatehouse
