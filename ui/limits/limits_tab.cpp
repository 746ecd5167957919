// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits/limits_tab.h"

#include "ui/entities/entity_columns.h"
#include "ui/limits/limit_history_panel.h"
#include "ui/limits/limits_table.h"
#include "ui/main_window/page_parts.h"

#include <QDateTime>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

LimitsTab::LimitsTab(Workbench &workbench, QWidget *parent)
    : EditorTab(workbench, tr("Limits"), parent)
    , m_model(workbench.gateway().limits(), workbench.store())
    , m_stack(new QStackedWidget(this))
    , m_empty(makeEmptyText({}, this))
{
    setObjectName(u"consumerLimits"_s);
    m_empty->setObjectName(u"consumerLimitsEmpty"_s);
    QTableView *table = makeLimitsTable(m_model, u"consumerLimitsTable"_s, this);
    table->setColumnHidden(LimitsModel::Identifier, true);
    m_history = new LimitHistoryPanel(m_model, *table, workbench, this);
    m_stack->addWidget(table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_history);
    m_timer.setInterval(std::chrono::milliseconds(250));
    connect(&m_timer, &QTimer::timeout, this, &LimitsTab::look);
}

void LimitsTab::showEvent(QShowEvent *event)
{
    EditorTab::showEvent(event);
    m_timer.start();
}

void LimitsTab::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    EditorTab::hideEvent(event);
}

// As the plugin labels what it counts (core/plugins/rate_limiting).
QSet<QString> LimitsTab::identifiers() const
{
    const Config &config = workbench().config();
    const QJsonObject consumer = config.find(u"consumers"_s, id()).value_or(QJsonObject());
    const QString username = consumer.value("username"_L1).toString();
    QSet<QString> all{u"consumer "_s + (username.isEmpty() ? id() : username)};
    const QList<ChildKind> &children = entityKindText(EntityKind::Consumers).children;
    for (const ChildKind &child : children) {
        for (const char *table : child.tables) {
            const QList<QJsonObject> rows =
                config.table(QLatin1String(table)).rowsWhere(QLatin1String(child.field), id());
            for (const QJsonObject &row : rows)
                all << u"credential "_s + row.value("id"_L1).toString();
        }
    }
    return all;
}

void LimitsTab::refresh()
{
    m_model.setIdentifiers(identifiers());
    if (std::exchange(m_shown, id()) != id())
        m_history->forget();
    look();
}

void LimitsTab::look()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    m_model.refresh(now);
    m_history->refresh(now);
    m_stack->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
    if (m_model.rowCount() == 0)
        m_empty->setText(emptyText());
}

QString LimitsTab::emptyText() const
{
    const QList<QJsonObject> plugins = workbench().config().rows(u"plugins"_s);
    const bool isLimited = std::any_of(plugins.begin(), plugins.end(), [](const QJsonObject &plugin) {
        return plugin.value("name"_L1) == "rate-limiting"_L1 && plugin.value("enabled"_L1).toBool(true);
    });
    if (!isLimited)
        return tr("Nothing limits this consumer: no rate-limiting plugin is switched on.");
    if (workbench().gateway().state() != Gateway::State::Running)
        return tr("The gateway is stopped. Start it with %1; what it counts for this consumer appears here.")
            .arg(workbench().shortcuts().wayTo(u"startAction"_s));
    return tr("No limit is counting for this consumer now. A bucket appears with its next request that a rate-limiting "
              "plugin counts by consumer or credential; what is counted by address, header or path is under Rate "
              "limits.");
}

} // namespace gatehouse
