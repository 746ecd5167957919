// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/target_health_tab.h"

#include "core/admin/upstream_report.h"
#include "ui/inspect/health_presets.h"
#include "ui/main_window/page_parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::chrono::milliseconds followInterval{1000};
constexpr int idRole = Qt::UserRole + 1;

QString healthText(const QString &state)
{
    if (state == "HEALTHY"_L1)
        return TargetHealthTab::tr("✓ healthy");
    if (state == "UNHEALTHY"_L1)
        return TargetHealthTab::tr("✗ unhealthy");
    if (state == "DNS_ERROR"_L1)
        return TargetHealthTab::tr("⚠ name not found");
    return TargetHealthTab::tr("○ not checked");
}

QString addressText(const QJsonObject &target)
{
    QStringList texts;
    const QJsonArray addresses = target.value("data"_L1)["addresses"_L1].toArray();
    for (const QJsonValue &each : addresses)
        texts << u"%1:%2"_s.arg(each["ip"_L1].toString()).arg(each["port"_L1].toInt());
    return texts.join(u", "_s);
}

} // namespace

TargetHealthTab::TargetHealthTab(Workbench &workbench, QWidget *parent)
    : EditorTab(workbench, tr("Health"), parent)
    , m_preset(new QComboBox(this))
    , m_effect(new QLabel(this))
    , m_table(new QTableView(this))
{
    setObjectName(u"targetHealth"_s);
    m_table->setObjectName(u"targetHealthTable"_s);
    m_table->setAccessibleName(tr("Targets as the gateway sees them"));
    m_table->setModel(&m_model);
    prepareList(*m_table, 8);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 8, 0, 0);
    layout->addWidget(makePresets());
    layout->addWidget(m_effect);
    layout->addWidget(makeHeader());
    layout->addWidget(m_table, 1);
    m_follow.setInterval(followInterval);
    connect(&m_follow, &QTimer::timeout, this, &TargetHealthTab::showTargets);
    connect(&workbench.gateway(), &Gateway::published, this, &TargetHealthTab::refreshSoon);
}

QWidget *TargetHealthTab::makePresets()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("Health &checks:"), row);
    label->setBuddy(m_preset);
    m_preset->setObjectName(u"healthPreset"_s);
    m_preset->setAccessibleName(tr("Health checks"));
    const QList<HealthPreset> presets = healthPresets();
    for (const HealthPreset &preset : presets)
        m_preset->addItem(preset.name);
    m_preset->addItem(tr("Custom"));
    connect(m_preset, &QComboBox::activated, this, &TargetHealthTab::usePreset);
    m_effect->setObjectName(u"healthEffect"_s);
    m_effect->setWordWrap(true);
    layout->addWidget(label);
    layout->addWidget(m_preset);
    layout->addStretch(1);
    return row;
}

QWidget *TargetHealthTab::makeHeader()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &name, const QString &text, bool isHealthy) {
        auto *button = new QToolButton(row);
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(tr("Until the next check says otherwise"));
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, isHealthy] { mark(isHealthy); });
        layout->addWidget(button);
        return button;
    };
    m_healthy = add(u"markHealthy"_s, tr("Mark healthy"), true);
    m_unhealthy = add(u"markUnhealthy"_s, tr("Mark unhealthy"), false);
    layout->addStretch(1);
    return row;
}

void TargetHealthTab::refresh()
{
    const auto upstream = workbench().config().find(u"upstreams"_s, id());
    if (!upstream)
        return;
    showPreset(upstream->value("healthchecks"_L1).toObject());
    showTargets();
}

void TargetHealthTab::showTargets()
{
    const auto upstream = workbench().config().find(u"upstreams"_s, id());
    if (!upstream)
        return;
    const int selected = m_table->currentIndex().row();
    const UpstreamReport report(*upstream, workbench().config().table(u"targets"_s).rowsWhere(u"upstream"_s, id()),
                                &workbench().gateway().upstreams());
    const QJsonArray targets = report.targets();
    double total = 0;
    for (const QJsonValue &target : targets)
        total += target["weight"_L1].toDouble();
    m_model.clear();
    m_model.setHorizontalHeaderLabels({tr("Target"), tr("Weight"), tr("Share"), tr("Health"), tr("Addresses")});
    for (const QJsonValue &target : targets) {
        const double weight = target["weight"_L1].toDouble();
        const QString share = total > 0 ? tr("%1 %").arg(weight * 100 / total, 0, 'f', 1) : u"–"_s;
        const QStringList cells{target["target"_L1].toString(), QString::number(weight), share,
                                healthText(target["health"_L1].toString()), addressText(target.toObject())};
        QList<QStandardItem *> items;
        for (const QString &text : cells)
            items << new QStandardItem(text);
        items.first()->setData(target["id"_L1].toString(), idRole);
        m_model.appendRow(items);
    }
    const int character = m_table->fontMetrics().averageCharWidth();
    for (const auto &[column, width] : {std::pair(0, 28), std::pair(1, 9), std::pair(2, 10), std::pair(3, 20)})
        m_table->setColumnWidth(column, width * character);
    if (m_model.rowCount() > 0)
        m_table->selectRow(qBound(0, selected, m_model.rowCount() - 1));
    const bool canMark = m_model.rowCount() > 0 && workbench().gateway().state() == Gateway::State::Running;
    m_healthy->setEnabled(canMark);
    m_unhealthy->setEnabled(canMark);
}

void TargetHealthTab::showPreset(const QJsonObject &healthchecks)
{
    const QList<HealthPreset> presets = healthPresets();
    int index = 0;
    while (index < presets.size() && !followsPreset(healthchecks, presets[index]))
        ++index;
    m_preset->setCurrentIndex(index);
    m_effect->setText(index < presets.size() ? presets[index].effect
                                             : tr("As set on the General tab, by numbers of its own."));
}

void TargetHealthTab::usePreset(int index)
{
    const auto upstream = workbench().config().find(u"upstreams"_s, id());
    const QList<HealthPreset> presets = healthPresets();
    if (!upstream || index >= presets.size() ||
        followsPreset(upstream->value("healthchecks"_L1).toObject(), presets[index])) {
        refresh();
        return;
    }
    workbench().history().setMergeKey({});
    const QJsonObject checks = withPreset(upstream->value("healthchecks"_L1).toObject(), presets[index]);
    workbench().store().update(u"upstreams"_s, EntityKey::id(id()), {{u"healthchecks"_s, checks}}, Origin::User);
}

void TargetHealthTab::mark(bool isHealthy)
{
    const QString target = m_table->currentIndex().siblingAtColumn(0).data(idRole).toString();
    const bool done = workbench().gateway().upstreams().mark(id(), target, {}, isHealthy);
    if (!done) {
        emit workbench().message({u"mark"_s,
                                  tr("There is nothing to mark: switch health checks on first."),
                                  Message::Kind::Warning,
                                  {},
                                  std::chrono::seconds(10)});
    }
    showTargets();
}

void TargetHealthTab::showEvent(QShowEvent *event)
{
    EditorTab::showEvent(event);
    m_follow.start();
}

void TargetHealthTab::hideEvent(QHideEvent *event)
{
    m_follow.stop();
    EditorTab::hideEvent(event);
}

} // namespace gatehouse
