// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace gatehouse {

// The request that a curl command line sends.
struct CurlRequest {
    QString method;
    QString url;
    QList<std::pair<QString, QString>> headers;
};

// Reads a command line as a shell would, with its quotes and line continuations. Options that do not change what is
// asked for are passed over. Nothing when it is no curl line, or names no URL. Thread: any.
[[nodiscard]] std::optional<CurlRequest> parseCurlLine(const QString &line);

} // namespace gatehouse
