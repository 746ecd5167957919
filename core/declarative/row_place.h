// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

// Where a row stands in a document: the line, counted from 1, of its first field.
struct RowPlace {
    QString table;
    QString id;
    int line = 0;
    QString file = {}; // empty: there is only one text
};

} // namespace gatehouse
