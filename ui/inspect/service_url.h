// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace gatehouse {

// A service as one URL, protocol://host:port/path. Pure functions; thread: any.

[[nodiscard]] bool isTlsProtocol(const QString &protocol);

// Empty when the service has no host.
[[nodiscard]] QString serviceUrl(const QJsonObject &service);

// Protocol, host, port and path of a service; nothing when the text is no URL.
[[nodiscard]] std::optional<QJsonObject> serviceFields(const QString &url);

} // namespace gatehouse
