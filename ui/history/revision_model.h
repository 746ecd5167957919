// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/revisions.h"

#include <QAbstractTableModel>

namespace gatehouse {

// The revisions as a table, the newest first. Thread: control. Revisions and gateway must outlive it.
class RevisionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, Time, Who, Summary, Counts, Note, columns };

    static constexpr int keyRole = Qt::UserRole + 1;

    RevisionModel(const Revisions &revisions, const Gateway &gateway, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const Revision &revision(int row) const { return m_list[row]; }

    // Times are told by how long ago they were.
    void refreshTimes();

private:
    void refresh();
    void refreshRunning();
    [[nodiscard]] QString text(const Revision &revision, int column) const;
    [[nodiscard]] static QString spoken(const Revision &revision, int column, const QString &text);

    const Revisions &m_revisions;
    const Gateway &m_gateway;
    QList<Revision> m_list;
};

// "r41"
[[nodiscard]] QString shownNumber(const Revision &revision);

} // namespace gatehouse
