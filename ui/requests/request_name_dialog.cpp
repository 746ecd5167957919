// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/request_name_dialog.h"

#include "ui/main_window/page_parts.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

RequestNameDialog::RequestNameDialog(const RequestKey &key,
                                     const QStringList &folders,
                                     std::function<bool(const RequestKey &)> isTaken,
                                     QWidget *parent)
    : QDialog(parent)
    , m_isTaken(std::move(isTaken))
    , m_name(new QLineEdit(key.name, this))
    , m_folder(new QComboBox(this))
    , m_problem(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"requestNameDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Save the request"));
    m_folder->setEditable(true);
    m_folder->addItem(QString());
    m_folder->addItems(folders);
    m_folder->setEditText(key.folder);
    auto *form = new QGridLayout;
    addFieldRow(*form, tr("&Name"), *m_name, u"requestName"_s);
    addFieldRow(*form, tr("&Folder"), *m_folder, u"requestFolder"_s);
    m_name->setAccessibleName(tr("Name"));
    m_folder->setAccessibleName(tr("Folder"));
    m_folder->lineEdit()->setObjectName(u"requestFolderLine"_s);
    m_folder->lineEdit()->setAccessibleName(m_folder->accessibleName());
    m_folder->lineEdit()->setPlaceholderText(tr("none"));
    m_folder->view()->setObjectName(u"requestFolderList"_s);
    m_folder->view()->setAccessibleName(m_folder->accessibleName());
    m_problem->setObjectName(u"requestNameProblem"_s);
    m_problem->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Save)->setObjectName(u"requestNameSave"_s);
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"requestNameCancel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    setMinimumWidth(m_name->fontMetrics().averageCharWidth() * 60);
    connect(m_name, &QLineEdit::textChanged, this, &RequestNameDialog::refresh);
    connect(m_folder, &QComboBox::editTextChanged, this, &RequestNameDialog::refresh);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        const RequestKey chosen = this->key();
        accept();
        emit named(chosen);
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_name->selectAll();
    refresh();
}

RequestKey RequestNameDialog::key() const
{
    return {m_folder->currentText().trimmed(), m_name->text().trimmed()};
}

void RequestNameDialog::refresh()
{
    const bool isTaken = m_isTaken(key());
    m_problem->setText(isTaken ? tr("⛔ There is a request of this name already.") : QString());
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(!isTaken && key().isSaved());
}

} // namespace gatehouse
