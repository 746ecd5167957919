// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/effective_plugins_tab.h"

#include "ui/entities/entity_columns.h"
#include "ui/entities/plugin_summary.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

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
constexpr int largestChoice = 500; // consumers; with more, the box would be no choice any more

QString nameOf(const Config &config, const QString &table, const QString &id)
{
    return shownName(config.find(table, id).value_or(QJsonObject{{u"id"_s, id}}));
}

} // namespace

EffectivePluginsTab::EffectivePluginsTab(Workbench &workbench, QWidget *parent)
    : EditorTab(workbench, tr("Plugins"), parent)
    , m_consumer(new QComboBox(this))
    , m_table(new QTableView(this))
{
    setObjectName(u"effectivePlugins"_s);
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_table, 1);
    connect(m_consumer, &QComboBox::activated, this, &EffectivePluginsTab::refreshSoon);
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
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        emit workbench().openRequested(u"plugins"_s, index.siblingAtColumn(0).data(idRole).toString());
    });
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
    m_model.clear();
    m_model.setHorizontalHeaderLabels({u"#"_s, tr("Plugin"), tr("Comes from"), tr("In short")});
    const QList<PluginUse> uses = EffectivePlugins(workbench().config()).on(id(), m_consumer->currentData().toString());
    int number = 0;
    for (const PluginUse &use : uses)
        addRow(use, uses, number);
    const int character = m_table->fontMetrics().averageCharWidth();
    for (const auto &[column, width] : {std::pair(0, 5), std::pair(1, 24), std::pair(2, 26)})
        m_table->setColumnWidth(column, width * character);
    setCount(std::count_if(uses.begin(), uses.end(),
                           [](const PluginUse &use) { return use.executed && use.overriddenBy.isEmpty(); }));
}

void EffectivePluginsTab::addRow(const PluginUse &use, const QList<PluginUse> &all, int &number)
{
    const bool isOverridden = !use.overriddenBy.isEmpty();
    const QString place = isOverridden ? u"⊘"_s : use.executed ? QString::number(++number) : u"–"_s;
    const QString name = use.executed ? u"%1  %2"_s.arg(use.name).arg(use.priority) : use.name;
    QList<QStandardItem *> items;
    for (const QString &text : {place, name, origin(use), inShort(use, all)}) {
        auto *item = new QStandardItem(text);
        item->setToolTip(text);
        QFont font = m_table->font();
        font.setStrikeOut(isOverridden && !items.isEmpty());
        item->setFont(font);
        if (isOverridden)
            item->setForeground(theme::quietText(palette()));
        items << item;
    }
    items.first()->setData(use.id, idRole);
    items.first()->setAccessibleText(isOverridden ? tr("overridden") : place);
    m_model.appendRow(items);
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
