// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/next_steps.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// Kong's authentication plugins and its access list.
bool isProtection(const QJsonObject &plugin)
{
    static const QStringList names{u"jwt"_s,       u"key-auth"_s, u"basic-auth"_s,     u"hmac-auth"_s,
                                   u"ldap-auth"_s, u"oauth2"_s,   u"ip-restriction"_s, u"acl"_s};
    return plugin.value("enabled"_L1).toBool(true) && names.contains(plugin.value("name"_L1).toString());
}

} // namespace

NextSteps::NextSteps(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
{
    setObjectName(u"nextSteps"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    for (int i = 0; i < steps; ++i) {
        auto *label = new QLabel(this);
        label->setObjectName(u"nextStep%1"_s.arg(i));
        layout->addWidget(label);
        m_labels[static_cast<std::size_t>(i)] = label;
    }
    layout->addStretch(1);
}

std::array<bool, NextSteps::steps> NextSteps::done() const
{
    const QList<QJsonObject> plugins = m_workbench.config().rows(u"plugins"_s);
    const Project &project = m_workbench.project();
    return {m_workbench.traffic().end() > 0, std::any_of(plugins.begin(), plugins.end(), isProtection),
            !project.fileName().isEmpty() && !project.isModified()};
}

QString NextSteps::next() const
{
    const std::array<QString, steps> how{
        tr("Send a request to the gateway; it appears under Traffic."),
        tr("Add a plugin that asks who is calling, such as key-auth, to a route: under Plugins."),
        tr("Save the configuration in a file; Kong itself loads it.")};
    const auto left = std::find(m_done.begin(), m_done.end(), false);
    return left == m_done.end() ? QString() : how[static_cast<std::size_t>(left - m_done.begin())];
}

void NextSteps::refresh()
{
    const std::array<QString, steps> texts{tr("Send a request"), tr("Protect a route"), tr("Save the configuration")};
    UiSettings &settings = m_workbench.settings();
    const bool hadDoneAll = settings.value(Setting::NextStepsDone).toBool();
    std::array<bool, steps> now = done();
    if (hadDoneAll)
        now.fill(true);
    else if (std::all_of(now.begin(), now.end(), [](bool is) { return is; }))
        settings.setValue(Setting::NextStepsDone, true);
    setVisible(!settings.value(Setting::NextStepsDone).toBool());
    for (std::size_t i = 0; i < steps; ++i) {
        m_labels[i]->setText((now[i] ? u"✓ "_s : u"○ "_s) + texts[i]);
        m_labels[i]->setAccessibleName(now[i] ? tr("Done: %1").arg(texts[i]) : tr("To do: %1").arg(texts[i]));
    }
    if (std::exchange(m_done, now) != now)
        emit nextChanged();
}

} // namespace gatehouse
