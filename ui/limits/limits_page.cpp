// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits/limits_page.h"

#include "ui/limits/limit_history_panel.h"
#include "ui/limits/limits_commands.h"
#include "ui/limits/limits_table.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse {

using namespace std::chrono_literals;

LimitsPage::LimitsPage(Workbench &workbench, QWidget *parent)
    : Page(u"limitsPage"_s, tr("Rate limits"), u"limits"_s, parent)
    , m_gateway(workbench.gateway())
    , m_model(m_gateway.limits(), workbench.store())
    , m_memory(workbench.settings())
    , m_table(makeLimitsTable(m_model, u"limitsTable"_s, this))
    , m_stack(new QStackedWidget(this))
    , m_history(new LimitHistoryPanel(m_model, *m_table, workbench, this))
    , m_reset(new QPushButton(themedIcon(u"restart"_s), tr("Reset all…"), this))
{
    m_reset->setObjectName(u"limitsReset"_s);
    connect(m_reset, &QPushButton::clicked, this, &LimitsPage::askReset);

    QLabel *empty =
        makeEmptyText(tr("No limit is counting. A bucket appears here with the first request that a rate-limiting "
                         "plugin counts, and goes when its window ends."),
                      this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(empty);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_history);
    layOutList(*this, title(), *makeHeaderParts(), *content);
    m_memory.remember(*m_table);
    connect(new LimitsCommands(workbench, *m_table, title()), &LimitsCommands::changed, this, &LimitsPage::refresh);

    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &LimitsPage::refresh);
    refresh();
}

QWidget *LimitsPage::makeHeaderParts()
{
    auto *parts = new QWidget(this);
    auto *order = new QComboBox(parts);
    order->setObjectName(u"limitsOrder"_s);
    order->setAccessibleName(tr("Order"));
    order->addItem(tr("Fullest first"), static_cast<int>(LimitsModel::Order::Fullest));
    order->addItem(tr("By limit"), static_cast<int>(LimitsModel::Order::Scope));
    order->addItem(tr("By whom they count for"), static_cast<int>(LimitsModel::Order::Identifier));
    connect(order, &QComboBox::currentIndexChanged, this, [this, order] {
        m_model.setOrder(static_cast<LimitsModel::Order>(order->currentData().toInt()));
        refresh();
    });
    auto *pause = new QToolButton(parts);
    pause->setObjectName(u"limitsPause"_s);
    pause->setText(tr("Pause"));
    pause->setIcon(themedIcon(u"pause"_s));
    pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    pause->setCheckable(true);
    pause->setFocusPolicy(Qt::TabFocus);
    connect(pause, &QToolButton::toggled, this, [this](bool isPaused) {
        m_isPaused = isPaused;
        isPaused ? m_timer.stop() : m_timer.start();
    });
    auto *layout = new QHBoxLayout(parts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(order);
    layout->addWidget(pause);
    layout->addWidget(m_reset);
    return parts;
}

void LimitsPage::showEvent(QShowEvent *event)
{
    if (!m_isPaused) {
        refresh();
        m_timer.start();
    }
    Page::showEvent(event);
}

void LimitsPage::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    Page::hideEvent(event);
}

void LimitsPage::refresh()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    m_model.refresh(now);
    m_history->refresh(now);
    m_stack->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
    m_reset->setEnabled(m_model.rowCount() > 0);
}

void LimitsPage::askReset()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Reset all counters"),
                                tr("Set every rate-limit counter back to zero? This cannot be undone."),
                                QMessageBox::Reset | QMessageBox::Cancel, this);
    box->setObjectName(u"resetDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this](int button) {
        if (button != QMessageBox::Reset)
            return;
        m_gateway.limits().resetAll();
        refresh();
    });
    box->open();
}

} // namespace gatehouse
