// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/development_certificate_dialog.h"

#include "core/net/self_signed.h"
#include "ui/dialogs/help_topic.h"
#include "ui/main_window/page_parts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int validDays = 397; // what browsers take at most

} // namespace

DevelopmentCertificateDialog::DevelopmentCertificateDialog(QWidget *parent)
    : QDialog(parent)
    , m_names(new QLineEdit(u"localhost, 127.0.0.1"_s, this))
    , m_keyType(new QComboBox(this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"developmentCertificateDialog"_s);
    setHelpPage(*this, u"certificates.md"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Make a development certificate"));
    m_keyType->addItem(tr("RSA 2048"));
    m_keyType->addItem(tr("EC P-256"));
    m_names->setMinimumWidth(m_names->fontMetrics().averageCharWidth() * 48);
    auto *grid = new QGridLayout;
    addFieldRow(*grid, tr("&Names:"), *m_names, u"developmentNames"_s);
    addFieldRow(*grid, tr("&Key:"), *m_keyType, u"developmentKeyType"_s);
    auto *hint = new QLabel(tr("The certificate signs itself and is valid for %n days. Clients do not trust it until "
                               "they are told to; nothing is installed on this computer.",
                               nullptr, validDays),
                            this);
    hint->setWordWrap(true);
    m_problem->setObjectName(u"developmentProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Make"), QDialogButtonBox::AcceptRole)->setObjectName(u"developmentMake"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &DevelopmentCertificateDialog::make);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(grid);
    layout->addWidget(hint);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
}

void DevelopmentCertificateDialog::make()
{
    static const QRegularExpression between(u"[,;\\s]+"_s);
    net::SelfSignedWish wish;
    wish.names = m_names->text().split(between, Qt::SkipEmptyParts);
    wish.keyType =
        m_keyType->currentIndex() == 0 ? net::SelfSignedWish::KeyType::Rsa2048 : net::SelfSignedWish::KeyType::EcP256;
    wish.days = validDays;
    const Result<net::CertificateAndKey> pair = net::makeSelfSigned(wish);
    if (!pair) {
        m_problem->setText(u"⛔ "_s + pair.error().message);
        m_problem->show();
        return;
    }
    emit made(QString::fromLatin1(pair->certificate), QString::fromLatin1(pair->key), net::hostNames(wish.names));
    accept();
}

} // namespace gatehouse
