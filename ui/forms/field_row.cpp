// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_row.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int labelCharacters = 20;

bool isUnset(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isArray() && value.toArray().isEmpty()) ||
           (value.isObject() && value.toObject().isEmpty());
}

} // namespace

FieldRow::FieldRow(FieldEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_label(new QLabel(fieldLabel(editor->field()), this))
    , m_problem(new QLabel(this))
{
    editor->setParent(this);
    m_label->setBuddy(editor->input());
    m_label->setWordWrap(true);
    m_label->setToolTip(editor->path());
    m_label->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *reset = new QAction(tr("Reset to default"), m_label);
    m_label->addAction(reset);
    m_problem->setObjectName(editor->path() + u".problem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();
    colourProblem();
    makeHelp();
    layOut();
    connect(reset, &QAction::triggered, this, [this] {
        const QJsonValue value = m_editor->field().defaultValue;
        m_editor->setValue(value.isUndefined() ? QJsonValue(QJsonValue::Null) : value);
        emit m_editor->edited();
        emit m_editor->finished();
    });
    connect(editor, &FieldEditor::edited, this, [this] {
        m_edited = true;
        refreshLabel();
    });
}

void FieldRow::makeHelp()
{
    const QString text = fieldHelp(m_editor->field());
    m_ask = new QToolButton(this);
    m_ask->setText(u"?"_s);
    m_ask->setAutoRaise(true);
    m_ask->setCheckable(true);
    m_ask->setObjectName(m_editor->path() + u".help"_s);
    m_ask->setAccessibleName(tr("What is %1?").arg(fieldLabel(m_editor->field())));
    m_ask->setToolTip(text);
    m_ask->setFocusPolicy(Qt::TabFocus);
    m_ask->setEnabled(!text.isEmpty());
    if (text.isEmpty())
        return;
    m_help = new QLabel(text, this);
    m_help->setWordWrap(true);
    m_help->hide();
    connect(m_ask, &QToolButton::toggled, m_help, &QLabel::setVisible);
}

void FieldRow::layOut()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(m_editor);
    column->addWidget(m_problem);
    if (m_help)
        column->addWidget(m_help);
    auto *layout = new QHBoxLayout;
    layout->addLayout(column, 1);
    layout->addWidget(m_ask, 0, Qt::AlignTop);
    if (m_editor->isWide()) {
        auto *outer = new QVBoxLayout(this);
        outer->setContentsMargins(0, 0, 0, 0);
        outer->addWidget(m_label);
        outer->addLayout(layout);
        return;
    }
    m_label->setFixedWidth(m_label->fontMetrics().averageCharWidth() * labelCharacters);
    m_label->setMinimumHeight(m_editor->input() ? m_editor->input()->sizeHint().height() : 0);
    layout->insertWidget(0, m_label, 0, Qt::AlignTop);
    layout->setContentsMargins(0, 0, 0, 0);
    setLayout(layout);
}

void FieldRow::setValue(const QJsonValue &value)
{
    m_editor->setValue(value);
    m_edited = false;
    refreshLabel();
}

bool FieldRow::isDefault() const
{
    const Field &field = m_editor->field();
    const QJsonValue value = m_editor->value();
    if (isUnset(value))
        return true;
    return field.type == FieldType::Record ? false : value == field.defaultValue;
}

void FieldRow::refreshLabel()
{
    QFont font = m_label->font();
    font.setBold(!isDefault() && m_editor->field().type != FieldType::Record);
    m_label->setFont(font);
}

void FieldRow::showErrors(const QJsonValue &errors)
{
    const QString shown = m_editor->showErrors(errors);
    const QString typed = m_editor->problem();
    const QString text = typed.isEmpty() ? shown : typed;
    m_problem->setVisible(!text.isEmpty());
    m_problem->setText(text.isEmpty() ? QString() : u"⛔ "_s + text);
    if (m_editor->input())
        m_editor->input()->setAccessibleDescription(text.isEmpty() ? m_editor->description() : text);
}

void FieldRow::colourProblem()
{
    QPalette palette = m_problem->palette();
    const QColor colour = theme::tone(theme::Tone::ServerError, this->palette());
    if (palette.color(QPalette::WindowText) == colour)
        return;
    palette.setColor(QPalette::WindowText, colour);
    m_problem->setPalette(palette);
}

void FieldRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colourProblem();
    QWidget::changeEvent(event);
}

} // namespace gatehouse
