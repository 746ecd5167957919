// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entities/entity_table_model.h"
#include "ui/traffic/entity_traffic.h"

#include <QTimer>

class QWidget;

namespace gatehouse {

// Fills the columns of an entity list that tell of its traffic, once a second while the list is visible.
// Thread: control. What it refers to outlives it.
class TrafficColumns : public QObject
{
    Q_OBJECT
public:
    // `list` is what is visible or not; it owns this.
    TrafficColumns(EntityKind kind, const EntityTraffic &traffic, EntityTableModel &model, QWidget *list);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();

    const EntityKindText &m_text;
    const EntityTraffic &m_traffic;
    EntityTableModel &m_model;
    QList<int> m_columns;
    QTimer m_timer;
};

// How long ago something was: "3 min ago".
[[nodiscard]] QString agoText(qint64 seconds);

// What a list shows of a figure; nothing when there is none. `nowSeconds` is since the Unix epoch.
[[nodiscard]] std::optional<WorkedOutCell>
trafficCell(TrafficFigure figure, const EntityTraffic::Figures &figures, qint64 nowSeconds);

} // namespace gatehouse
