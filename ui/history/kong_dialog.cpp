// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/kong_dialog.h"

#include "core/model/config_store.h"
#include "ui/main_window/page_parts.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

KongDialog::KongDialog(const ConfigStore &store, QWidget *parent)
    : QDialog(parent)
    , m_kong(store.registry(), store.clock())
    , m_address(new QLineEdit(this))
    , m_token(new QLineEdit(this))
    , m_state(new QLabel(this))
{
    setObjectName(u"kongDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare with another gateway"));
    auto *text = new QLabel(tr("Its configuration is read through its Admin API; nothing is changed there."), this);
    text->setWordWrap(true);
    m_address->setPlaceholderText(QLatin1String(AdminApiImport::usualAddress));
    m_address->setMinimumWidth(m_address->fontMetrics().averageCharWidth() * 40);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("only when it asks for one"));
    auto *grid = new QGridLayout;
    addFieldRow(*grid, tr("&Address:"), *m_address, u"kongAddress"_s);
    addFieldRow(*grid, tr("&Token:"), *m_token, u"kongToken"_s);
    m_state->setObjectName(u"kongState"_s);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_compare = buttons->addButton(tr("Compare"), QDialogButtonBox::AcceptRole);
    m_compare->setObjectName(u"kongCompare"_s);
    m_compare->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addLayout(grid);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &KongDialog::read);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_kong, &AdminApiImport::finished, this, &KongDialog::take);
    connect(&m_kong, &AdminApiImport::failed, this,
            [this](const Error &error) { showState(u"⛔ "_s + toText(error), false); });
    connect(&m_kong, &AdminApiImport::progress, this, [this](const QString &table, int rows) {
        showState(tr("Reading %1; %n row(s) so far.", nullptr, rows).arg(table), true);
    });
}

void KongDialog::read()
{
    const Result<QUrl> address = AdminApiImport::addressOf(m_address->text().trimmed());
    if (!address) {
        showState(u"⛔ "_s + address.error().message, false);
        return;
    }
    showState(tr("Reading…"), true);
    m_kong.start(*address, m_token->text().toUtf8());
}

void KongDialog::take(const OpenedFile &file)
{
    // What is shown has no password.
    emit finishedReading(file, AdminApiImport::addressOf(m_address->text().trimmed())->toDisplayString());
    accept();
}

void KongDialog::showState(const QString &text, bool isReading)
{
    m_state->setText(text);
    m_compare->setEnabled(!isReading);
    for (QLineEdit *field : {m_address, m_token})
        field->setEnabled(!isReading);
}

} // namespace gatehouse
