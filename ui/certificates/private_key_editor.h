// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/certificates/pem_editor.h"

class QTimer;
class QToolButton;

namespace gatehouse {

// A private key: dots until it is asked for, and again after 30 seconds without a keystroke. Hidden it cannot be typed
// in, but pasting and loading a file replace it; an empty field is open for typing. A copied key leaves the clipboard
// as any other secret. Thread: control.
class PrivateKeyEditor final : public PemEditor
{
    Q_OBJECT
public:
    PrivateKeyEditor(const Field &field, const QString &path, QWidget *parent);

    [[nodiscard]] QString description() const override;

protected:
    [[nodiscard]] QString text() const override;
    void setText(const QString &text) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QToolButton *addButton(const QString &name, const QString &text, const QString &accessibleName);
    void setShown(bool shown);
    void hide(const QString &key);
    void showAsShown();
    void setButton(bool enabled, bool shown);
    void paste();

    QToolButton *m_reveal;
    QTimer *m_hide;
    QString m_hidden; // the key while it is dots; else it stands in the text
};

} // namespace gatehouse
