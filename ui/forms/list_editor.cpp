// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/list_editor.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QToolButton *addButton(QWidget *row, const QString &objectName, const QString &text, const QString &accessibleName)
{
    auto *button = new QToolButton(row);
    button->setObjectName(objectName);
    button->setText(text);
    button->setAccessibleName(accessibleName);
    button->setToolTip(accessibleName);
    button->setFocusPolicy(Qt::StrongFocus);
    row->layout()->addWidget(button);
    row->layout()->setAlignment(button, Qt::AlignTop);
    return button;
}

} // namespace

ListEditor::ListEditor(const Field &field, const QString &path, const FormContext &context, QWidget *parent)
    : FieldEditor(field, path, parent)
    , m_context(context)
    , m_rows(new QVBoxLayout)
    , m_add(new QPushButton(tr("Add"), this))
{
    prepare(m_add);
    m_add->setAccessibleName(tr("Add to %1").arg(fieldLabel(field)));
    setFocusProxy(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(m_rows);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(static_cast<QPushButton *>(m_add), &QPushButton::clicked, this, [this] {
        addItem({});
        m_items.last()->input()->setFocus();
        emit edited();
    });
}

void ListEditor::addItem(const QJsonValue &value)
{
    const qsizetype place = m_items.size();
    const QString path = u"%1.%2"_s.arg(this->path()).arg(place);
    auto *row = new QFrame(this);
    row->setFrameShape(QFrame::StyledPanel);
    auto *layout = new QHBoxLayout(row);
    FieldEditor *editor = makeFieldEditor(*field().elements, path, m_context, row);
    editor->setValue(value);
    layout->addWidget(editor, 1);
    const auto moveTo = [this, place](qsizetype to) {
        QJsonArray items = this->value().toArray();
        if (to < 0 || to >= items.size())
            return;
        const QJsonValue moved = items.takeAt(place);
        items.insert(to, moved);
        change(items);
    };
    const QString number = QString::number(place + 1);
    connect(addButton(row, path + u".up"_s, u"↑"_s, tr("Move %1 up").arg(number)), &QToolButton::clicked, this,
            [moveTo, place] { moveTo(place - 1); });
    connect(addButton(row, path + u".down"_s, u"↓"_s, tr("Move %1 down").arg(number)), &QToolButton::clicked, this,
            [moveTo, place] { moveTo(place + 1); });
    connect(addButton(row, path + u".remove"_s, u"×"_s, tr("Remove %1").arg(number)), &QToolButton::clicked, this,
            [this, place] {
                QJsonArray items = this->value().toArray();
                items.removeAt(place);
                change(items);
            });
    connect(editor, &FieldEditor::edited, this, &FieldEditor::edited);
    connect(editor, &FieldEditor::finished, this, &FieldEditor::finished);
    m_rows->addWidget(row);
    m_items << editor;
}

// Not at once: the button that was pressed stands in a row that goes.
void ListEditor::change(const QJsonArray &items)
{
    QMetaObject::invokeMethod(
        this,
        [this, items] {
            setItems(items);
            emit edited();
            emit finished();
        },
        Qt::QueuedConnection);
}

void ListEditor::setItems(const QJsonArray &items)
{
    for (FieldEditor *editor : std::as_const(m_items))
        delete editor->parentWidget();
    m_items.clear();
    for (const QJsonValue &item : items)
        addItem(item);
}

QJsonValue ListEditor::value() const
{
    QJsonArray items;
    for (const FieldEditor *editor : m_items)
        items << editor->value();
    return items.isEmpty() && !field().isRequired() && !field().hasDefault() ? QJsonValue(QJsonValue::Null)
                                                                             : QJsonValue(items);
}

void ListEditor::setValue(const QJsonValue &value)
{
    if (value.toArray() != this->value().toArray())
        setItems(value.toArray());
}

QString ListEditor::problem() const
{
    for (const FieldEditor *editor : m_items) {
        if (const QString text = editor->problem(); !text.isEmpty())
            return text;
    }
    return {};
}

QString ListEditor::showErrors(const QJsonValue &errors)
{
    const QJsonArray list = errors.toArray();
    QStringList lines;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (const QString text = m_items[i]->showErrors(list.at(i)); !text.isEmpty())
            lines << u"%1: %2"_s.arg(i + 1).arg(text);
    }
    return errors.isArray() ? lines.join(u'\n') : errorText(errors);
}

QWidget *ListEditor::input() const
{
    return m_add;
}

} // namespace gatehouse
