// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/field_editor.h"

class QTableWidget;

namespace gatehouse {

// Names and their values in two columns; the last row is always empty, for the next one. Lists are written with commas.
// Pasting lines of "name: value" fills rows. Thread: control.
class MapEditor final : public FieldEditor
{
    Q_OBJECT
public:
    MapEditor(const Field &field, const QString &path, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QWidget *input() const override;

    [[nodiscard]] bool isWide() const override { return true; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setRows(const QList<std::pair<QString, QString>> &rows);
    void paste();
    void removeCurrent();
    void keepEmptyRow();
    [[nodiscard]] QString cell(int row, int column) const;
    [[nodiscard]] QJsonValue cellValue(const QString &text) const;

    QTableWidget *m_table;
};

} // namespace gatehouse
