// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/shortcuts.h"

#include <QAbstractTableModel>

namespace gatehouse {

// The commands with the keys they have and the usual ones; what differs is bold. Thread: control. The shortcuts must
// outlive it.
class ShortcutsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Title, Keys, Usual, ColumnCount };

    enum Role { IdRole = Qt::UserRole };

    explicit ShortcutsModel(const Shortcuts &shortcuts, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Shortcuts::Command &command, int column) const;

    const Shortcuts &m_shortcuts;
    QStringList m_ids;
};

} // namespace gatehouse
