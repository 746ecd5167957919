// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jwt_tool/check_tab.h"

#include "core/plugins/jwt/token_mint.h"
#include "ui/jwt_tool/jwt_words.h"
#include "ui/jwt_tool/token_edit.h"
#include "ui/main_window/page_parts.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

CheckTab::CheckTab(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_token(makeTokenEdit(u"jwtCheckToken"_s, tr("Token to check"), this))
    , m_route(new QComboBox(this))
    , m_result(new QLabel(this))
    , m_hints(new QLabel(this))
    , m_repair(new QPushButton(tr("Open the plugin"), this))
    , m_steps(new QTableView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(makeInput());
    layout->addWidget(makeOutput(), 1);
    connect(m_token, &QPlainTextEdit::textChanged, this, &CheckTab::check);
    connect(m_route, &QComboBox::currentIndexChanged, this, &CheckTab::check);
    connect(m_repair, &QPushButton::clicked, this, &CheckTab::repair);
    connect(&workbench.store(), &ConfigStore::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

QWidget *CheckTab::makeInput()
{
    auto *input = new QWidget(this);
    auto *tokenLabel = new QLabel(tr("T&oken:"), input);
    tokenLabel->setBuddy(m_token);
    auto *routeLabel = new QLabel(tr("&Route:"), input);
    routeLabel->setBuddy(m_route);
    m_route->setObjectName(u"jwtCheckRoute"_s);
    m_route->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_route->setMinimumContentsLength(24);
    auto *row = new QHBoxLayout;
    row->addWidget(routeLabel);
    row->addWidget(m_route);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(input);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tokenLabel);
    layout->addWidget(m_token);
    layout->addLayout(row);
    return input;
}

QWidget *CheckTab::makeOutput()
{
    auto *output = new QWidget(this);
    m_result->setObjectName(u"jwtCheckResult"_s);
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_result->font();
    bold.setBold(true);
    m_result->setFont(bold);
    m_hints->setObjectName(u"jwtCheckHints"_s);
    m_hints->setWordWrap(true);
    m_repair->setObjectName(u"jwtCheckRepair"_s);
    m_steps->setObjectName(u"jwtCheckSteps"_s);
    m_steps->setAccessibleName(tr("Tests of the plugin in their order"));
    m_steps->setModel(&m_model);
    prepareList(*m_steps, 8);
    m_model.setHorizontalHeaderLabels({tr("Test"), tr("Result")});
    m_steps->setColumnWidth(0, m_steps->fontMetrics().averageCharWidth() * 54);
    m_steps->horizontalHeader()->setStretchLastSection(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_result, 1);
    row->addWidget(m_repair);
    auto *layout = new QVBoxLayout(output);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_hints);
    layout->addWidget(m_steps, 1);
    return output;
}

void CheckTab::setToken(const QString &token, const QString &routeId)
{
    refresh();
    if (const int route = m_route->findData(routeId); route >= 0)
        m_route->setCurrentIndex(route);
    m_token->setPlainText(token);
}

void CheckTab::focusToken()
{
    m_token->setFocus(Qt::OtherFocusReason);
}

void CheckTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void CheckTab::refresh()
{
    fillWithJwtRoutes(*m_route, m_workbench.config());
    check();
}

void CheckTab::check()
{
    m_run.cancel();
    const PastedToken pasted = pastedToken(m_token->toPlainText().toUtf8());
    const bool hasRoute = m_route->count() > 0;
    m_route->setEnabled(hasRoute);
    m_repair->setVisible(!hasRoute);
    m_repair->setText(tr("Add a jwt plugin"));
    m_plugin.clear();
    if (!hasRoute || pasted.token.isEmpty()) {
        m_model.removeRows(0, m_model.rowCount());
        m_hints->clear();
        m_result->setText(hasRoute ? tr("Paste a token. It is checked here and never leaves this program.")
                                   : tr("No route has a jwt plugin, so none looks at tokens."));
        return;
    }
    m_run.start([config = m_workbench.config(), route = m_route->currentData().toString(), token = pasted.token,
                 now = QDateTime::currentSecsSinceEpoch()] { return checkToken(config, route, token, now); },
                [this, hadBearer = pasted.hadBearer](const TokenVerdict &verdict) { show(verdict, hadBearer); });
}

void CheckTab::show(const TokenVerdict &verdict, bool hadBearer)
{
    m_result->setText(verdictText(verdict));
    m_plugin = verdict.pluginId;
    m_repair->setText(tr("Open the plugin"));
    m_repair->setVisible(!m_plugin.isEmpty());
    QStringList hints;
    for (const TokenHint &hint : verdict.hints)
        hints << hintText(hint, verdict);
    if (hadBearer)
        hints << tr("“Bearer” was pasted along; in a request it stands before the token, so it was left out.");
    m_hints->setText(hints.join(u'\n'));
    m_hints->setVisible(!hints.isEmpty());
    m_model.removeRows(0, m_model.rowCount());
    const QList<TokenStep> steps = tokenSteps(verdict);
    for (const TokenStep &step : steps) {
        m_model.appendRow({new QStandardItem(step.test), new QStandardItem(step.result)});
        m_model.item(m_model.rowCount() - 1, 1)->setToolTip(step.result);
    }
}

// What decides, or what is missing to have a decision.
void CheckTab::repair()
{
    if (m_plugin.isEmpty())
        emit m_workbench.draftRequested(u"plugins"_s, {{u"name"_s, u"jwt"_s}});
    else
        emit m_workbench.openRequested(u"plugins"_s, m_plugin);
}

} // namespace gatehouse
