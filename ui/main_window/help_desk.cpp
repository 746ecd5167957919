// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/help_desk.h"

#include "ui/dialogs/help_topic.h"
#include "ui/forms/entity_form.h"
#include "ui/forms/field_editor.h"
#include "ui/main_window/page.h"
#include "ui/problems/problem_list.h"

#include <QAction>
#include <QApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

HelpDesk::HelpDesk(Shortcuts &shortcuts, QWidget &window, std::function<const Page *()> currentPage)
    : QObject(&window)
    , m_shortcuts(shortcuts)
    , m_window(window)
    , m_currentPage(std::move(currentPage))
{
    qApp->installEventFilter(this);
}

HelpDesk::~HelpDesk() = default;

// The keys of the main window's menu do not reach the dialogs.
bool HelpDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto *dialog = qobject_cast<QDialog *>(watched);
        const QWidget *around = dialog;
        while (around && around != &m_window)
            around = around->parentWidget();
        if (around)
            addKeyTo(*dialog);
    }
    return QObject::eventFilter(watched, event);
}

void HelpDesk::addKeyTo(QDialog &dialog)
{
    static constexpr auto objectName = "helpHereInDialog"_L1;
    if (dialog.findChild<QAction *>(objectName, Qt::FindDirectChildrenOnly))
        return;
    auto *action = new QAction(tr("Help on this"), &dialog);
    action->setObjectName(objectName);
    connect(action, &QAction::triggered, this, &HelpDesk::showHere);
    dialog.addAction(action);
    m_shortcuts.share(u"helpHereAction"_s, *action);
}

HelpWindow &HelpDesk::open()
{
    if (!m_help)
        m_help = std::make_unique<HelpWindow>();
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
    return *m_help;
}

void HelpDesk::showHere()
{
    if (showFor(QApplication::focusWidget()))
        return;
    const Page *page = m_currentPage();
    showPage(page ? page->helpPage() : u"first-steps.md"_s);
}

bool HelpDesk::showFor(QWidget *widget)
{
    const FieldEditor *field = nullptr;
    for (; widget; widget = widget->parentWidget()) {
        if (const auto *editor = qobject_cast<FieldEditor *>(widget))
            field = editor; // the outermost: its path begins at the row
        if (const auto *form = qobject_cast<EntityForm *>(widget)) {
            open().showReference(form->helpSection(), field ? field->path().section(u"config."_s, -1) : QString());
            return true;
        }
        const auto *problems = qobject_cast<ProblemList *>(widget);
        if (const QString section = problems ? problems->helpSection() : QString(); !section.isEmpty()) {
            open().showReference(section, problems->helpField());
            return true;
        }
        if (const QString page = helpPageOf(*widget); !page.isEmpty()) {
            showPage(page);
            return true;
        }
    }
    return false;
}

void HelpDesk::showPage(const QString &name)
{
    open().showPage(name);
}

void HelpDesk::showTitle(const QString &title)
{
    HelpWindow &help = open();
    if (!title.isEmpty())
        help.showTitle(title);
}

void HelpDesk::close()
{
    if (m_help)
        m_help->close();
}

} // namespace gatehouse
