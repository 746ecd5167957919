// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QMimeData;

namespace gatehouse {

class Workbench;

// Rows of one table that are being dragged. Thread: control (value).
struct DraggedRows {
    QString table;
    QStringList ids;
};

// What a drag of rows carries: the rows for this program, and for everything else their YAML. The drag owns it.
[[nodiscard]] QMimeData *makeMimeData(Workbench &workbench, const DraggedRows &rows);
// The rows a drag of this program carries; nothing when it carries something else.
[[nodiscard]] std::optional<DraggedRows> draggedRows(const QMimeData &data);

// Rows as they would stand in a file, with what belongs to them and what they refer to; secrets as they are.
[[nodiscard]] QString yamlOf(Workbench &workbench, const DraggedRows &rows);

} // namespace gatehouse
