// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace gatehouse {

// Whether a text is an OpenAPI description of version 3: a map with `openapi: 3.x`.
[[nodiscard]] bool isOpenApi(const QByteArray &text);

// An OpenAPI 3 description (OpenAPI Specification 3.1.0, 4.8) as a declarative document, after the rules of
// `deck file openapi2kong`: one service for the servers (an upstream with targets when there are several, and a service
// of its own for a path or operation with servers of its own); one route for each operation, named
// <title>_<operationId> or <title>_<path>_<method>; a regular expression as path, with a named group for each
// parameter, and plain paths before those with parameters; the path is not stripped, as the server expects it.
// Thread: any.
Result<QByteArray> kongFromOpenApi(const QByteArray &text, const QString &fileName);

} // namespace gatehouse
