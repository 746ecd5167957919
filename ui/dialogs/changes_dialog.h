// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/project.h"

#include <QDialog>

class QDialogButtonBox;

namespace gatehouse {

// What the configuration has that another one has not, and the other way round: the two as kong.yml, line against line.
// Secrets are dots on both sides. Thread: control.
class ChangesDialog : public QDialog
{
    Q_OBJECT
public:
    ChangesDialog(const QString &title, const Project &project, const Config &other, QWidget *parent);

    // A button beside "Close" that ends the dialog by doing something.
    void addAction(const QString &text);

signals:
    void actionChosen();

private:
    QDialogButtonBox *m_buttons;
};

// The lines of two texts, each marked ' ', '-' or '+'; unchanged stretches are cut to three lines around a change.
[[nodiscard]] QStringList diffLines(const QString &from, const QString &to);

} // namespace gatehouse
