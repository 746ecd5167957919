// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/foreign_editor.h"

#include "ui/entities/entity_columns.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

ForeignEditor::ForeignEditor(const Field &field, const QString &path, const ConfigStore &store, QWidget *parent)
    : FieldEditor(field, path, parent)
    , m_store(store)
    , m_box(new QComboBox(this))
    , m_open(new QToolButton(this))
{
    prepare(m_box);
    setFocusProxy(m_box);
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->completer()->setFilterMode(Qt::MatchContains);
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->setMinimumContentsLength(8);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->lineEdit()->setAccessibleName(fieldLabel(field));
    m_box->lineEdit()->setObjectName(path + u".text"_s);
    m_box->lineEdit()->installEventFilter(this);
    m_open->setObjectName(path + u".open"_s);
    m_open->setText(tr("Open"));
    m_open->setAccessibleName(tr("Open %1").arg(fieldLabel(field)));
    m_open->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box, 1);
    layout->addWidget(m_open);
    fill();
    connect(m_box, &QComboBox::activated, this, [this] {
        emit edited();
        emit finished();
    });
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_open, &QToolButton::clicked, this, [this] { emit openRequested(this->field().reference, chosenId()); });
    connect(&store, &ConfigStore::changed, this, [this](const Change &change) {
        const bool concerns = std::any_of(change.edits.begin(), change.edits.end(),
                                          [this](const Edit &edit) { return edit.table == this->field().reference; });
        if (concerns)
            fill();
    });
}

void ForeignEditor::fill()
{
    const QString typed = m_box->currentText();
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItem(field().isRequired() ? QString() : tr("(none)"), QString());
    const QList<QJsonObject> rows = m_store.config().rows(field().reference);
    for (const QJsonObject &row : rows)
        m_box->addItem(shownName(row), row.value("id"_L1).toString());
    m_box->setEditText(typed);
}

QString ForeignEditor::chosenId() const
{
    const int index = m_box->findText(m_box->currentText().trimmed());
    return index < 0 ? QString() : m_box->itemData(index).toString();
}

QJsonValue ForeignEditor::value() const
{
    const QString id = chosenId();
    return id.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QJsonObject{{u"id"_s, id}});
}

void ForeignEditor::setValue(const QJsonValue &value)
{
    const QString id = value.toObject().value("id"_L1).toString();
    const int index = m_box->findData(id);
    m_box->setCurrentIndex(qMax(index, 0));
    m_open->setEnabled(!id.isEmpty());
}

QString ForeignEditor::problem() const
{
    const QString typed = m_box->currentText().trimmed();
    return typed.isEmpty() || m_box->findText(typed) >= 0 ? QString() : tr("there is no “%1”").arg(typed);
}

QWidget *ForeignEditor::input() const
{
    return m_box;
}

} // namespace gatehouse
