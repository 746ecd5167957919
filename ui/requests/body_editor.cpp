// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/body_editor.h"

#include "core/requests/json_layout.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/text_scale.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextCursor>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

BodyEditor::BodyEditor(UiSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_state(new QLabel(this))
    , m_format(new QPushButton(tr("For&mat"), this))
{
    m_text->setObjectName(u"requestBody"_s);
    m_text->setAccessibleName(tr("Body of the request"));
    m_text->setPlaceholderText(tr("The body, as it is sent. JSON is checked while you type."));
    prepareCodeView(*m_text);
    m_text->setReadOnly(false);
    new TextScale(settings, *m_text);
    m_state->setObjectName(u"requestBodyState"_s);
    m_state->setWordWrap(true);
    m_format->setObjectName(u"requestBodyFormat"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_state, 1);
    row->addWidget(m_format);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    layout->addLayout(row);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        refresh();
        emit edited();
    });
    connect(m_format, &QPushButton::clicked, this, &BodyEditor::layOutText);
    refresh();
}

QString BodyEditor::text() const
{
    return m_text->toPlainText();
}

void BodyEditor::setText(const QString &text)
{
    if (text == m_text->toPlainText())
        return;
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(text);
    refresh();
}

void BodyEditor::refresh()
{
    const QString text = m_text->toPlainText();
    const QString problem = text.trimmed().isEmpty() ? QString() : jsonProblem(text);
    const bool isMeantAsJson = text.trimmed().startsWith(u'{') || text.trimmed().startsWith(u'[');
    m_format->setEnabled(!text.trimmed().isEmpty() && problem.isEmpty());
    if (text.trimmed().isEmpty())
        m_state->setText(tr("No body"));
    else if (problem.isEmpty())
        m_state->setText(tr("✓ JSON"));
    else
        m_state->setText(isMeantAsJson ? tr("✗ No JSON: %1").arg(problem) : tr("Plain text"));
}

// As one step of the text's own undo.
void BodyEditor::layOutText()
{
    QTextCursor cursor(m_text->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(indentedJson(m_text->toPlainText()));
    m_text->setFocus();
}

} // namespace gatehouse
