// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits/limits_commands.h"

#include "ui/limits/limits_model.h"
#include "ui/traffic/filter_parser.h"

#include <QAction>
#include <QTableView>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

LimitsCommands::LimitsCommands(Workbench &workbench, QTableView &table, const QString &place)
    : QObject(&table)
    , m_workbench(workbench)
    , m_table(table)
{
    table.setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(add(u"raiseLimitAction"_s, tr("Change this limit"), place), &QAction::triggered, this,
            &LimitsCommands::raise);
    connect(add(u"limitRequestsAction"_s, tr("Show its requests"), place), &QAction::triggered, this,
            &LimitsCommands::showRequests);
    connect(add(u"resetLimitAction"_s, tr("Set this counter back to zero"), place), &QAction::triggered, this,
            &LimitsCommands::reset);
    connect(&table, &QTableView::activated, this, &LimitsCommands::raise);
    connect(table.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LimitsCommands::refresh);
    connect(table.model(), &QAbstractItemModel::modelReset, this, &LimitsCommands::refresh);
    refresh();
}

QAction *LimitsCommands::add(const QString &objectName, const QString &text, const QString &place)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table.addAction(action);
    m_workbench.shortcuts().define(*action, place);
    m_actions << action;
    return action;
}

void LimitsCommands::refresh()
{
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(m_table.currentIndex().isValid());
}

// The field of the plugin that holds the limit.
void LimitsCommands::raise()
{
    static constexpr std::array fields{"config.second", "config.minute", "config.hour",
                                       "config.day",    "config.month",  "config.year"};
    const QModelIndex bucket = m_table.currentIndex();
    if (!bucket.isValid())
        return;
    const auto period = static_cast<std::size_t>(bucket.data(LimitsModel::periodRole).toInt());
    emit m_workbench.fieldRequested(u"plugins"_s, bucket.data(LimitsModel::pluginRole).toString(),
                                    QString::fromLatin1(fields.at(period)));
}

// Of a label such as "consumer mobile-app" and a scope such as "route orders".
QString LimitsCommands::filter() const
{
    const auto term = [this](int column) {
        const QString text = m_table.currentIndex().siblingAtColumn(column).data().toString();
        const QString begin = text.section(u' ', 0, 0) + u'=';
        return headOfTerm(begin) ? begin + quotedFilterValue(text.section(u' ', 1)) : QString();
    };
    const QString both = term(LimitsModel::Identifier) + u' ' + term(LimitsModel::Scope);
    return both.trimmed();
}

void LimitsCommands::showRequests()
{
    if (m_table.currentIndex().isValid())
        emit m_workbench.trafficRequested(filter(), {});
}

void LimitsCommands::reset()
{
    const QModelIndex bucket = m_table.currentIndex();
    if (!bucket.isValid())
        return;
    m_workbench.gateway().limits().reset(bucket.data(LimitsModel::idRole).toULongLong());
    emit changed();
}

} // namespace gatehouse
