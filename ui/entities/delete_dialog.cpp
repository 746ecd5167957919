// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/delete_dialog.h"

#include "ui/dialogs/help_topic.h"
#include "ui/entities/entity_columns.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

DeleteDialog::DeleteDialog(const Config &config,
                           const QString &table,
                           const QStringList &ids,
                           const QList<Dependant> &dependants,
                           QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"deleteDialog"_s);
    setHelpPage(*this, u"edit-a-gateway.md"_s);
    setWindowTitle(tr("Still in use"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    const QString name = shownName(config.find(table, ids.first()).value_or(QJsonObject()));
    auto *text = new QLabel(tr("“%1” is still used by:").arg(name), this);
    text->setWordWrap(true);
    auto *list = new QListWidget(this);
    list->setObjectName(u"dependantsList"_s);
    list->setAccessibleName(tr("What uses it"));
    for (const Dependant &each : dependants)
        list->addItem(u"%1  (%2)"_s.arg(shownName(each.row), each.table));
    auto *others = new QComboBox(this);
    others->setObjectName(u"reassignTo"_s);
    others->setAccessibleName(tr("Move them to"));
    const QList<QJsonObject> rows = config.rows(table);
    for (const QJsonObject &row : rows) {
        if (const QString id = row.value("id"_L1).toString(); !ids.contains(id))
            others->addItem(shownName(row), id);
    }
    auto *reassign = new QPushButton(tr("Move them there and delete"), this);
    reassign->setObjectName(u"reassignButton"_s);
    reassign->setEnabled(others->count() > 0);
    others->setEnabled(others->count() > 0);
    auto *line = new QHBoxLayout;
    line->addWidget(others, 1);
    line->addWidget(reassign);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *all = buttons->addButton(tr("Delete all"), QDialogButtonBox::DestructiveRole);
    all->setObjectName(u"deleteAllButton"_s);
    layout->addWidget(text);
    layout->addWidget(list);
    layout->addLayout(line);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(all, &QPushButton::clicked, this, [this] {
        emit deleteAllChosen();
        accept();
    });
    connect(reassign, &QPushButton::clicked, this, [this, others] {
        emit reassignChosen(others->currentData().toString());
        accept();
    });
}

} // namespace gatehouse
