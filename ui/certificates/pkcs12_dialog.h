// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDialog>

class QLabel;
class QLineEdit;

namespace gatehouse {

// Asks for the passphrase of a PKCS #12 file until it is right, or somebody gives up. Thread: control.
class Pkcs12Dialog : public QDialog
{
    Q_OBJECT
public:
    Pkcs12Dialog(const QString &fileName, QByteArray content, QWidget *parent);

signals:
    // PEM; the certificate with its chain.
    void unlocked(const QString &certificate, const QString &key);

private:
    void unlock();

    QByteArray m_content;
    QLineEdit *m_passphrase;
    QLabel *m_problem;
};

} // namespace gatehouse
