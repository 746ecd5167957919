// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/traffic/traffic_model.h"

#include <QTableView>

namespace gatehouse {

// The list of a TrafficModel. It follows what arrives while it is at its end. Thread: control; the model outlives it.
class TrafficTable : public QTableView
{
    Q_OBJECT
public:
    TrafficTable(TrafficModel &model, const QString &objectName, QWidget *parent = nullptr);

    [[nodiscard]] bool follows() const noexcept { return m_follows; }

    // Goes to the end and follows from there.
    void follow();
    // The widths it has until the user changes them.
    void setUsualWidths();

signals:
    void followsChanged();

private:
    bool m_follows = true;
};

} // namespace gatehouse
