// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/ui_settings.h"

class QWidget;

namespace gatehouse {

// Keeps the font of a widget at the scale of the settings: the lists of traffic and the YAML, of which people want to
// see more, or larger, than of the rest of the window. Thread: control. Goes with its widget; the settings must outlive
// it.
class TextScale : public QObject
{
    Q_OBJECT
public:
    static constexpr int least = 50; // percent
    static constexpr int most = 300;
    static constexpr int step = 10;

    TextScale(UiSettings &settings, QWidget &widget);

    // Larger or smaller by some steps, for all.
    static void change(UiSettings &settings, int steps);

signals:
    // The font has got another size, so many times the one before.
    void scaled(double factor);

private:
    void apply();

    UiSettings &m_settings;
    QWidget &m_widget;
    double m_usual; // points
};

} // namespace gatehouse
