// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"
#include "core/requests/request_draft.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace gatehouse {

// What the answer to a request shall be: its status, its route. Thread: control.
class ExpectationEditor : public QWidget
{
    Q_OBJECT
public:
    explicit ExpectationEditor(QWidget *parent = nullptr);

    // Whose routes can be chosen.
    void setConfig(const Config &config);
    void take(const Expectation &expected);
    [[nodiscard]] Expectation expectation() const;

signals:
    void edited();

private:
    Table m_routes; // that are listed
    QLineEdit *m_status;
    QComboBox *m_route;
};

} // namespace gatehouse
