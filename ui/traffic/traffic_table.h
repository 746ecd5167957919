// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/ui_settings.h"
#include "ui/traffic/traffic_model.h"

#include <QTableView>

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

signals:
    void followsChanged();

private:
    void fitToText(double factor);

    bool m_follows = true;
};

} // namespace gatehouse
