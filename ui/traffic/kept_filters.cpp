// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/kept_filters.h"

#include "ui/traffic/traffic_filter_edit.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace gatehouse {

KeptFilters::KeptFilters(UiSettings &settings, TrafficFilterEdit &filter, QWidget *parent)
    : QToolButton(parent)
    , m_settings(settings)
    , m_filter(filter)
{
    setObjectName(u"trafficKeptFilters"_s);
    setText(u"★"_s);
    setAccessibleName(tr("Kept filters"));
    setToolTip(tr("Keep this filter, or choose one that is kept"));
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"trafficKeptFiltersMenu"_s);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &KeptFilters::fill);
}

void KeptFilters::fill()
{
    menu()->clear();
    const QStringList kept = m_settings.value(Setting::TrafficFilters).toStringList();
    for (const QString &text : kept) {
        QAction *choose = menu()->addAction(QString(text).replace(u'&', u"&&"_s));
        connect(choose, &QAction::triggered, &m_filter, [this, text] { m_filter.setText(text); });
    }
    menu()->addSeparator();
    const bool isKept = kept.contains(m_filter.text());
    QAction *change =
        menu()->addAction(isKept ? tr("Forget the filter in the field") : tr("Keep the filter in the field"));
    change->setObjectName(u"trafficKeepFilterAction"_s);
    change->setEnabled(!m_filter.text().trimmed().isEmpty() && m_filter.problemText().isEmpty());
    connect(change, &QAction::triggered, this, [this, isKept] { keep(!isKept); });
}

void KeptFilters::keep(bool kept)
{
    QStringList all = m_settings.value(Setting::TrafficFilters).toStringList();
    if (kept)
        all.prepend(m_filter.text());
    else
        all.removeAll(m_filter.text());
    m_settings.setValue(Setting::TrafficFilters, all);
}

} // namespace gatehouse
