// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/pem_editor.h"

#include <QLabel>
#include <QLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

PemEditor::PemEditor(const Field &field, const QString &path, QWidget *parent)
    : LongTextEditor(field, path, parent)
    , m_note(new QLabel(this))
{
    m_note->setObjectName(path + u".note"_s);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_note->hide();
    layout()->addWidget(m_note);
}

void PemEditor::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

} // namespace gatehouse
