// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/text_editors.h"

#include <QTimer>

class QLabel;
class QToolButton;

namespace gatehouse {

class SecretKeeper;

// One line that is shown as dots until asked for, and again after 30 seconds. A copied secret leaves the clipboard
// after 60 seconds, unless something else is there by then. Says where the secret is kept. Thread: control.
class SecretEditor final : public TextEditor
{
    Q_OBJECT
public:
    // `secrets` knows where; null: nobody does. It must outlive the editor.
    SecretEditor(const Field &field, const QString &path, const SecretKeeper *secrets, QWidget *parent);

    void setValue(const QJsonValue &value) override;
    [[nodiscard]] QString description() const override;

private:
    void setShown(bool shown);
    void generate();
    [[nodiscard]] QToolButton *addButton(const QString &name, const QString &text, const QString &accessibleName);

    void showPlace(const SecretKeeper &secrets);

    QToolButton *m_reveal;
    QLabel *m_place = nullptr;
    QTimer m_hide;
};

} // namespace gatehouse
