// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form_context.h"

class QVBoxLayout;

namespace gatehouse {

// A list of records (or other values that need an editor of their own), each with buttons to move and remove it.
// Thread: control.
class ListEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ListEditor(const Field &field, const QString &path, const FormContext &context, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QString showErrors(const QJsonValue &errors) override;
    [[nodiscard]] QWidget *input() const override;

    [[nodiscard]] bool isWide() const override { return true; }

private:
    void setItems(const QJsonArray &items);
    void addItem(const QJsonValue &value);
    void change(const QJsonArray &items);

    const FormContext &m_context;
    QList<FieldEditor *> m_items;
    QVBoxLayout *m_rows;
    QWidget *m_add;
};

} // namespace gatehouse
