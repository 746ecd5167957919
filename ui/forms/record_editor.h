// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form_context.h"

class QLabel;

namespace gatehouse {

class RecordRows;

// A record inside a record: its fields in a frame. One that may be missing is shown with empty fields and is missing as
// long as none is filled. Thread: control.
class RecordEditor final : public FieldEditor
{
    Q_OBJECT
public:
    RecordEditor(const Field &field, const QString &path, const FormContext &context, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QString showErrors(const QJsonValue &errors) override;
    [[nodiscard]] QWidget *input() const override;

    [[nodiscard]] bool isWide() const override { return true; }

private:
    RecordRows *m_rows;
    bool m_isEdited = false;
    bool m_isMissing = false; // as it was set
};

} // namespace gatehouse
