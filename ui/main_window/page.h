// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/list_command.h"

#include <QWidget>

class QAction;
class QMimeData;

namespace gatehouse {

struct Change;

// One page of the main window: what the navigation lists and the centre shows. Its objectName names it in settings and
// tests. Thread: control.
class Page : public QWidget
{
    Q_OBJECT
public:
    Page(const QString &objectName, const QString &title, const QString &icon, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_title(title)
        , m_icon(icon)
    {
        setObjectName(objectName);
        setAccessibleName(title);
    }

    [[nodiscard]] const QString &title() const noexcept { return m_title; }

    [[nodiscard]] const QString &icon() const noexcept { return m_icon; } // name for themedIcon()

    [[nodiscard]] const QString &badge() const noexcept { return m_badge; } // a count, or empty

    // The page of resources/help that F1 shows.
    [[nodiscard]] virtual QString helpPage() const { return QStringLiteral("first-steps.md"); }

    // Whether what a change touches is seen here, so that undoing it need not go elsewhere.
    [[nodiscard]] virtual bool shows(const Change &) const { return false; }

    // Moves the focus to what the page is about, when the page is shown.
    virtual void focusContent() {}

    // The parts F6 moves between, in order.
    [[nodiscard]] virtual QList<QWidget *> panes() const { return {}; }

    // Ctrl+F.
    virtual void focusFilter() {}

    // The commands of the Edit menu; a page that lists nothing has none.
    [[nodiscard]] virtual bool can(ListCommand) const { return false; }

    // Whether the menu has the command while the page is shown.
    [[nodiscard]] virtual bool offers(ListCommand) const { return true; }

    virtual void run(ListCommand) {}

    // Whether what is dragged can be dropped on the page's name in the navigation; and what it does then.
    [[nodiscard]] virtual bool takes(const QMimeData &) const { return false; }

    virtual void take(const QMimeData &) {}

    // Actions whose shortcuts (Delete, Space) count only while a list has the focus.
    virtual void adoptListActions(const QList<QAction *> &) {}

signals:
    void badgeChanged();
    void commandsChanged(); // can() answers anew

protected:
    void setBadge(const QString &badge)
    {
        if (m_badge == badge)
            return;
        m_badge = badge;
        emit badgeChanged();
    }

private:
    QString m_title;
    QString m_icon;
    QString m_badge;
};

} // namespace gatehouse
