// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/field_editor.h"

class QLabel;
class QToolButton;

namespace gatehouse {

// A field in a form: label, editor, what is wrong with it, and on request what it is for. The label is bold where the
// value is not the default. Thread: control.
class FieldRow final : public QWidget
{
    Q_OBJECT
public:
    FieldRow(FieldEditor *editor, QWidget *parent);

    [[nodiscard]] FieldEditor &editor() const noexcept { return *m_editor; }

    // Changed by hand since the last setValue() or markStored().
    [[nodiscard]] bool isEdited() const noexcept { return m_edited; }

    void setValue(const QJsonValue &value);

    void markStored() { m_edited = false; }

    // Kong's errors for this field; Undefined or null: none. What was typed and is no value counts before.
    void showErrors(const QJsonValue &errors);

    [[nodiscard]] bool isDefault() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeHelp();
    void layOut();
    void refreshLabel();
    void colourProblem();

    FieldEditor *m_editor;
    QLabel *m_label;
    QLabel *m_problem;
    QLabel *m_help = nullptr;
    QToolButton *m_ask = nullptr;
    bool m_edited = false;
};

} // namespace gatehouse
