// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/log_object.h"

#include "core/plugins/workspace.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

std::string logObject(const QJsonObject &entity, ShowWorkspace workspace)
{
    QJsonObject shown;
    for (auto field = entity.begin(); field != entity.end(); ++field) {
        if (!field.value().isNull())
            shown.insert(field.key(), field.value());
    }
    if (workspace == ShowWorkspace::Yes)
        shown.insert(u"ws_id"_s, QLatin1String(workspaceId.data(), qsizetype(workspaceId.size())));
    QByteArray json = QJsonDocument(shown).toJson(QJsonDocument::Compact);
    json.replace('/', "\\/");
    return json.toStdString();
}

} // namespace gatehouse
