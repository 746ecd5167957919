// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/record_editor.h"

#include "core/schema/record_schema.h"
#include "ui/forms/field_row.h"
#include "ui/forms/record_rows.h"

#include <QFrame>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

RecordEditor::RecordEditor(const Field &field, const QString &path, const FormContext &context, QWidget *parent)
    : FieldEditor(field, path, parent)
{
    QList<const Field *> fields;
    for (const Field &each : field.record->fields)
        fields << &each;
    auto *frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    m_rows = new RecordRows(fields, path, context, frame);
    auto *inner = new QVBoxLayout(frame);
    inner->addWidget(m_rows);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(frame);
    connect(m_rows, &RecordRows::edited, this, [this] {
        m_isEdited = true;
        emit edited();
    });
    connect(m_rows, &RecordRows::finished, this, &FieldEditor::finished);
}

QJsonValue RecordEditor::value() const
{
    if (m_isMissing && !m_isEdited)
        return QJsonValue::Null;
    return m_rows->value();
}

void RecordEditor::setValue(const QJsonValue &value)
{
    m_isMissing = !value.isObject();
    m_isEdited = false;
    QJsonObject record = value.toObject();
    for (const Field &each : field().record->fields) {
        if (!record.contains(each.key) && each.hasDefault())
            record.insert(each.key, each.defaultValue);
    }
    m_rows->setValue(record, true);
}

QString RecordEditor::problem() const
{
    return m_rows->problem();
}

// The parts show what is about them; what remains is about the record.
QString RecordEditor::showErrors(const QJsonValue &errors)
{
    const QJsonObject tree = errors.toObject();
    m_rows->showErrors(tree);
    if (errors.isString())
        return errors.toString();
    return errorText(tree.value("@entity"_L1));
}

QWidget *RecordEditor::input() const
{
    for (const Field &each : field().record->fields) {
        if (const FieldRow *row = m_rows->row(each.key))
            return row->editor().input();
    }
    return nullptr;
}

} // namespace gatehouse
