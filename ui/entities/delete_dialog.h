// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change_draft.h"

#include <QDialog>

namespace gatehouse {

// Rows that are to go are still in use: names who uses them and offers to delete all, or to move the users to another
// row. Thread: control.
class DeleteDialog : public QDialog
{
    Q_OBJECT
public:
    DeleteDialog(const Config &config,
                 const QString &table,
                 const QStringList &ids,
                 const QList<Dependant> &dependants,
                 QWidget *parent);

signals:
    void deleteAllChosen();
    void reassignChosen(const QString &id);
};

} // namespace gatehouse
