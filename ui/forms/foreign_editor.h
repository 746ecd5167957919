// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config_store.h"
#include "ui/forms/field_editor.h"

class QComboBox;
class QToolButton;

namespace gatehouse {

// The row another row refers to, chosen by its name; typing narrows the names. Thread: control. The store must outlive
// it.
class ForeignEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ForeignEditor(const Field &field, const QString &path, const ConfigStore &store, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QWidget *input() const override;

signals:
    void openRequested(const QString &table, const QString &id);

private:
    void fill();
    [[nodiscard]] QString chosenId() const;

    const ConfigStore &m_store;
    QComboBox *m_box;
    QToolButton *m_open;
};

} // namespace gatehouse
