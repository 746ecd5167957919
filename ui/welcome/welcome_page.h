// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/page.h"
#include "ui/settings/ui_settings.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace gatehouse {

// The first page of a window that has nothing to show yet: the ways to begin, and the files of before.
// Thread: control. The settings must outlive it.
class WelcomePage : public Page
{
    Q_OBJECT
public:
    explicit WelcomePage(UiSettings &settings, QWidget *parent = nullptr);

signals:
    void sampleRequested();
    void openRequested();
    void importRequested();
    void newRequested();
    void fileRequested(const QString &fileName);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QPushButton *makeButton(const QString &name, const QString &icon, const QString &text);

    UiSettings &m_settings;
    QLabel *m_recentTitle;
    QListWidget *m_recent;
};

} // namespace gatehouse
