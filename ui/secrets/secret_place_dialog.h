// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/secret_keeper.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace gatehouse {

// Where secrets go when the keychain cannot be used: an encrypted file, whose passphrase is asked for once in a session
// and twice when the file is new, or memory; or the keychain after all, once it is unlocked or installed. Accepted when
// secrets have a place. Open it with open(). Thread: control. The keeper must outlive it.
class SecretPlaceDialog : public QDialog
{
    Q_OBJECT
public:
    SecretPlaceDialog(SecretKeeper &secrets, QWidget *parent);

signals:
    void helpRequested();

private:
    [[nodiscard]] QWidget *makeChoices();
    [[nodiscard]] QWidget *makePassphrase();
    [[nodiscard]] QWidget *makeButtons();
    [[nodiscard]] QLineEdit *addPassphrase(QFormLayout *form, const QString &objectName, const QString &label);
    void showState();
    void refresh();
    void choose();
    void useFile();
    void tryAgain();
    void say(const QString &text);

    SecretKeeper &m_secrets;
    const bool m_isNewFile;
    QLabel *m_state;
    QLabel *m_problem;
    QRadioButton *m_file;
    QRadioButton *m_memory;
    QLineEdit *m_passphrase = nullptr;
    QLineEdit *m_repeated = nullptr; // null: the file is there
    QPushButton *m_again = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace gatehouse
