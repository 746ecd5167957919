// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/development_certificate_dialog.h"

#include "core/runtime/local_authority.h"
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
    , m_issuer(new QComboBox(this))
    , m_hint(new QLabel(this))
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
    addFieldRow(*grid, tr("&Signed by:"), *m_issuer, u"developmentIssuer"_s);
    m_issuer->addItem(tr("the local authority of this user"));
    m_issuer->addItem(tr("itself"));
    m_hint->setObjectName(u"developmentHint"_s);
    m_hint->setWordWrap(true);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(m_issuer, &QComboBox::currentIndexChanged, this, &DevelopmentCertificateDialog::refreshHint);
    refreshHint();
    m_problem->setObjectName(u"developmentProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Make"), QDialogButtonBox::AcceptRole)->setObjectName(u"developmentMake"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &DevelopmentCertificateDialog::make);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(grid);
    layout->addWidget(m_hint);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
}

bool DevelopmentCertificateDialog::signsItself() const
{
    return m_issuer->currentIndex() == 1;
}

void DevelopmentCertificateDialog::refreshHint()
{
    m_hint->setText(
        signsItself() ? tr("Valid for %n days. Clients do not trust it until they are told to; nothing is installed on "
                           "this computer.",
                           nullptr, validDays)
                      : tr("Valid for %n days. Clients that trust the authority, %1, trust all certificates it signs; "
                           "it is made once and installed nowhere. Whoever has its key can imitate every site to them.",
                           nullptr, validDays)
                            .arg(localAuthorityFile(localAuthorityFolder())));
}

Result<net::CertificateAndKey> DevelopmentCertificateDialog::makePair(const net::SelfSignedWish &wish) const
{
    if (signsItself())
        return net::makeSelfSigned(wish);
    const Result<net::CertificateAndKey> authority = localAuthority(localAuthorityFolder());
    return authority ? net::makeSigned(wish, *authority) : authority;
}

void DevelopmentCertificateDialog::make()
{
    static const QRegularExpression between(u"[,;\\s]+"_s);
    net::SelfSignedWish wish;
    wish.names = m_names->text().split(between, Qt::SkipEmptyParts);
    wish.keyType =
        m_keyType->currentIndex() == 0 ? net::SelfSignedWish::KeyType::Rsa2048 : net::SelfSignedWish::KeyType::EcP256;
    wish.days = validDays;
    const Result<net::CertificateAndKey> pair = makePair(wish);
    if (!pair) {
        m_problem->setText(u"⛔ "_s + pair.error().message);
        m_problem->show();
        return;
    }
    emit made(QString::fromLatin1(pair->certificate), QString::fromLatin1(pair->key), net::hostNames(wish.names));
    accept();
}

} // namespace gatehouse
