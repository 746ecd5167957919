// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/jwt/jwt_key.h"

#include <QJsonObject>

#include <optional>

class QCommandLineParser;

namespace gatehouse {

// What `jwt mint` is to sign, and with what.
struct MintOrder {
    QJsonObject claims;
    const JwtAlgorithm *algorithm = nullptr;
    JwtKey key;
};

// Why these options make no sense together; empty when they do.
[[nodiscard]] QString mintUsageProblem(const QCommandLineParser &options);

// Reads the files and the standard input the options ask for. The options passed mintUsageProblem().
[[nodiscard]] Result<MintOrder> mintOrder(const QCommandLineParser &options, qint64 nowSeconds);

} // namespace gatehouse
