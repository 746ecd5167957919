// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jwt_tool/jwt_page.h"

#include "ui/jwt_tool/check_tab.h"
#include "ui/jwt_tool/decode_tab.h"
#include "ui/jwt_tool/mint_tab.h"
#include "ui/main_window/page_parts.h"

#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

JwtPage::JwtPage(Workbench &workbench, QWidget *parent)
    : Page(u"jwtPage"_s, tr("JWT tool"), u"token"_s, parent)
    , m_tabs(new QTabWidget(this))
    , m_decode(new DecodeTab(m_tabs))
    , m_check(new CheckTab(workbench, m_tabs))
    , m_mint(new MintTab(workbench, m_tabs))
{
    m_tabs->setObjectName(u"jwtTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_decode, tr("Decode"));
    m_tabs->addTab(m_check, tr("Check against the gateway"));
    m_tabs->addTab(m_mint, tr("Mint"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(makePageTitle(title(), this));
    layout->addWidget(m_tabs, 1);
    connect(m_decode, &DecodeTab::checkRequested, this, [this](const QString &token) { check(token, {}); });
    connect(m_mint, &MintTab::checkRequested, this, &JwtPage::check);
}

void JwtPage::decode(const QString &token)
{
    m_tabs->setCurrentWidget(m_decode);
    m_decode->setToken(token);
    m_decode->focusToken();
}

void JwtPage::check(const QString &token, const QString &routeId)
{
    m_tabs->setCurrentWidget(m_check);
    m_check->setToken(token, routeId);
    m_check->focusToken();
}

void JwtPage::mint(const QString &credentialId)
{
    m_tabs->setCurrentWidget(m_mint);
    m_mint->chooseCredential(credentialId);
    m_mint->focusFirst();
}

void JwtPage::focusContent()
{
    if (m_tabs->currentWidget() == m_decode)
        m_decode->focusToken();
    else if (m_tabs->currentWidget() == m_check)
        m_check->focusToken();
    else
        m_mint->focusFirst();
}

} // namespace gatehouse
