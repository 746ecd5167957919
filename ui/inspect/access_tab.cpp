// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/access_tab.h"

#include "core/snapshot/entity_plans.h"
#include "ui/entities/entity_columns.h"
#include "ui/entities/plugin_summary.h"
#include "ui/inspect/group_strip.h"
#include "ui/inspect/inspect_text.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int idRole = Qt::UserRole + 1;

QStringList limitsOf(const AccessRules &rules, const QString &routeId, const QString &consumerId)
{
    const auto limits = rules.plugins().instance(u"rate-limiting"_s, routeId, consumerId);
    return limits ? QStringList{pluginInShort(*limits)} : QStringList();
}

AccessTab::Line
lineOf(const AccessRules &rules, const QJsonObject &row, const QString &routeId, const QString &consumerId)
{
    return {row.value("id"_L1).toString(), shownName(row), rules.ask(routeId, consumerId),
            limitsOf(rules, routeId, consumerId)};
}

// Those who can call, those who cannot, and what is open to all.
int rank(const AccessTab::Line &line)
{
    switch (line.answer.kind) {
    case AccessAnswer::Kind::Allowed:
        return 0;
    case AccessAnswer::Kind::Refused:
        return 1;
    case AccessAnswer::Kind::Public:
        break;
    }
    return 2;
}

AccessTab::Findings findingsFor(const Config &config, AccessTab::Side side, const QString &id)
{
    const AccessRules rules(config);
    AccessTab::Findings findings;
    QList<AccessTab::Line> &lines = findings.lines;
    if (side == AccessTab::Side::Route) {
        for (const QJsonObject &consumer : config.rows(u"consumers"_s))
            lines << lineOf(rules, consumer, id, consumer.value("id"_L1).toString());
    } else {
        for (const QJsonObject &route : config.rows(u"routes"_s)) {
            if (isRouted(config, route))
                lines << lineOf(rules, route, route.value("id"_L1).toString(), id);
        }
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const AccessTab::Line &one, const AccessTab::Line &other) { return rank(one) < rank(other); });
    if (side == AccessTab::Side::Route)
        lines << AccessTab::Line{{}, AccessTab::tr("(unauthenticated)"), rules.ask(id, {}), limitsOf(rules, id, {})};
    else
        findings.unread = rules.unread(id);
    return findings;
}

} // namespace

AccessTab::AccessTab(Side side, Workbench &workbench, QWidget *parent)
    : EditorTab(workbench, side == Side::Route ? tr("Access") : tr("Can call"), parent)
    , m_side(side)
    , m_summary(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_table(new QTableView(this))
{
    const QString name = side == Side::Route ? u"routeAccess"_s : u"consumerAccess"_s;
    setObjectName(name);
    m_summary->setObjectName(name + u"Summary"_s);
    m_warning->setObjectName(name + u"Warning"_s);
    m_warning->setWordWrap(true);
    m_warning->hide();
    m_table->setObjectName(name + u"Table"_s);
    m_table->setAccessibleName(title());
    m_table->setModel(&m_model);
    prepareList(*m_table, 8);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 8, 0, 0);
    if (side == Side::Consumer) {
        m_groups = new GroupStrip(workbench, this);
        layout->addWidget(m_groups);
    }
    layout->addWidget(m_summary);
    layout->addWidget(m_warning);
    layout->addWidget(m_table, 1);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const QString id = index.siblingAtColumn(0).data(idRole).toString();
        if (!id.isEmpty())
            emit this->workbench().openRequested(m_side == Side::Route ? u"consumers"_s : u"routes"_s, id);
    });
}

void AccessTab::refresh()
{
    if (m_groups)
        m_groups->showConsumer(id());
    m_run.start([config = workbench().config(), side = m_side, id = id()] { return findingsFor(config, side, id); },
                [this](const Findings &findings) { show(findings); });
}

void AccessTab::show(const Findings &findings)
{
    const QList<Line> &lines = findings.lines;
    showUnread(findings.unread);
    m_model.clear();
    m_model.setHorizontalHeaderLabels(
        {QString(), m_side == Side::Route ? tr("Consumer") : tr("Route"), tr("Why"), tr("Limits that apply")});
    for (const Line &line : lines)
        addLine(line);
    const int character = m_table->fontMetrics().averageCharWidth();
    for (const auto &[column, width] : {std::pair(0, 14), std::pair(1, 24), std::pair(2, 34)})
        m_table->setColumnWidth(column, width * character);
    const auto isOne = [](const Line &line) { return !line.id.isEmpty(); };
    const auto can = std::count_if(lines.begin(), lines.end(), [isOne](const Line &line) {
        return isOne(line) && line.answer.kind != AccessAnswer::Kind::Refused;
    });
    const auto all = std::count_if(lines.begin(), lines.end(), isOne);
    m_summary->setText(m_side == Side::Route ? tr("%1 of %2 consumers can call this route.").arg(can).arg(all)
                                             : tr("Can call %1 of %2 routes.").arg(can).arg(all));
    setCount(can);
}

// A key that nobody asks for.
void AccessTab::showUnread(const QStringList &plugins)
{
    QStringList sentences;
    for (const QString &plugin : plugins)
        sentences << tr("⚠ No route uses %1: this consumer's credentials for it are never read.").arg(plugin);
    m_warning->setText(sentences.join(u'\n'));
    m_warning->setVisible(!sentences.isEmpty());
}

void AccessTab::addLine(const Line &line)
{
    const auto word = [&line] {
        switch (line.answer.kind) {
        case AccessAnswer::Kind::Allowed:
            return tr("yes");
        case AccessAnswer::Kind::Public:
            return tr("anyone");
        case AccessAnswer::Kind::Refused:
            break;
        }
        return tr("no");
    };
    const bool counts = line.answer.kind != AccessAnswer::Kind::Refused;
    const QStringList cells{accessGlyph(line.answer) + u' ' + word(), line.name, accessText(line.answer),
                            counts ? line.limits.join(u", "_s) : QString()};
    QList<QStandardItem *> items;
    for (const QString &text : cells) {
        items << new QStandardItem(text);
        items.last()->setToolTip(text);
    }
    if (!counts)
        items.first()->setForeground(theme::tone(theme::Tone::ClientError, palette()));
    items.first()->setData(line.id, idRole);
    m_model.appendRow(items);
}

} // namespace gatehouse
