// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dragdrop/dragged_rows.h"

#include "core/declarative/yaml_writer.h"
#include "core/export/row_selection.h"
#include "ui/main_window/workbench.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

const auto rowsType = u"application/x-gatehouse-rows"_s; // table and ids, a line each

} // namespace

QMimeData *makeMimeData(Workbench &workbench, const DraggedRows &rows)
{
    auto *data = new QMimeData;
    data->setData(rowsType, (rows.table + u'\n' + rows.ids.join(u'\n')).toUtf8());
    data->setText(yamlOf(workbench, rows));
    return data;
}

std::optional<DraggedRows> draggedRows(const QMimeData &data)
{
    if (!data.hasFormat(rowsType))
        return std::nullopt;
    QStringList lines = QString::fromUtf8(data.data(rowsType)).split(u'\n', Qt::SkipEmptyParts);
    if (lines.size() < 2)
        return std::nullopt;
    const QString table = lines.takeFirst();
    return DraggedRows{table, lines};
}

QString yamlOf(Workbench &workbench, const DraggedRows &rows)
{
    const SchemaRegistry &registry = workbench.store().registry();
    const Config selected = selectedRows(registry, workbench.config(), rows.table, rows.ids);
    return QString::fromUtf8(writeYaml(registry, selected, {}));
}

} // namespace gatehouse
