// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/field_editor.h"

class QLineEdit;
class QToolButton;

namespace gatehouse {

class FlowLayout;

// A list of short values, each a chip. A value is added by Enter, a comma, pasting several, or leaving the field; a
// chip is removed by a click, Space, Delete or Backspace, and moved by Alt and the arrow keys. Thread: control.
class ChipEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChipEditor(const Field &field, const QString &path, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QString showErrors(const QJsonValue &errors) override;
    [[nodiscard]] QWidget *input() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeTyped();
    void removeAt(qsizetype place);
    void move(qsizetype place, qsizetype to);
    void rebuild();
    [[nodiscard]] QToolButton *makeChip(const QString &word, qsizetype place);
    [[nodiscard]] bool chipKey(qsizetype place, int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] QJsonValue wordValue(const QString &word) const;

    QStringList m_words;
    QList<QToolButton *> m_chips;
    FlowLayout *m_flow;
    QLineEdit *m_line;
};

} // namespace gatehouse
