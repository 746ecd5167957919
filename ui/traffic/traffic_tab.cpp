// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_tab.h"

#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"
#include "ui/traffic/filter_parser.h"
#include "ui/traffic/traffic_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

QString trafficFilterFor(const QString &table, const QJsonObject &row)
{
    const bool isNamed = table == "services"_L1 || table == "routes"_L1 || table == "consumers"_L1;
    return isNamed ? table.chopped(1) + u'=' + quotedFilterValue(trafficName(row)) : QString();
}

TrafficTab::TrafficTab(EntityKind kind, Workbench &workbench, QWidget *parent)
    : EditorTab(workbench, tr("Traffic"), parent)
    , m_kind(entityKindText(kind))
    , m_model(workbench.traffic())
    , m_table(new TrafficTable(m_model, QLatin1String(m_kind.table) + u"TrafficTable"_s, workbench.settings(), this))
    , m_stack(new QStackedWidget(this))
    , m_count(new QLabel(this))
    , m_empty(makeEmptyText({}, this))
{
    m_model.setPaused(true);
    setObjectName(QLatin1String(m_kind.table) + u"Traffic"_s);
    m_table->setUsualWidths();
    m_table->setColumnHidden(TrafficModel::Route, kind == EntityKind::Routes);
    m_table->setColumnHidden(TrafficModel::Consumer, kind == EntityKind::Consumers);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { showInTraffic(m_model.sequence(index.row())); });
    m_empty->setObjectName(objectName() + u"Empty"_s);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_stack, 1);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &TrafficTab::refreshState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TrafficTab::refreshState);
    connect(&workbench.gateway(), &Gateway::started, this, &TrafficTab::refreshState);
    connect(&workbench.gateway(), &Gateway::stopped, this, &TrafficTab::refreshState);
    workbench.shortcuts().follow(u"startAction"_s, this, [this] { refreshState(); });
}

QWidget *TrafficTab::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *show = new QToolButton(header);
    show->setObjectName(objectName() + u"Show"_s);
    show->setText(tr("Show in Traffic"));
    show->setIcon(themedIcon(u"traffic"_s));
    show->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    show->setFocusPolicy(Qt::StrongFocus);
    connect(show, &QToolButton::clicked, this, [this] { showInTraffic(std::nullopt); });
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(show);
    return header;
}

void TrafficTab::showEvent(QShowEvent *event)
{
    EditorTab::showEvent(event);
    m_model.setPaused(false);
}

void TrafficTab::hideEvent(QHideEvent *event)
{
    m_model.setPaused(true);
    EditorTab::hideEvent(event);
}

QString TrafficTab::filterText() const
{
    const QString table = QString::fromLatin1(m_kind.table);
    return trafficFilterFor(table, workbench().config().find(table, id()).value_or(QJsonObject()));
}

void TrafficTab::refresh()
{
    const QString filter = filterText();
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_model.setFilter(TrafficFilter(TrafficFilter::Preset::All, filter));
    m_table->follow();
}

void TrafficTab::refreshState()
{
    const int count = m_model.rowCount();
    m_count->setText(count == 0 ? QString() : tr("%n request(s)", nullptr, count));
    m_empty->setText(workbench().gateway().state() == Gateway::State::Running
                         ? tr("No recorded request met this row. New ones appear here.")
                         : tr("The gateway is stopped. Start it with %1; its requests appear here.")
                               .arg(workbench().shortcuts().wayTo(u"startAction"_s)));
    m_stack->setCurrentIndex(count == 0 ? 1 : 0);
}

void TrafficTab::showInTraffic(std::optional<quint64> sequence)
{
    emit workbench().trafficRequested(filterText(), sequence);
}

} // namespace gatehouse
