// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/palette_model.h"

#include <QDialog>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QListView;

namespace gatehouse {

// Finds and does anything by typing a part of its name. The arrow keys choose while the text keeps the focus; Enter
// does it, Escape leaves; Tab, or the right arrow behind the text, lists what else can be done with a row, Escape goes
// back from there. Thread: control. Deletes itself when it is closed.
class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(const QList<PaletteEntry> &entries,
                   PaletteModel::Answers answers,
                   const QStringList &recent,
                   QWidget *parent);

    void setText(const QString &text);

signals:
    void used(const QString &title);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool takeKey(const QKeyEvent &event);
    bool showActions(int row);
    bool leaveActions();
    void run(int row);

    PaletteModel m_model;
    QLineEdit *m_text;
    QListView *m_list;
    QLabel *m_hint;
    QString m_typed; // before the actions of a row were listed
    int m_row = 0;
};

} // namespace gatehouse
