// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/yaml_tree.h"

#include <QByteArrayView>

#include <optional>

namespace gatehouse {

QByteArrayView withoutByteOrderMark(QByteArrayView text);

// What keeps bytes from being a document at all: too long, a control character (YAML 1.1 5.1), no valid UTF-8.
std::optional<Problem> textProblem(QByteArrayView text);

// One error of all problems; its message is the first problem with its place.
Error syntaxError(const QList<Problem> &problems);

} // namespace gatehouse
