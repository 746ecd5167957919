// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requests/pairs_model.h"

#include <QTableView>

namespace gatehouse {

// A PairsModel to edit: typing or F2 begins, Delete takes a row away. Thread: control.
class PairTable : public QTableView
{
    Q_OBJECT
public:
    PairTable(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] PairsModel &pairs() noexcept { return m_model; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    PairsModel m_model;
};

} // namespace gatehouse
