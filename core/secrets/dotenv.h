// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>

namespace gatehouse {

// NAME=value lines as in a .env file: comments with '#', an optional "export ", values bare, in 'single' quotes as they
// are, or in "double" quotes with \n, \", \\ . The problems name what is no such line. Thread: any.
Result<QMap<QString, QString>> parseDotenv(const QByteArray &text);

} // namespace gatehouse
