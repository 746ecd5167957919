// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/ui_settings.h"
#include "ui/traffic/traffic_model.h"

#include <QTableView>

#include <functional>

class QMimeData;

namespace gatehouse {

// The list of a TrafficModel. It follows what arrives while it is at its end, and its text has the scale of the
// settings. Thread: control; model and settings outlive it.
class TrafficTable : public QTableView
{
    Q_OBJECT
public:
    TrafficTable(TrafficModel &model, const QString &objectName, UiSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] bool follows() const noexcept { return m_follows; }

    // Goes to the end and follows from there.
    void follow();
    // The widths and columns it has until the user changes them.
    void setUsualWidths();

    // What a drag of the current row carries, which the drag owns; null: nothing can be dragged.
    void setDragData(std::function<QMimeData *()> make);

signals:
    void followsChanged();

protected:
    void startDrag(Qt::DropActions supportedActions) override;

private:
    void fitToText(double factor);

    std::function<QMimeData *()> m_makeDragData;
    bool m_follows = true;
};

} // namespace gatehouse
