// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/tour.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Step {
    QString page;
    QString text;
};

QList<Step> steps(const Shortcuts &shortcuts)
{
    const auto way = [&shortcuts](const QString &command) { return shortcuts.wayTo(command); };
    return {
        {u"trafficPage"_s,
         Tour::tr("These are the sample's first requests. Choose the 403 and read why it was denied.")},
        {u"consumersPage"_s,
         Tour::tr("web-app is in the group customers; payments ask for admins. Add the group admins under Groups.")},
        {u"limitsPage"_s, Tour::tr("The payments have used up their 20 a minute. Watch the counter begin anew.")},
        {u"routesPage"_s,
         Tour::tr("Change a path: it runs at once. %1 takes it back, also while it runs.").arg(way(u"undoAction"_s))},
        {u"overviewPage"_s,
         Tour::tr("Save with %1: the file is a kong.yml that Kong itself loads. %2 finds everything.")
             .arg(way(u"saveAction"_s), way(u"paletteAction"_s))},
    };
}

} // namespace

Tour::Tour(Workbench &workbench, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
{
}

void Tour::offer()
{
    if (m_workbench.settings().value(Setting::TourSeen).toBool())
        return;
    begin();
}

void Tour::begin()
{
    m_workbench.settings().setValue(Setting::TourSeen, true);
    show(0);
}

void Tour::show(qsizetype step)
{
    const QList<Step> all = steps(m_workbench.shortcuts());
    emit pageRequested(all[step].page);
    Message message{u"tour"_s, tr("%1 of %2: %3").arg(step + 1).arg(all.size()).arg(all[step].text)};
    if (step + 1 < all.size())
        message.actions << Message::Action{tr("Next"), [this, step] { show(step + 1); }};
    message.actions << Message::Action{tr("End the tour"), [] {}};
    emit m_workbench.message(message);
}

} // namespace gatehouse
