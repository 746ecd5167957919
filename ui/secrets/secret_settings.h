// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/secret_keeper.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QLabel;
class QPushButton;

namespace gatehouse {

// The part of the settings about secrets: where those of the project are kept, the switch that keeps them out of its
// file, and a button that finds out whether the place answers. Thread: control. What is handed in outlives it.
class SecretSettings : public QWidget
{
    Q_OBJECT
public:
    // `keep` is the switch, as it stands in the menu.
    SecretSettings(SecretKeeper &secrets, QAction &keep, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *makeTest();
    void refresh();
    void test();
    void showResult(const Result<> &result);

    SecretKeeper &m_secrets;
    QLabel *m_place;
    QCheckBox *m_keep;
    QPushButton *m_test;
    QLabel *m_result;
};

} // namespace gatehouse
