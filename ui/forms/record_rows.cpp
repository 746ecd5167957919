// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/record_rows.h"

#include "ui/forms/field_row.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

RecordRows::RecordRows(const QList<const Field *> &fields,
                       const QString &prefix,
                       const FormContext &context,
                       QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const auto pathOf = [&prefix](const Field &field) {
        return prefix.isEmpty() ? field.key : prefix + u'.' + field.key;
    };
    for (const Field *field : fields) {
        if (!field->advanced)
            addRow(*field, pathOf(*field), context, layout);
    }
    const bool folds = std::any_of(fields.begin(), fields.end(), [](const Field *field) { return field->advanced; });
    if (!folds)
        return;
    m_fold = new QToolButton(this);
    m_fold->setObjectName((prefix.isEmpty() ? QString() : prefix + u'.') + u"advanced"_s);
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_folded = new QWidget(this);
    auto *inner = new QVBoxLayout(m_folded);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    for (const Field *field : fields) {
        if (field->advanced)
            addRow(*field, pathOf(*field), context, inner);
    }
    m_folded->hide();
    layout->addWidget(m_fold, 0, Qt::AlignLeft);
    layout->addWidget(m_folded);
    connect(m_fold, &QToolButton::toggled, this, &RecordRows::refreshFold);
    refreshFold();
}

void RecordRows::addRow(const Field &field, const QString &path, const FormContext &context, QVBoxLayout *layout)
{
    auto *row = new FieldRow(makeFieldEditor(field, path, context, this), this);
    connect(&row->editor(), &FieldEditor::edited, this, [this, &field] { emit edited(field.key); });
    connect(&row->editor(), &FieldEditor::finished, this, &RecordRows::finished);
    layout->addWidget(row);
    m_rows << row;
}

void RecordRows::refreshFold()
{
    if (!m_fold)
        return;
    const auto isDefault = [](const FieldRow *row) { return row->editor().field().advanced && row->isDefault(); };
    const auto count = static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), isDefault));
    m_fold->setArrowType(m_fold->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    m_fold->setText(tr("Advanced (%n left at their default)", nullptr, count));
    m_folded->setVisible(m_fold->isChecked());
}

QJsonObject RecordRows::value() const
{
    QJsonObject record = m_base;
    for (const FieldRow *row : m_rows)
        record.insert(row->editor().field().key, row->editor().value());
    return record;
}

QJsonObject RecordRows::editedValues() const
{
    QJsonObject record;
    for (const FieldRow *row : m_rows) {
        if (row->isEdited())
            record.insert(row->editor().field().key, row->editor().value());
    }
    return record;
}

void RecordRows::markStored()
{
    for (FieldRow *row : std::as_const(m_rows))
        row->markStored();
    refreshFold();
}

void RecordRows::setValue(const QJsonObject &record, bool alsoEdited)
{
    m_base = record;
    for (FieldRow *row : std::as_const(m_rows)) {
        if (alsoEdited || !row->isEdited())
            row->setValue(record.value(row->editor().field().key));
    }
    refreshFold();
    setOnlyConfigured(m_onlyConfigured);
}

QString RecordRows::problem() const
{
    for (const FieldRow *row : m_rows) {
        if (const QString text = row->editor().problem(); !text.isEmpty())
            return text;
    }
    return {};
}

void RecordRows::showErrors(const QJsonObject &errors)
{
    for (FieldRow *row : std::as_const(m_rows)) {
        const QJsonValue error = errors.value(row->editor().field().key);
        row->showErrors(error);
        const bool isWrong = !error.isUndefined() || !row->editor().problem().isEmpty();
        if (isWrong && row->editor().field().advanced && m_fold)
            m_fold->setChecked(true);
    }
}

void RecordRows::setOnlyConfigured(bool only)
{
    m_onlyConfigured = only;
    for (FieldRow *row : std::as_const(m_rows))
        row->setVisible(!only || !row->isDefault() || row->isEdited());
}

FieldRow *RecordRows::row(QStringView key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [key](const FieldRow *row) { return row->editor().field().key == key; });
    return found == m_rows.end() ? nullptr : *found;
}

void RecordRows::focusField(const QString &path)
{
    FieldRow *row = this->row(QStringView(path).left(path.indexOf(u'.')));
    if (!row)
        row = this->row(path);
    if (!row)
        return;
    if (row->editor().field().advanced && m_fold)
        m_fold->setChecked(true);
    row->show();
    auto *inner = row->editor().findChild<QWidget *>(path);
    if (QWidget *target = inner ? inner : row->editor().input())
        target->setFocus(Qt::OtherFocusReason);
}

} // namespace gatehouse
