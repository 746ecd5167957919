// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow and the three states of a configuration: what is worked on, what runs, what the file holds.
#include "ui/dialogs/changes_dialog.h"
#include "ui/entities/entity_columns.h"
#include "ui/entities/entity_editor.h"
#include "ui/entities/entity_page.h"
#include "ui/forms/entity_form.h"
#include "ui/main_window/file_commands.h"
#include "ui/main_window/help_desk.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/message_area.h"
#include "ui/main_window/page.h"
#include "ui/main_window/secret_commands.h"
#include "ui/main_window/status_bar.h"
#include "ui/problems/problem_store.h"
#include "ui/secrets/secret_words.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace gatehouse {

void MainWindow::connectWorkbench()
{
    connect(m_workbench, &Workbench::openRequested, this, &MainWindow::showRow);
    connect(m_workbench, &Workbench::fieldRequested, this, &MainWindow::repair);
    connect(m_workbench, &Workbench::draftRequested, this, &MainWindow::showDraft);
    connect(m_workbench, &Workbench::message, m_messages, &MessageArea::show);
    connect(m_workbench, &Workbench::editProblems, m_problems, &ProblemStore::setEditProblems);
    connect(&m_workbench->routes(), &RouteAnalysis::changed, this, [this] {
        const RouteAnalysis::Findings &findings = m_workbench->routes().findings();
        const Config &config = m_project.store().config();
        QList<ProblemStore::Entry> entries;
        for (const EvaluationOrder::Shadowed &shadowed : findings.shadowed) {
            const QString name = shownName(config.find(u"routes"_s, shadowed.routeId).value_or(QJsonObject()));
            entries << ProblemStore::Entry{ProblemStore::Severity::Warning,
                                           {},
                                           {{}, shadowText(findings, config, shadowed.routeId)},
                                           u"routes"_s,
                                           shadowed.routeId,
                                           name};
        }
        m_problems->setFindings(entries);
    });
    connect(m_messages, &MessageArea::announced, m_status, &StatusBar::announce);
    connect(&m_gateway, &Gateway::staged, this, &MainWindow::refreshStaged);
    connect(&m_gateway, &Gateway::published, this, [this] {
        m_messages->remove(u"rejected"_s);
        refreshStaged();
    });
    connect(&m_gateway, &Gateway::stopped, this, &MainWindow::refreshStaged);
    connect(&m_gateway, &Gateway::rejected, this, [this](const Error &error) {
        m_messages->show(
            {u"rejected"_s,
             tr("Your edits are not applied: %1 The gateway keeps running the last good revision.").arg(error.message),
             Message::Kind::Error,
             {{tr("Show problems"), [this] { showPage(u"problemsPage"_s); }}}});
    });
    connect(&m_project, &Project::changedOnDisk, this, &MainWindow::onFileChangedOnDisk);
    connect(&m_project, &Project::fileChanged, this, [this] { m_messages->remove(u"disk"_s); });
}

void MainWindow::makeApplyMode(QToolBar *bar)
{
    auto *label = new QLabel(tr("Appl&y:"), bar);
    m_applyMode = new QComboBox(bar);
    m_applyMode->setObjectName(u"applyMode"_s);
    m_applyMode->setAccessibleName(tr("How edits reach the running gateway"));
    m_applyMode->addItem(tr("Automatic"), u"automatic"_s);
    m_applyMode->addItem(tr("Staged"), u"staged"_s);
    m_applyMode->setToolTip(tr("Automatic: valid edits run at once. Staged: they gather until you apply them."));
    m_applyMode->setCurrentIndex(m_applyMode->findData(m_settings.value(Setting::ApplyMode)));
    label->setBuddy(m_applyMode);
    label->setContentsMargins(6, 0, 6, 0);
    const auto apply = [this] {
        const QString word = m_applyMode->currentData().toString();
        m_settings.setValue(Setting::ApplyMode, word);
        m_gateway.setApplyMode(word == "staged"_L1 ? ApplyMode::Staged : ApplyMode::Automatic);
        refreshStaged();
    };
    connect(m_applyMode, &QComboBox::currentIndexChanged, this, apply);
    m_gateway.setApplyMode(m_applyMode->currentIndex() == 1 ? ApplyMode::Staged : ApplyMode::Automatic);
    bar->addWidget(label);
    bar->addWidget(m_applyMode);
    refreshStaged();
}

void MainWindow::makeApplyAction(QMenu *menu)
{
    m_apply = menu->addAction(tr("&Apply the edits"));
    m_apply->setObjectName(u"applyAction"_s);
    m_apply->setShortcut(QKeySequence(u"Ctrl+Return"_s));
    connect(m_apply, &QAction::triggered, this, [this] {
        // What has just been typed belongs to it.
        if (auto *page = qobject_cast<EntityPage *>(m_stack->currentWidget()))
            page->editor().form().commit();
        m_workbench->history().setMergeKey({});
        if (m_gateway.pendingChange().isEmpty())
            return;
        // A refusal is told by Gateway::rejected.
        static_cast<void>(m_gateway.apply());
        refreshStaged();
    });
}

void MainWindow::refreshStaged()
{
    const bool staged = m_gateway.applyMode() == ApplyMode::Staged;
    const int count = staged ? static_cast<int>(m_gateway.pendingChange().edits.size()) : 0;
    m_apply->setEnabled(staged);
    if (count == 0) {
        m_messages->remove(u"staged"_s);
        return;
    }
    m_messages->show(
        {u"staged"_s,
         tr("%n change(s) not applied", nullptr, count),
         Message::Kind::Note,
         {{tr("Review…"), [this] { reviewStaged(); }},
          {tr("Discard"),
           [this] {
               m_workbench->history().setMergeKey({});
               m_project.store().replace(m_gateway.runningConfig(), Origin::User,
                                         tr("Discard changes that were not applied"));
               refreshStaged();
           }},
          {m_workbench->shortcuts().withKeys(tr("Apply"), m_apply->objectName()), [this] { m_apply->trigger(); }}}});
}

void MainWindow::reviewStaged()
{
    auto *dialog = new ChangesDialog(tr("Changes that are not applied"), m_project, m_gateway.runningConfig(), this);
    dialog->addAction(tr("Apply"));
    connect(dialog, &ChangesDialog::actionChosen, m_apply, &QAction::trigger);
    connect(dialog, &QDialog::finished, this, &MainWindow::refreshStaged);
    dialog->open();
}

void MainWindow::connectFiles()
{
    connect(m_files, &FileCommands::opened, m_problems, &ProblemStore::clearOpenError);
    connect(m_files, &FileCommands::opened, this, &MainWindow::leaveWelcome);
    connect(m_files, &FileCommands::openFailed, this, [this](const QString &fileName, const Error &error) {
        m_problems->setOpenError(fileName, error);
        showPage(u"problemsPage"_s);
    });
    connect(m_files, &FileCommands::reloaded, this, [this] {
        m_problems->clearOpenError();
        m_status->say(tr("Loaded %1 again").arg(nameOfPlace(m_project.fileName())));
    });
    connect(m_files, &FileCommands::reloadFailed, this, [this](const Error &error) {
        m_problems->setOpenError(m_project.fileName(), error);
        m_messages->show({u"disk"_s,
                          tr("%1 changed on disk and cannot be read.").arg(nameOfPlace(m_project.fileName())),
                          Message::Kind::Error,
                          {{tr("Show problems"), [this] { showPage(u"problemsPage"_s); }}}});
    });
    connect(m_files, &FileCommands::message, m_status, [this](const QString &text) { m_status->say(text); });
}

void MainWindow::connectSecrets()
{
    const auto refresh = [this] { m_status->setOpenLock(openLockText(m_secrets)); };
    connect(&m_secrets, &SecretKeeper::changed, this, refresh);
    connect(m_status, &StatusBar::openLockClicked, this,
            [this] { m_secretCommands->choosePlace([this] { m_status->say(tr("Secrets have a place now")); }); });
    connect(m_secretCommands, &SecretCommands::helpRequested, this,
            [this](const QString &page) { m_help->showPage(page); });
    refresh();
}

void MainWindow::onFileChangedOnDisk()
{
    if (!m_project.isModified()) {
        m_files->reload();
        return;
    }
    const QString name = nameOfPlace(m_project.fileName());
    m_messages->show({u"disk"_s,
                      tr("%1 changed on disk.").arg(name),
                      Message::Kind::Warning,
                      {{tr("Compare"), [this] { compareWithDisk(); }},
                       {tr("Load theirs"), [this] { m_files->reload(); }},
                       {tr("Keep mine"), [this] { m_project.keepMine(); }}}});
}

void MainWindow::compareWithDisk()
{
    const Result<Config> disk = m_project.readFile();
    if (disk)
        (new ChangesDialog(tr("Your configuration against the file"), m_project, *disk, this))->open();
    onFileChangedOnDisk();
}

void MainWindow::recover(const LeftBehind &left)
{
    const auto restore = [this, left] {
        m_secrets.recover(left, [this, left](const Result<> &recovered) {
            if (recovered) {
                restoreText(left);
                return;
            }
            m_messages->show({u"recovered"_s,
                              tr("There are unsaved changes of an earlier run. %1").arg(recovered.error().message),
                              Message::Kind::Error,
                              {{tr("Try again"),
                                [this, left] { m_secretCommands->choosePlace([this, left] { recover(left); }); }}}});
        });
    };
    if (!existsAt(left.fileName))
        restore();
    else
        m_files->openThen(left.fileName, restore);
}

void MainWindow::restoreText(const LeftBehind &left)
{
    const QString time = QLocale().toString(left.time.toLocalTime().time(), QLocale::ShortFormat);
    const Config before = m_project.store().config();
    const QString step = tr("Recover unsaved changes");
    const Result<> restored = left.files.isEmpty() ? m_project.replaceByText(left.text, Origin::Restore, step)
                                                   : m_project.replaceByFiles(left.files, Origin::Restore, step);
    if (!restored) {
        m_problems->setOpenError(left.journalFile, restored.error()); // it stays for another try
        return;
    }
    Journal::discard(left);
    m_messages->show(
        {u"recovered"_s,
         tr("Recovered unsaved changes from %1.").arg(time),
         Message::Kind::Note,
         {{tr("Show what changed"),
           [this, before] { (new ChangesDialog(tr("Recovered changes"), m_project, before, this))->open(); }},
          {tr("Discard"), [this] { m_workbench->history().undo(); }}}});
    m_secretCommands->tellMissing();
}

EntityPage *MainWindow::pageOf(const QString &table) const
{
    const std::optional<EntityKind> kind = kindOfTable(table);
    return kind ? findChild<EntityPage *>(QLatin1String(entityKindText(*kind).objectName)) : nullptr;
}

void MainWindow::showRow(const QString &table, const QString &id)
{
    if (EntityPage *page = pageOf(table)) {
        showPage(page->objectName());
        page->showRow(id);
        return;
    }
    const QJsonObject row = m_project.store().config().find(table, id).value_or(QJsonObject());
    if (EntityPage *page = showParent(table, row))
        page->editor().showChild(table, id);
}

// A credential, target or SNI is shown where its parent is edited.
EntityPage *MainWindow::showParent(const QString &table, const QJsonObject &row)
{
    const RecordSchema *schema = m_project.store().registry().entity(table);
    for (const Field &field : schema ? schema->fields : QList<Field>()) {
        const QString parent = field.type == FieldType::Foreign ? foreignId(row, field.key) : QString();
        if (EntityPage *page = parent.isEmpty() ? nullptr : pageOf(field.reference)) {
            showPage(page->objectName());
            page->showRow(parent);
            return page;
        }
    }
    return nullptr;
}

void MainWindow::showDraft(const QString &table, const QJsonObject &preset, const QJsonObject &values)
{
    if (EntityPage *page = pageOf(table)) {
        showPage(page->objectName());
        page->showDraft(preset);
        if (!values.isEmpty())
            page->fillDraft(values);
    } else if (EntityPage *parent = showParent(table, preset)) {
        parent->editor().draftChild(table);
    }
}

// Undo shows what it undid.
void MainWindow::showChange(const Change &change)
{
    m_status->say(change.text);
    if (const auto *page = qobject_cast<Page *>(m_stack->currentWidget()); page && page->shows(change))
        return;
    for (const Edit &edit : change.edits) {
        if (edit.after) {
            showRow(edit.table, edit.id);
            return;
        }
    }
    if (EntityPage *page = change.isEmpty() ? nullptr : pageOf(change.edits.last().table))
        showPage(page->objectName());
}

} // namespace gatehouse
