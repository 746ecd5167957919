// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace gatehouse {

// The pages of resources/help and the generated reference, compiled into the program: help works offline. The search
// field keeps the pages that have all its words and marks the first.
// Thread: control. Not modal; one window is enough, its owner keeps it.
class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    // Brings a page to the front by its name: "first-steps.md".
    void showPage(const QString &name);
    void showTitle(const QString &title);
    // The row of the reference about a field: of an entity ("services") or a plugin ("jwt"); an empty field: its
    // section.
    void showReference(const QString &section, const QString &field);

    [[nodiscard]] static QStringList pageTitles();

private:
    void search(const QString &words);

    QLineEdit *m_search;
    QListWidget *m_pages;
    QTextBrowser *m_text;
};

} // namespace gatehouse
