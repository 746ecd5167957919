// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/yaml/find_bar.h"

#include "ui/yaml/yaml_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

FindBar::FindBar(YamlEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_text(new QLineEdit(this))
    , m_outcome(new QLabel(this))
{
    m_text->setObjectName(u"yamlFind"_s);
    m_text->setAccessibleName(tr("Find"));
    m_text->setPlaceholderText(tr("Find"));
    m_text->setClearButtonEnabled(true);
    auto *previous = new QPushButton(tr("Previous"), this);
    previous->setObjectName(u"yamlFindPrevious"_s);
    auto *next = new QPushButton(tr("Next"), this);
    next->setObjectName(u"yamlFindNext"_s);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"yamlFindClose"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    for (QPushButton *button : {previous, next, close}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->insertWidget(1, m_outcome);
    connect(m_text, &QLineEdit::textEdited, this, &FindBar::searchFromStart);
    connect(previous, &QPushButton::clicked, this, [this] { search(true); });
    connect(next, &QPushButton::clicked, this, [this] { search(false); });
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void FindBar::begin()
{
    show();
    const QString selected = m_editor.textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_text->setText(selected);
    m_text->setFocus();
    m_text->selectAll();
}

void FindBar::search(bool backward)
{
    if (m_text->text().isEmpty())
        return;
    const bool isFound =
        m_editor.find(m_text->text(), backward ? QTextDocument::FindBackward : QTextDocument::FindFlags());
    m_outcome->setText(isFound ? QString() : tr("Not found"));
}

// What is typed extends the place that was found, instead of moving on.
void FindBar::searchFromStart()
{
    QTextCursor cursor = m_editor.textCursor();
    cursor.setPosition(cursor.selectionStart());
    m_editor.setTextCursor(cursor);
    m_outcome->clear();
    search(false);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        m_editor.setFocus();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        search(event->modifiers().testFlag(Qt::ShiftModifier));
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace gatehouse
