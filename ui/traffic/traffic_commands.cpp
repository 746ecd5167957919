// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_commands.h"

#include "core/inspect/effective_plugins.h"
#include "core/model/row_name.h"
#include "core/requests/curl_line.h"
#include "ui/traffic/filter_parser.h"
#include "ui/traffic/record_text.h"
#include "ui/traffic/traffic_table.h"

#include <QAction>
#include <QJsonArray>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int mostFlags = 5;

bool isPlugin(std::string_view decidedBy)
{
    const auto others = {"upstream", "router", "proxy", "client", "kong"};
    return !decidedBy.empty() && std::find(others.begin(), others.end(), decidedBy) == others.end();
}

QString numberTerm(const char *field, double value, bool without)
{
    return QLatin1StringView(field) + (without ? u"!="_s : u"="_s) + QString::number(value, 'f', 0);
}

QString textTerm(const char *field, std::string_view value, bool without)
{
    return QLatin1StringView(field) + (without ? u"!="_s : u"="_s) + quotedFilterValue(toText(value));
}

} // namespace

TrafficCommands::TrafficCommands(
    Workbench &workbench, TrafficModel &model, TrafficTable &table, TrafficFilterEdit &filter, const QString &place)
    : QObject(&table)
    , m_workbench(workbench)
    , m_model(model)
    , m_table(table)
    , m_filter(filter)
    , m_place(place)
{
    table.setContextMenuPolicy(Qt::ActionsContextMenu);
    addSeparator();
    addFilters();
    addSeparator();
    addDoors();
    addSeparator();
    addFlags();
    table.viewport()->installEventFilter(this);
    connect(table.selectionModel(), &QItemSelectionModel::currentChanged, this, &TrafficCommands::refresh);
    connect(&model, &QAbstractItemModel::modelReset, this, &TrafficCommands::refresh);
    refresh();
}

QAction *TrafficCommands::add(const QString &objectName, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut); // elsewhere a letter is a letter
    m_table.addAction(action);
    m_workbench.shortcuts().define(*action, m_place);
    m_needRow << action;
    return action;
}

void TrafficCommands::addSeparator()
{
    auto *line = new QAction(this);
    line->setSeparator(true);
    m_table.addAction(line);
}

void TrafficCommands::addFilters()
{
    const auto column = [this] { return TrafficModel::Column(m_table.currentIndex().column()); };
    m_only = add(u"trafficOnlyAction"_s, tr("Only this value"), Qt::Key_O);
    connect(m_only, &QAction::triggered, this, [this, column] { narrow(column(), false); });
    m_without = add(u"trafficWithoutAction"_s, tr("Without this value"), Qt::Key_X);
    connect(m_without, &QAction::triggered, this, [this, column] { narrow(column(), true); });
    QAction *consumer = add(u"trafficOnlyConsumerAction"_s, tr("Only this consumer"));
    connect(consumer, &QAction::triggered, this, [this] { narrow(TrafficModel::Consumer, false); });
    QAction *route = add(u"trafficOnlyRouteAction"_s, tr("Only this route"));
    connect(route, &QAction::triggered, this, [this] { narrow(TrafficModel::Route, false); });
    QAction *client = add(u"trafficOnlyClientAction"_s, tr("Only this client's address"));
    connect(client, &QAction::triggered, this, [this] {
        if (const TrafficRecord *record = current())
            m_filter.addTerm(textTerm("client", record->client.view(), false));
    });
}

void TrafficCommands::addFlags()
{
    for (int flag = 1; flag <= mostFlags; ++flag) {
        QAction *action =
            add(u"trafficFlag%1Action"_s.arg(flag), tr("Flag with %1").arg(flag), QKeySequence(Qt::Key_0 + flag));
        connect(action, &QAction::triggered, this, [this, flag] { setFlag(flag); });
    }
    QAction *none = add(u"trafficFlag0Action"_s, tr("Remove the flag"), Qt::Key_0);
    connect(none, &QAction::triggered, this, [this] { setFlag(0); });
}

void TrafficCommands::addDoors()
{
    QAction *route = add(u"trafficOpenRouteAction"_s, tr("Open the route"));
    connect(route, &QAction::triggered, this, [this] { open(u"routes"_s, &TrafficRecord::route); });
    QAction *consumer = add(u"trafficOpenConsumerAction"_s, tr("Open the consumer"));
    connect(consumer, &QAction::triggered, this, [this] { open(u"consumers"_s, &TrafficRecord::consumer); });
    m_openPlugin = add(u"trafficOpenPluginAction"_s, tr("Open the plugin that answered"));
    connect(m_openPlugin, &QAction::triggered, this, [this] {
        if (const TrafficRecord *record = current())
            open(u"plugins"_s, answeringPlugin(), toText(record->decidedBy.view()));
    });
    m_newRoute = add(u"trafficNewRouteAction"_s, tr("Create a route for this path"));
    connect(m_newRoute, &QAction::triggered, this, [this] {
        const TrafficRecord &record = *current();
        emit m_workbench.draftRequested(u"routes"_s, {},
                                        {{u"paths"_s, QJsonArray{toText(record.path.view())}},
                                         {u"methods"_s, QJsonArray{toText(record.method.view())}}});
    });
}

const TrafficRecord *TrafficCommands::current() const
{
    const QModelIndex index = m_table.currentIndex();
    return index.isValid() ? &m_model.record(index.row()) : nullptr;
}

void TrafficCommands::refresh()
{
    const TrafficRecord *record = current();
    for (QAction *action : std::as_const(m_needRow))
        action->setEnabled(record != nullptr);
    if (!record)
        return;
    const auto column = TrafficModel::Column(m_table.currentIndex().column());
    const QString only = termFor(column, false);
    m_only->setEnabled(!only.isEmpty());
    m_without->setEnabled(!only.isEmpty());
    const auto enable = [this](const QString &name, bool isPossible) {
        m_table.findChild<QAction *>(name)->setEnabled(isPossible);
    };
    enable(u"trafficOnlyConsumerAction"_s, !record->consumer.view().empty());
    enable(u"trafficOnlyRouteAction"_s, !record->route.view().empty());
    enable(u"trafficOpenRouteAction"_s, !record->route.view().empty());
    enable(u"trafficOpenConsumerAction"_s, !record->consumer.view().empty());
    m_openPlugin->setEnabled(isPlugin(record->decidedBy.view()));
    m_newRoute->setEnabled(record->decidedBy.view() == "router" && record->status == 404);
}

// A value that is drawn on the screen and cut there is not cut in the record, unless it was longer than that.
QString TrafficCommands::termFor(TrafficModel::Column column, bool without) const
{
    const TrafficRecord &record = *current();
    switch (column) {
    case TrafficModel::Flag:
        return numberTerm("flag", m_model.store().flag(m_model.sequence(m_table.currentIndex().row())), without);
    case TrafficModel::Method:
        return textTerm("method", record.method.view(), without);
    case TrafficModel::Status:
        return numberTerm("status", record.status, without);
    case TrafficModel::Path:
        return textTerm("path", record.path.view(), without);
    case TrafficModel::Route:
        return textTerm("route", record.route.view(), without);
    case TrafficModel::Consumer:
        return textTerm("consumer", record.consumer.view(), without);
    case TrafficModel::By:
        return textTerm("by", record.decidedBy.view(), without);
    case TrafficModel::Size:
        return numberTerm("size", record.responseSize, without);
    case TrafficModel::Revision:
        return numberTerm("rev", static_cast<double>(record.revision), without);
    default:
        return {}; // times are never the same twice
    }
}

void TrafficCommands::narrow(TrafficModel::Column column, bool without)
{
    if (!current())
        return;
    if (const QString term = termFor(column, without); !term.isEmpty())
        m_filter.addTerm(term);
}

void TrafficCommands::setFlag(int flag)
{
    if (current())
        m_model.store().setFlag(m_model.sequence(m_table.currentIndex().row()), flag);
}

QString TrafficCommands::idOf(const QString &table, std::string_view name) const
{
    const QString wanted = toText(name);
    const QList<QJsonObject> rows = m_workbench.config().rows(table);
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&wanted](const QJsonObject &row) { return trafficName(row) == wanted; });
    return found == rows.end() ? QString() : found->value("id"_L1).toString();
}

void TrafficCommands::open(const QString &table, ShortText<64> TrafficRecord::*name)
{
    if (const TrafficRecord *record = current())
        open(table, idOf(table, (record->*name).view()), toText((record->*name).view()));
}

void TrafficCommands::open(const QString &table, const QString &id, const QString &name)
{
    if (id.isEmpty())
        emit m_workbench.message({u"traffic"_s, tr("“%1” is no longer in the configuration.").arg(name)});
    else
        emit m_workbench.openRequested(table, id);
}

QString TrafficCommands::answeringPlugin() const
{
    const TrafficRecord *record = current();
    if (!record)
        return {};
    const auto instance = EffectivePlugins(m_workbench.config())
                              .instance(toText(record->decidedBy.view()), idOf(u"routes"_s, record->route.view()),
                                        idOf(u"consumers"_s, record->consumer.view()));
    return instance ? instance->value("id"_L1).toString() : QString();
}

QString TrafficCommands::curl() const
{
    const TrafficRecord *record = current();
    if (!record)
        return {};
    const QString method = toText(record->method.view());
    const QString url = u"http://"_s + m_workbench.gateway().proxyAddress() + toText(record->path.view());
    return u"curl -i "_s + (method == "GET"_L1 ? QString() : u"-X %1 "_s.arg(method)) + shellQuoted(url);
}

// Ctrl and a click on a cell narrow the list to what the cell shows.
bool TrafficCommands::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return QObject::eventFilter(watched, event);
    const auto *click = static_cast<QMouseEvent *>(event);
    const QModelIndex index = m_table.indexAt(click->position().toPoint());
    if (click->button() == Qt::LeftButton && click->modifiers() == Qt::ControlModifier && index.isValid()) {
        m_table.setCurrentIndex(index);
        narrow(TrafficModel::Column(index.column()), false);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace gatehouse
