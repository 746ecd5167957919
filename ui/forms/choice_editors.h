// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/field_editor.h"

class QAbstractButton;
class QCheckBox;
class QComboBox;

namespace gatehouse {

// Yes or no. Thread: control.
class BooleanEditor final : public FieldEditor
{
    Q_OBJECT
public:
    BooleanEditor(const Field &field, const QString &path, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QWidget *input() const override;

private:
    QCheckBox *m_box;
};

// One of a few words, or "not set" where the field may be empty. A value the schema does not know stays an entry of its
// own, so that nothing a file says is lost. Also booleans that may be unset. Thread: control.
class ChoiceEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChoiceEditor(const Field &field, const QString &path, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QWidget *input() const override;

private:
    QComboBox *m_box;
};

// Any of a few words, each a button that is pressed or not. Thread: control.
class ChoiceSetEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChoiceSetEditor(const Field &field, const QString &path, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QWidget *input() const override;

private:
    struct Choice {
        QString word;
        QAbstractButton *button;
    };

    void add(const QString &word);

    QList<Choice> m_choices;
};

} // namespace gatehouse
