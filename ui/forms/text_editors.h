// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/field_editor.h"

class QHBoxLayout;
class QLineEdit;
class QPlainTextEdit;

namespace gatehouse {

// One line of text; empty is "not set". Shows the default greyed where nothing is set. Thread: control.
class TextEditor : public FieldEditor
{
    Q_OBJECT
public:
    TextEditor(const Field &field, const QString &path, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QWidget *input() const override;

protected:
    [[nodiscard]] QLineEdit &line() const noexcept { return *m_line; }

    // What stands in the line and what stands below it.
    void addBeside(QWidget *widget);
    void addBelow(QWidget *widget);
    // The line need not be as wide as the form.
    void leaveRoom();

private:
    QLineEdit *m_line;
    QHBoxLayout *m_row;
};

// A number typed as text, so that large ranges need no clicking. Thread: control.
class NumberEditor final : public TextEditor
{
    Q_OBJECT
public:
    NumberEditor(const Field &field, const QString &path, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QString problem() const override;

private:
    [[nodiscard]] std::optional<double> number() const;
};

// Text of several lines: PEM, Lua; can be loaded from a file. Thread: control.
class LongTextEditor : public FieldEditor
{
    Q_OBJECT
public:
    LongTextEditor(const Field &field, const QString &path, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QWidget *input() const override;

    [[nodiscard]] bool isWide() const override { return true; }

protected:
    [[nodiscard]] virtual QString text() const;
    virtual void setText(const QString &text);

    [[nodiscard]] QPlainTextEdit &edit() const noexcept { return *m_text; }

    // Beside the one that loads a file.
    void addButton(QWidget *button);

private:
    void load();

    QPlainTextEdit *m_text;
    QHBoxLayout *m_buttons;
};

// Any JSON value, typed as such. Thread: control.
class JsonEditor final : public LongTextEditor
{
    Q_OBJECT
public:
    using LongTextEditor::LongTextEditor;

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QString problem() const override;
};

} // namespace gatehouse
