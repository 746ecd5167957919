// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/effective_plugins_tab.h"

#include "core/explanation/request_explanation.h"
#include "ui/dragdrop/place_dialog.h"
#include "ui/dragdrop/row_drops.h"
#include "ui/dragdrop/row_table.h"
#include "ui/entities/entity_columns.h"
#include "ui/entities/entity_commands.h"
#include "ui/entities/plugin_summary.h"
#include "ui/inspect/plugin_timings.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int idRole = Qt::UserRole + 1;

enum Column { PlaceColumn, NameColumn, OriginColumn, ShortColumn, TimeColumn, OnColumn };

constexpr int largestChoice = 500; // consumers; with more, the box would be no choice any more

QString nameOf(const Config &config, const QString &table, const QString &id)
{
    return shownName(config.find(table, id).value_or(QJsonObject{{u"id"_s, id}}));
}

} // namespace

EffectivePluginsTab::EffectivePluginsTab(Workbench &workbench, QWidget *parent)
    : EditorTab(workbench, tr("Plugins"), parent)
    , m_commands(new EntityCommands(workbench, this))
    , m_consumer(new QComboBox(this))
    , m_table(new RowTable(
          workbench,
          [this] {
              const QString plugin = currentId();
              return DraggedRows{u"plugins"_s, plugin.isEmpty() ? QStringList() : QStringList{plugin}};
          },
          this))
{
    setObjectName(u"effectivePlugins"_s);
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_table, 1);
    connect(m_consumer, &QComboBox::activated, this, &EffectivePluginsTab::refreshSoon);
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &EffectivePluginsTab::refreshTimes);
}

void EffectivePluginsTab::showEvent(QShowEvent *event)
{
    EditorTab::showEvent(event);
    m_timer.start();
}

void EffectivePluginsTab::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    EditorTab::hideEvent(event);
}

QWidget *EffectivePluginsTab::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&For:"), header);
    label->setBuddy(m_consumer);
    m_consumer->setObjectName(u"effectivePluginsConsumer"_s);
    m_consumer->setAccessibleName(tr("Whose requests"));
    m_consumer->setMinimumContentsLength(20);
    auto *add = new QToolButton(header);
    add->setObjectName(u"effectivePluginsAdd"_s);
    add->setText(tr("Add…"));
    add->setIcon(themedIcon(u"new"_s));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setFocusPolicy(Qt::StrongFocus);
    connect(add, &QToolButton::clicked, this, [this] {
        emit workbench().draftRequested(u"plugins"_s, {{u"route"_s, QJsonObject{{u"id"_s, id()}}}});
    });
    layout->addWidget(label);
    layout->addWidget(m_consumer);
    layout->addStretch(1);
    layout->addWidget(add);
    return header;
}

void EffectivePluginsTab::makeTable()
{
    m_table->setObjectName(u"effectivePluginsTable"_s);
    m_table->setAccessibleName(tr("Plugins in the order of running"));
    m_table->setToolTip(tr("Of the same plugin one instance runs, the first of: route, service and consumer; route and "
                           "consumer; service and consumer; route and service; consumer; route; service; everything."));
    m_table->setModel(&m_model);
    prepareList(*m_table, 8);
    new RowDrops(workbench(), *m_table, [this](const QModelIndex &) { return std::pair(u"routes"_s, id()); });
    connect(m_table, &QTableView::activated, this,
            [this] { emit workbench().openRequested(u"plugins"_s, currentId()); });
    connect(&m_model, &QStandardItemModel::itemChanged, this, [this](const QStandardItem *item) {
        if (item->column() != OnColumn)
            return;
        // Later: the answer fills the list anew, and the item is still at work.
        QMetaObject::invokeMethod(
            this, [this, plugin = m_model.item(item->row())->data(idRole).toString()] { toggle(plugin); },
            Qt::QueuedConnection);
    });
    addActions();
}

void EffectivePluginsTab::addActions()
{
    auto *onOff = new QAction(tr("Enable or disable"), m_table);
    onOff->setObjectName(u"effectivePluginsToggle"_s);
    onOff->setShortcutContext(Qt::WidgetShortcut);
    workbench().shortcuts().share(u"toggleAction"_s, *onOff);
    connect(onOff, &QAction::triggered, this, [this] { toggle(currentId()); });
    m_table->addAction(onOff);
    addPlaceAction(u"effectivePluginsMove"_s, tr("Move to another scope…"), RowMoves::Way::Move);
    addPlaceAction(u"effectivePluginsCopy"_s, tr("Copy to another scope…"), RowMoves::Way::Copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void EffectivePluginsTab::addPlaceAction(const QString &objectName, const QString &text, RowMoves::Way way)
{
    auto *action = new QAction(text, m_table);
    action->setObjectName(objectName);
    connect(action, &QAction::triggered, this, [this, way] {
        if (const QString plugin = currentId(); !plugin.isEmpty())
            choosePlace(workbench(), {u"plugins"_s, {plugin}}, way, this);
    });
    m_table->addAction(action);
}

QString EffectivePluginsTab::currentId() const
{
    return m_table->currentIndex().siblingAtColumn(PlaceColumn).data(idRole).toString();
}

void EffectivePluginsTab::toggle(const QString &pluginId)
{
    if (const auto plugin = workbench().config().find(u"plugins"_s, pluginId))
        m_commands->setEnabled(u"plugins"_s, {pluginId}, !plugin->value("enabled"_L1).toBool(true));
}

void EffectivePluginsTab::fillConsumers()
{
    const QVariant chosen = m_consumer->currentData();
    const QSignalBlocker quiet(m_consumer);
    m_consumer->clear();
    m_consumer->addItem(tr("(any consumer)"), QString());
    const QList<QJsonObject> rows = workbench().config().rows(u"consumers"_s);
    for (qsizetype i = 0; i < qMin<qsizetype>(rows.size(), largestChoice); ++i)
        m_consumer->addItem(shownName(rows[i]), rows[i].value("id"_L1).toString());
    m_consumer->setCurrentIndex(qMax(0, m_consumer->findData(chosen)));
}

void EffectivePluginsTab::refresh()
{
    fillConsumers();
    const QString selected = currentId();
    m_uses = EffectivePlugins(workbench().config()).on(id(), m_consumer->currentData().toString());
    fill();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.item(row)->data(idRole).toString() == selected)
            m_table->selectRow(row);
    }
    refreshTimes();
    setCount(std::count_if(m_uses.begin(), m_uses.end(),
                           [](const PluginUse &use) { return use.executed && use.overriddenBy.isEmpty(); }));
}

void EffectivePluginsTab::fill()
{
    m_model.clear();
    m_model.setHorizontalHeaderLabels({u"#"_s, tr("Plugin"), tr("Comes from"), tr("In short"), tr("p95"), tr("On")});
    int number = 0;
    for (const PluginUse &use : std::as_const(m_uses)) {
        const bool isOverridden = !use.overriddenBy.isEmpty();
        addRow(use, isOverridden ? u"⊘"_s : use.executed ? QString::number(++number) : u"–"_s, inShort(use, m_uses));
    }
    const QList<PluginUse> off = switchedOff();
    for (const PluginUse &use : off)
        addRow(use, u"○"_s, tr("%1 – switched off").arg(inShort(use, {})));
    const int character = m_table->fontMetrics().averageCharWidth();
    for (const auto &[column, width] : {std::pair(PlaceColumn, 5), std::pair(NameColumn, 22),
                                        std::pair(OriginColumn, 20), std::pair(TimeColumn, 10), std::pair(OnColumn, 8)})
        m_table->setColumnWidth(column, width * character);
    m_table->horizontalHeader()->setSectionResizeMode(ShortColumn, QHeaderView::Stretch);
}

// Those that would be meant for the route if they were switched on.
QList<PluginUse> EffectivePluginsTab::switchedOff() const
{
    Config all = workbench().config();
    QSet<QString> ids;
    const QList<QJsonObject> plugins = all.rows(u"plugins"_s);
    for (QJsonObject plugin : plugins) {
        if (plugin.value("enabled"_L1).toBool(true))
            continue;
        plugin.insert(u"enabled"_s, true);
        all.put(u"plugins"_s, plugin);
        ids << plugin.value("id"_L1).toString();
    }
    QList<PluginUse> uses;
    if (!ids.isEmpty())
        uses = EffectivePlugins(all).on(id(), m_consumer->currentData().toString());
    uses.removeIf([&ids](const PluginUse &use) { return !ids.contains(use.id); });
    for (PluginUse &use : uses)
        use.overriddenBy.clear();
    return uses;
}

void EffectivePluginsTab::addRow(const PluginUse &use, const QString &place, const QString &inShort)
{
    const bool isOn = workbench().config().find(u"plugins"_s, use.id)->value("enabled"_L1).toBool(true);
    const bool isOverridden = !use.overriddenBy.isEmpty();
    const QString name = use.executed ? u"%1  %2"_s.arg(use.name).arg(use.priority) : use.name;
    QList<QStandardItem *> items;
    for (const QString &text : {place, name, origin(use), inShort, QString(), isOn ? tr("on") : tr("off")}) {
        auto *item = new QStandardItem(text);
        item->setToolTip(text);
        QFont font = m_table->font();
        font.setStrikeOut(isOverridden && items.size() > PlaceColumn && items.size() < TimeColumn);
        item->setFont(font);
        if (isOverridden || !isOn)
            item->setForeground(theme::quietText(palette()));
        items << item;
    }
    items[PlaceColumn]->setData(use.id, idRole);
    items[PlaceColumn]->setAccessibleText(isOverridden ? tr("overridden") : isOn ? place : tr("switched off"));
    items[TimeColumn]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    items[OnColumn]->setCheckable(true);
    items[OnColumn]->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
    m_model.appendRow(items);
}

// A trace tells the plugins by name: times are those of a row only when it is the only one of its name that runs.
void EffectivePluginsTab::refreshTimes()
{
    const QJsonObject route = workbench().config().find(u"routes"_s, id()).value_or(QJsonObject());
    const auto consumer = workbench().config().find(u"consumers"_s, m_consumer->currentData().toString());
    const QHash<QString, double> times =
        pluginTimings(workbench().traffic(), trafficName(route), consumer ? trafficName(*consumer) : QString());
    for (qsizetype i = 0; i < m_uses.size(); ++i) {
        const PluginUse &use = m_uses[i];
        const auto running = std::count_if(m_uses.begin(), m_uses.end(), [&use](const PluginUse &other) {
            return other.name == use.name && other.overriddenBy.isEmpty();
        });
        const bool isKnown = use.overriddenBy.isEmpty() && running == 1 && times.contains(use.name);
        const QString text = isKnown ? durationText(times.value(use.name)) : u"–"_s;
        if (QStandardItem *item = m_model.item(static_cast<int>(i), TimeColumn); item->text() != text) {
            item->setText(text);
            item->setToolTip(isKnown ? tr("95 % of the last requests took no longer in this plugin") : QString());
        }
    }
}

QString EffectivePluginsTab::origin(const PluginUse &use) const
{
    const Config &config = workbench().config();
    const auto route = config.find(u"routes"_s, id());
    QStringList parts;
    if (use.scope.route)
        parts << tr("this route");
    if (use.scope.service)
        parts
            << tr("service %1").arg(nameOf(config, u"services"_s, route ? foreignId(*route, u"service"_s) : QString()));
    if (use.scope.consumer)
        parts << tr("consumer %1").arg(nameOf(config, u"consumers"_s, use.consumerId));
    return parts.isEmpty() ? tr("everything") : parts.join(u", "_s);
}

QString EffectivePluginsTab::inShort(const PluginUse &use, const QList<PluginUse> &all) const
{
    const QString text = pluginInShort(workbench().config().find(u"plugins"_s, use.id).value_or(QJsonObject()));
    if (!use.executed)
        return tr("%1 (kept, not executed here)").arg(text);
    if (!use.overriddenBy.isEmpty()) {
        const auto winner = std::find_if(all.begin(), all.end(),
                                         [&use](const PluginUse &other) { return other.id == use.overriddenBy; });
        return tr("%1 – overridden by the one for %2").arg(text, origin(*winner));
    }
    const auto special = std::count_if(all.begin(), all.end(), [&use](const PluginUse &other) {
        return other.name == use.name && other.scope.consumer && precedence(other.scope) > precedence(use.scope);
    });
    if (special == 0 || use.scope.consumer)
        return text;
    return tr("%1 – overridden for %n consumer(s)", nullptr, static_cast<int>(special)).arg(text);
}

} // namespace gatehouse
