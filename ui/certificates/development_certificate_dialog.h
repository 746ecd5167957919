// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/self_signed.h"

#include <QDialog>
#include <QStringList>

class QComboBox;
class QLabel;
class QLineEdit;

namespace gatehouse {

// Asks for names and makes a certificate for them, signed by the authority of this user or by itself.
// Thread: control.
class DevelopmentCertificateDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DevelopmentCertificateDialog(QWidget *parent);

signals:
    // PEM; `serverNames` are those among the names that clients can ask for.
    void made(const QString &certificate, const QString &key, const QStringList &serverNames);

private:
    [[nodiscard]] bool signsItself() const;
    void refreshHint();
    [[nodiscard]] Result<net::CertificateAndKey> makePair(const net::SelfSignedWish &wish) const;
    void make();

    QLineEdit *m_names;
    QComboBox *m_keyType;
    QComboBox *m_issuer;
    QLabel *m_hint;
    QLabel *m_problem;
};

} // namespace gatehouse
