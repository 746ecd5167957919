// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choice_editors.h"

#include "core/schema/error_text.h"
#include "ui/forms/flow_layout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

BooleanEditor::BooleanEditor(const Field &field, const QString &path, QWidget *parent)
    : FieldEditor(field, path, parent)
    , m_box(new QCheckBox(this))
{
    prepare(m_box);
    setFocusProxy(m_box);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    layout->addStretch(1);
    connect(m_box, &QCheckBox::clicked, this, [this] {
        emit edited();
        emit finished();
    });
}

QJsonValue BooleanEditor::value() const
{
    return m_box->isChecked();
}

void BooleanEditor::setValue(const QJsonValue &value)
{
    m_box->setChecked(value.toBool(field().defaultValue.toBool()));
}

QWidget *BooleanEditor::input() const
{
    return m_box;
}

ChoiceEditor::ChoiceEditor(const Field &field, const QString &path, QWidget *parent)
    : FieldEditor(field, path, parent)
    , m_box(new QComboBox(this))
{
    prepare(m_box);
    setFocusProxy(m_box);
    if (!field.isRequired())
        m_box->addItem(field.hasDefault() && !field.defaultValue.isNull()
                           ? tr("default (%1)").arg(luaText(field.defaultValue))
                           : tr("not set"),
                       QJsonValue(QJsonValue::Null));
    const QJsonArray words = field.type == FieldType::Boolean ? QJsonArray{true, false} : field.rules.oneOf;
    for (const QJsonValue &word : words)
        m_box->addItem(field.type == FieldType::Boolean ? (word.toBool() ? tr("yes") : tr("no")) : luaText(word), word);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    layout->addStretch(1);
    connect(m_box, &QComboBox::activated, this, [this] {
        emit edited();
        emit finished();
    });
}

QJsonValue ChoiceEditor::value() const
{
    return m_box->currentData().toJsonValue();
}

void ChoiceEditor::setValue(const QJsonValue &value)
{
    const QJsonValue wanted = value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
    for (int i = 0; i < m_box->count(); ++i) {
        if (m_box->itemData(i).toJsonValue() == wanted) {
            m_box->setCurrentIndex(i);
            return;
        }
    }
    if (wanted.isNull()) {
        m_box->setCurrentIndex(-1);
        return;
    }
    m_box->addItem(tr("%1 (unknown)").arg(luaText(wanted)), wanted);
    m_box->setCurrentIndex(m_box->count() - 1);
}

QWidget *ChoiceEditor::input() const
{
    return m_box;
}

ChoiceSetEditor::ChoiceSetEditor(const Field &field, const QString &path, QWidget *parent)
    : FieldEditor(field, path, parent)
{
    setLayout(new FlowLayout(4));
    const QJsonArray words = field.elements->rules.oneOf;
    for (const QJsonValue &word : words)
        add(word.toString());
}

void ChoiceSetEditor::add(const QString &word)
{
    auto *button = new QToolButton(this);
    prepare(button);
    button->setObjectName(path() + u'.' + word);
    button->setText(word);
    // The pressed look alone is hard to see in some themes.
    connect(button, &QToolButton::toggled, button,
            [button, word](bool on) { button->setText(on ? u"✓ "_s + word : word); });
    button->setAccessibleName(fieldLabel(field()) + u": "_s + word);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, &FieldEditor::edited);
    layout()->addWidget(button);
    m_choices << Choice{word, button};
}

QJsonValue ChoiceSetEditor::value() const
{
    QJsonArray words;
    for (const Choice &choice : m_choices) {
        if (choice.button->isChecked())
            words << choice.word;
    }
    return words.isEmpty() && !field().isRequired() ? QJsonValue(QJsonValue::Null) : QJsonValue(words);
}

void ChoiceSetEditor::setValue(const QJsonValue &value)
{
    const QJsonArray words = value.toArray();
    for (const QJsonValue &word : words) {
        const bool isKnown = std::any_of(m_choices.begin(), m_choices.end(),
                                         [&word](const Choice &choice) { return choice.word == word.toString(); });
        if (!isKnown)
            add(word.toString());
    }
    for (const Choice &choice : std::as_const(m_choices))
        choice.button->setChecked(words.contains(choice.word));
}

QWidget *ChoiceSetEditor::input() const
{
    return m_choices.isEmpty() ? nullptr : m_choices.first().button;
}

} // namespace gatehouse
