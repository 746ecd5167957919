// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QTableView;
class QWidget;

namespace gatehouse {

class LimitsModel;

// A list of rate-limit buckets with their bars. Thread: control. The model must outlive it.
[[nodiscard]] QTableView *makeLimitsTable(LimitsModel &model, const QString &objectName, QWidget *parent);

} // namespace gatehouse
