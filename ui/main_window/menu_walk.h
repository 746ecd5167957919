// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMenu>

namespace gatehouse {

// Visits the actions of a menu and of the menus in it, each with the path of menus to it: "View: Theme".
template <class Visit>
void forEachAction(const QMenu &menu, const QString &path, const Visit &visit)
{
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions) {
        if (action->isSeparator())
            continue;
        if (!action->menu()) {
            visit(*action, path);
            continue;
        }
        const QString title = QString(action->text()).remove(QLatin1Char('&'));
        forEachAction(*action->menu(), path.isEmpty() ? title : path + QLatin1String(": ") + title, visit);
    }
}

} // namespace gatehouse
