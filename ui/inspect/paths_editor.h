// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/field_editor.h"

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace gatehouse {

// The paths of a route, each on a line of its own with its kind, buttons to move and remove it and, for a regular
// expression that cannot be used, the reason and its column. Thread: control.
class PathsEditor final : public FieldEditor
{
    Q_OBJECT
public:
    PathsEditor(const Field &field, const QString &path, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QString showErrors(const QJsonValue &errors) override;
    [[nodiscard]] QWidget *input() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row {
        QWidget *widget = nullptr;
        QLineEdit *line = nullptr;
        QLabel *kind = nullptr;
        QLabel *fault = nullptr;
    };

    [[nodiscard]] QStringList paths() const;
    void setPaths(const QStringList &paths);
    void addRow(const QString &text);
    void addButtons(QWidget *row, qsizetype place);
    void refreshRow(const Row &row);
    void takeTyped();
    void change(const QStringList &paths, qsizetype focus);

    QList<Row> m_paths;
    QVBoxLayout *m_rows;
    QLineEdit *m_line; // for one more
};

} // namespace gatehouse
