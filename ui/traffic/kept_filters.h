// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/ui_settings.h"

#include <QToolButton>

namespace gatehouse {

class TrafficFilterEdit;

// The filters a person keeps by a menu: choose one, keep or forget what the field holds. Thread: control; settings and
// field outlive it.
class KeptFilters : public QToolButton
{
    Q_OBJECT
public:
    KeptFilters(UiSettings &settings, TrafficFilterEdit &filter, QWidget *parent = nullptr);

private:
    void fill();
    void keep(bool kept);

    UiSettings &m_settings;
    TrafficFilterEdit &m_filter;
};

} // namespace gatehouse
