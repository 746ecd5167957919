// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jwt_tool/decode_tab.h"

#include "core/plugins/jwt/jwt_token.h"
#include "core/plugins/jwt/token_mint.h"
#include "core/plugins/jwt/token_times.h"
#include "ui/jwt_tool/jwt_words.h"
#include "ui/jwt_tool/token_edit.h"
#include "ui/main_window/page_parts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

enum Column { ClaimColumn, ValueColumn, MeaningColumn, LocalColumn, UtcColumn };

} // namespace

DecodeTab::DecodeTab(QWidget *parent)
    : QWidget(parent)
    , m_token(makeTokenEdit(u"jwtToken"_s, tr("Token"), this))
    , m_state(new QLabel(this))
    , m_paste(new QPushButton(tr("&Paste from the clipboard"), this))
    , m_check(new QPushButton(tr("Check it against the gateway"), this))
    , m_header(new QPlainTextEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(makeInput());
    layout->addWidget(makeOutput(), 1);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &DecodeTab::refreshTimes);
    connect(m_token, &QPlainTextEdit::textChanged, this, &DecodeTab::decode);
    connect(m_paste, &QPushButton::clicked, this, [this] { setToken(QGuiApplication::clipboard()->text()); });
    connect(m_check, &QPushButton::clicked, this, [this] { emit checkRequested(m_token->toPlainText()); });
    decode();
}

QWidget *DecodeTab::makeInput()
{
    auto *input = new QWidget(this);
    auto *label = new QLabel(tr("&Token:"), input);
    label->setBuddy(m_token);
    m_state->setObjectName(u"jwtDecodeState"_s);
    m_state->setWordWrap(true);
    m_paste->setObjectName(u"jwtPaste"_s);
    m_check->setObjectName(u"jwtCheckIt"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_state, 1);
    row->addWidget(m_paste);
    row->addWidget(m_check);
    auto *layout = new QVBoxLayout(input);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_token);
    layout->addLayout(row);
    return input;
}

QWidget *DecodeTab::makeOutput()
{
    auto *output = new QWidget(this);
    auto *label = new QLabel(tr("Hea&der:"), output);
    label->setBuddy(m_header);
    m_header->setObjectName(u"jwtHeader"_s);
    m_header->setAccessibleName(tr("Header of the token"));
    prepareCodeView(*m_header);
    m_header->setFixedHeight(m_header->fontMetrics().lineSpacing() * 5);
    auto *table = new QTableView(output);
    table->setObjectName(u"jwtClaims"_s);
    table->setAccessibleName(tr("Claims of the token"));
    table->setModel(&m_model);
    prepareList(*table, 8);
    m_model.setHorizontalHeaderLabels({tr("Claim"), tr("Value"), tr("Meaning"), tr("Here"), tr("UTC")});
    const int character = table->fontMetrics().averageCharWidth();
    for (const auto &[column, width] : {std::pair(ClaimColumn, 12), std::pair(ValueColumn, 22),
                                        std::pair(MeaningColumn, 28), std::pair(LocalColumn, 22)})
        table->setColumnWidth(column, width * character);
    table->horizontalHeader()->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(output);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_header);
    layout->addWidget(table, 1);
    return output;
}

void DecodeTab::setToken(const QString &token)
{
    m_token->setPlainText(token);
}

void DecodeTab::focusToken()
{
    m_token->setFocus(Qt::OtherFocusReason);
}

void DecodeTab::decode()
{
    const PastedToken pasted = pastedToken(m_token->toPlainText().toUtf8());
    JwtToken token;
    const char *wrong = token.parse({pasted.token.constData(), static_cast<std::size_t>(pasted.token.size())});
    m_claims = token.claims;
    m_header->setPlainText(token.header.isEmpty() ? QString()
                                                  : QString::fromUtf8(QJsonDocument(token.header).toJson().trimmed()));
    m_paste->setVisible(pasted.token.isEmpty());
    m_check->setVisible(!pasted.token.isEmpty());
    if (pasted.token.isEmpty())
        m_state->setText(tr("Paste a token. It is taken apart here and never leaves this program."));
    else if (wrong)
        m_state->setText(tr("The gateway would say: Bad token; %1").arg(QLatin1String(wrong)));
    else
        m_state->setText(tr("Taken apart in this program; the signature is not verified."));
    fillClaims();
}

void DecodeTab::fillClaims()
{
    m_model.removeRows(0, m_model.rowCount());
    for (auto claim = m_claims.begin(); claim != m_claims.end(); ++claim) {
        QList<QStandardItem *> items;
        for (const QString &text : {claim.key(), claimText(claim.value()), QString(), QString(), QString()})
            items << new QStandardItem(text);
        items[ValueColumn]->setToolTip(items[ValueColumn]->text());
        m_model.appendRow(items);
    }
    refreshTimes();
}

// "expires in 41 min" is another text a minute later.
void DecodeTab::refreshTimes()
{
    const QList<TokenTime> times = timesIn(m_claims, QDateTime::currentDateTime());
    const auto say = [this](int row, Column column, const QString &text) {
        if (QStandardItem *item = m_model.item(row, column); item->text() != text)
            item->setText(text);
    };
    for (int row = 0; row < m_model.rowCount(); ++row) {
        for (const TokenTime &time : times) {
            if (time.claim != m_model.item(row, ClaimColumn)->text())
                continue;
            say(row, MeaningColumn, time.meaning);
            say(row, LocalColumn, QLocale().toString(time.when, QLocale::ShortFormat));
            say(row, UtcColumn, time.when.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s));
        }
    }
}

void DecodeTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshTimes();
    m_second.start();
}

void DecodeTab::hideEvent(QHideEvent *event)
{
    m_second.stop();
    QWidget::hideEvent(event);
}

} // namespace gatehouse
