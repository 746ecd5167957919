// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jwt_tool/token_edit.h"

#include "core/inspect/effective_plugins.h"
#include "core/model/row_name.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace gatehouse {

QPlainTextEdit *makeTokenEdit(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setObjectName(objectName);
    edit->setAccessibleName(accessibleName);
    edit->setTabChangesFocus(true);
    edit->setWordWrapMode(QTextOption::WrapAnywhere);
    edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 5);
    return edit;
}

void fillWithJwtRoutes(QComboBox &routes, const Config &config)
{
    const QVariant chosen = routes.currentData();
    const QSignalBlocker quiet(routes);
    routes.clear();
    const EffectivePlugins plugins(config);
    for (const QJsonObject &route : config.rows(u"routes"_s)) {
        const QString id = route.value("id"_L1).toString();
        if (plugins.instance(u"jwt"_s, id, {}))
            routes.addItem(shownName(route), id);
    }
    routes.setCurrentIndex(qMax(routes.count() > 0 ? 0 : -1, routes.findData(chosen)));
}

} // namespace gatehouse
