// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/palette_model.h"

#include <QDialog>

class QLineEdit;
class QListView;

namespace gatehouse {

// Finds and does anything by typing a part of its name. The arrow keys choose while the text keeps the focus; Enter
// does it, Escape leaves. Thread: control. Deletes itself when it is closed.
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
    void run(int row);

    PaletteModel m_model;
    QLineEdit *m_text;
    QListView *m_list;
};

} // namespace gatehouse
