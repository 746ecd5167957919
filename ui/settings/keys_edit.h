// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace gatehouse {

// A field that shows keys and takes the ones that are pressed in it. Tab leaves it, as any other field, and Escape
// does nothing. Thread: control.
class KeysEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit KeysEdit(QWidget *parent = nullptr);

    void showKeys(const QKeySequence &keys) { setText(keys.toString(QKeySequence::NativeText)); }

signals:
    void pressed(const QKeySequence &keys);

protected:
    bool event(QEvent *event) override;
};

} // namespace gatehouse
