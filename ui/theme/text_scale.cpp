// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/text_scale.h"

#include <QWidget>

#include <algorithm>

namespace gatehouse {

TextScale::TextScale(UiSettings &settings, QWidget &widget)
    : QObject(&widget)
    , m_settings(settings)
    , m_widget(widget)
    , m_usual(widget.font().pointSizeF())
{
    connect(&settings.notifier(), &SettingNotifier::changed, this, [this](Setting setting) {
        if (setting == Setting::TextScale)
            apply();
    });
    apply();
}

void TextScale::change(UiSettings &settings, int steps)
{
    const int percent = settings.value(Setting::TextScale).toInt() + steps * step;
    settings.setValue(Setting::TextScale, std::clamp(percent, least, most));
}

void TextScale::apply()
{
    const int percent = std::clamp(m_settings.value(Setting::TextScale).toInt(), least, most);
    QFont font = m_widget.font();
    const double before = font.pointSizeF();
    font.setPointSizeF(m_usual * percent / 100);
    m_widget.setFont(font);
    emit scaled(font.pointSizeF() / before);
}

} // namespace gatehouse
