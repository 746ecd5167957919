// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/pkcs12_dialog.h"

#include "core/net/pkcs12.h"
#include "ui/dialogs/help_topic.h"
#include "ui/main_window/page_parts.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

Pkcs12Dialog::Pkcs12Dialog(const QString &fileName, QByteArray content, QWidget *parent)
    : QDialog(parent)
    , m_content(std::move(content))
    , m_passphrase(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"pkcs12Dialog"_s);
    setHelpPage(*this, u"certificates.md"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Certificate from a file"));
    auto *text = new QLabel(tr("%1 holds a certificate with its key. Its passphrase is used once and not kept.")
                                .arg(QFileInfo(fileName).fileName()),
                            this);
    text->setWordWrap(true);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setMinimumWidth(m_passphrase->fontMetrics().averageCharWidth() * 40);
    auto *grid = new QGridLayout;
    addFieldRow(*grid, tr("&Passphrase:"), *m_passphrase, u"pkcs12Passphrase"_s);
    m_problem->setObjectName(u"pkcs12Problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole)->setObjectName(u"pkcs12Open"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &Pkcs12Dialog::unlock);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addLayout(grid);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
}

void Pkcs12Dialog::unlock()
{
    const Result<net::Pkcs12Content> content = net::openPkcs12(m_content, m_passphrase->text());
    if (!content) {
        m_problem->setText(u"⛔ "_s + content.error().message);
        m_problem->show();
        m_passphrase->selectAll();
        m_passphrase->setFocus();
        return;
    }
    emit unlocked(content->certificate, content->key);
    accept();
}

} // namespace gatehouse
