// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace gatehouse {

// The pages of resources/help, compiled into the program: help works offline.
// Thread: control. Not modal; one window is enough, its owner keeps it.
class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    // Brings a page to the front by its file name, e.g. "first-steps.md".
    void showPage(const QString &fileName);

private:
    void load(const QString &path);

    QListWidget *m_pages;
    QTextBrowser *m_text;
};

} // namespace gatehouse
