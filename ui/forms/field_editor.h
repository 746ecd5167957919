// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/field.h"

#include <QWidget>

class QToolButton;

namespace gatehouse {

// Edits the value of one field. What a person types stays as it was typed, also when it is no value.
// The control that takes the focus has the field's path as its objectName ("config.minute").
// Thread: control. The field belongs to the registry, which must outlive the editor.
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    FieldEditor(const Field &field, const QString &path, QWidget *parent)
        : QWidget(parent)
        , m_field(field)
        , m_path(path)
    {
    }

    [[nodiscard]] const Field &field() const noexcept { return m_field; }

    [[nodiscard]] const QString &path() const noexcept { return m_path; } // dotted, from the row

    [[nodiscard]] virtual QJsonValue value() const = 0; // null: not set
    virtual void setValue(const QJsonValue &value) = 0;

    // Why what was typed is no value at all ("12x" is no number); empty when it is one.
    [[nodiscard]] virtual QString problem() const { return {}; }

    // Takes the part of Kong's error tree that is about this field; what it returns is to be shown beside the field.
    [[nodiscard]] virtual QString showErrors(const QJsonValue &errors);

    // What assistive tools say about the control while nothing is wrong.
    [[nodiscard]] virtual QString description() const;

    // Takes the focus; the label's buddy.
    [[nodiscard]] virtual QWidget *input() const = 0;

    // Wide editors stand below their label.
    [[nodiscard]] virtual bool isWide() const { return false; }

signals:
    void edited();   // by a person, at every keystroke
    void finished(); // Enter, or the focus has left

protected:
    // Gives a control its name and description, and watches it for the focus leaving.
    void prepare(QWidget *control);
    // A button of the editor, to be laid out; its name is that of the field with `name` behind.
    [[nodiscard]] QToolButton *makeButton(const QString &name, const QString &text, const QString &accessibleName);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Field &m_field;
    QString m_path;
};

// What a field is called: its label, or its key in words ("hide_credentials" -> "Hide credentials").
[[nodiscard]] QString fieldLabel(const Field &field);
// What it is for; empty when nobody has said so.
[[nodiscard]] QString fieldHelp(const Field &field);
// The texts of an error tree, one per line.
[[nodiscard]] QString errorText(const QJsonValue &errors);

} // namespace gatehouse
