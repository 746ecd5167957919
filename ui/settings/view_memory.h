// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

class QLineEdit;
class QSplitter;
class QTableView;

namespace gatehouse {

class UiSettings;

// What a page looked like when it was last closed: columns, splitters and filters come back by the object names of
// their widgets. They are kept when this goes, so it is a member of the page that owns the widgets.
// Thread: control. The settings must outlive it.
class ViewMemory
{
public:
    explicit ViewMemory(UiSettings &settings)
        : m_settings(settings)
    {
    }

    ~ViewMemory();

    ViewMemory(const ViewMemory &) = delete;
    ViewMemory &operator=(const ViewMemory &) = delete;

    // Each brings back what is known; false: nothing is.
    bool remember(QTableView &table);
    bool remember(QSplitter &splitter);
    bool remember(QLineEdit &filter);

private:
    struct View {
        QString name;
        std::function<QByteArray()> state;
    };

    UiSettings &m_settings;
    QList<View> m_views;
};

} // namespace gatehouse
