// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/help_window.h"
#include "ui/settings/shortcuts.h"

#include <functional>
#include <memory>

namespace gatehouse {

class Page;

// Finds the help for what has the focus, in the window and in its dialogs, and shows it. The help stays usable while a
// dialog is open. Thread: control. Shortcuts and window outlive it.
class HelpDesk : public QObject
{
    Q_OBJECT
public:
    HelpDesk(Shortcuts &shortcuts, QWidget &window, std::function<const Page *()> currentPage);
    ~HelpDesk() override;

    // About the field, list or page that has the focus.
    void showHere();
    void showPage(const QString &name);
    // Empty: whatever was shown last.
    void showTitle(const QString &title);
    void close();

    // Null until it was asked for.
    [[nodiscard]] HelpWindow *window() const { return m_help.get(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] HelpWindow &open();
    void addKeyTo(QDialog &dialog);
    // False: neither the widget nor anything around it says what it is about.
    bool showFor(QWidget *widget);

    Shortcuts &m_shortcuts;
    QWidget &m_window;
    std::function<const Page *()> m_currentPage;
    std::unique_ptr<HelpWindow> m_help; // without a parent: a modal dialog would block it otherwise
};

} // namespace gatehouse
