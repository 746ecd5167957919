// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dragdrop/row_moves.h"

class QWidget;

namespace gatehouse {

// Asks where rows go, and puts them there: what a drag onto another row does, for the keyboard. Thread: control; the
// answer comes later.
void choosePlace(Workbench &workbench, const DraggedRows &rows, RowMoves::Way way, QWidget *parent);

} // namespace gatehouse
