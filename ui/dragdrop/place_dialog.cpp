// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dragdrop/place_dialog.h"

#include "ui/dialogs/help_topic.h"

#include <QCoreApplication>
#include <QInputDialog>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlaceDialog)
};

QString titleOf(const QString &table, RowMoves::Way way)
{
    if (table == "consumers"_L1)
        return Words::tr("Add to a group");
    if (table == "routes"_L1)
        return Words::tr("Move to a service");
    return way == RowMoves::Way::Copy ? Words::tr("Copy to another scope") : Words::tr("Move to another scope");
}

} // namespace

void choosePlace(Workbench &workbench, const DraggedRows &rows, RowMoves::Way way, QWidget *parent)
{
    const RowMoves moves(workbench);
    const QList<RowMoves::Place> places = moves.places(rows.table);
    QStringList titles;
    for (const RowMoves::Place &place : places)
        titles << moves.title(place);
    const bool isGroup = rows.table == "consumers"_L1;
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(u"placeDialog"_s);
    setHelpPage(*dialog, u"edit-a-gateway.md"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(titleOf(rows.table, way));
    dialog->setLabelText(isGroup ? Words::tr("Group:") : Words::tr("To:"));
    dialog->setComboBoxEditable(isGroup); // a group may be new
    dialog->setComboBoxItems(titles);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent,
                     [&workbench, rows, places, titles, way](const QString &title) {
                         const qsizetype chosen = titles.indexOf(title);
                         const QString group = title.trimmed();
                         if (chosen >= 0)
                             RowMoves(workbench).run(rows, places[chosen], way);
                         else if (!group.isEmpty())
                             RowMoves(workbench).run(rows, {u"acls"_s, group, group}, way);
                     });
    dialog->open();
}

} // namespace gatehouse
