// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

class QComboBox;
class QPlainTextEdit;
class QWidget;

namespace gatehouse {

// What the tabs of the JWT tool have in common. Thread: control.

// A few lines for a token, broken anywhere; Tab leaves it.
[[nodiscard]] QPlainTextEdit *makeTokenEdit(const QString &objectName, const QString &accessibleName, QWidget *parent);

// The routes on which a jwt plugin runs, by id; what was chosen stays chosen.
void fillWithJwtRoutes(QComboBox &routes, const Config &config);

} // namespace gatehouse
