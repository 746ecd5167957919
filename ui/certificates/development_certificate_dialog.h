// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QComboBox;
class QLabel;
class QLineEdit;

namespace gatehouse {

// Asks for names and makes a certificate for them that its own key has signed. Thread: control.
class DevelopmentCertificateDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DevelopmentCertificateDialog(QWidget *parent);

signals:
    // PEM; `serverNames` are those among the names that clients can ask for.
    void made(const QString &certificate, const QString &key, const QStringList &serverNames);

private:
    void make();

    QLineEdit *m_names;
    QComboBox *m_keyType;
    QLabel *m_problem;
};

} // namespace gatehouse
