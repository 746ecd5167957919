// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form_context.h"

#include <QJsonObject>

class QToolButton;
class QVBoxLayout;

namespace gatehouse {

class FieldRow;

// The fields of a record, one below the other; rarely used ones folded away. Values of fields that have no row here are
// kept as they came. Thread: control.
class RecordRows final : public QWidget
{
    Q_OBJECT
public:
    RecordRows(const QList<const Field *> &fields, const QString &prefix, const FormContext &context, QWidget *parent);

    [[nodiscard]] QJsonObject value() const;
    // The fields that were changed by hand since they were set, with their values.
    [[nodiscard]] QJsonObject editedValues() const;
    void markStored();
    // Fields that were changed by hand keep what was typed.
    void setValue(const QJsonObject &record, bool alsoEdited);

    [[nodiscard]] QString problem() const; // of what was typed
    void showErrors(const QJsonObject &errors);
    // Hides what is not set, or set to its default.
    void setOnlyConfigured(bool only);

    // The row of a field of this record by its key, or null.
    [[nodiscard]] FieldRow *row(QStringView key) const;
    // Moves the focus to the field of a dotted path, unfolding what hides it.
    void focusField(const QString &path);

signals:
    void edited(const QString &key);
    void finished();

private:
    void addRow(const Field &field, const QString &path, const FormContext &context, QVBoxLayout *layout);
    void refreshFold();

    QList<FieldRow *> m_rows;
    QJsonObject m_base;
    QToolButton *m_fold = nullptr;
    QWidget *m_folded = nullptr;
    bool m_onlyConfigured = false;
};

} // namespace gatehouse
