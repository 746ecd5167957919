// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/file_commands.h"

#include "ui/dialogs/export_dialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

FileCommands::FileCommands(Project &project, UiSettings &settings, QWidget *window)
    : QObject(window)
    , m_project(project)
    , m_settings(settings)
    , m_window(window)
{
}

void FileCommands::newProject()
{
    whenSaved([this] {
        m_project.clear();
        emit opened();
    });
}

void FileCommands::openWithDialog()
{
    whenSaved([this] {
        auto *dialog = new QFileDialog(m_window, tr("Open a configuration"));
        dialog->setObjectName(u"openDialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({tr("Kong configuration (*.yml *.yaml *.json)"), tr("All files (*)")});
        connect(dialog, &QFileDialog::fileSelected, this, &FileCommands::openNow);
        dialog->open();
    });
}

void FileCommands::open(const QString &fileName)
{
    whenSaved([this, fileName] { openNow(fileName); });
}

void FileCommands::openNow(const QString &fileName)
{
    if (const Result<> result = m_project.open(fileName); !result) {
        emit openFailed(fileName, result.error());
        return;
    }
    m_settings.addRecentFile(m_project.fileName());
    emit opened();
}

void FileCommands::save()
{
    if (m_project.fileName().isEmpty())
        saveAs();
    else
        saveTo(m_project.fileName(), {});
}

void FileCommands::saveAs()
{
    askFileName(tr("Save the configuration"), [this](const QString &fileName) { saveTo(fileName, {}); });
}

void FileCommands::saveTo(const QString &fileName, const std::function<void()> &then)
{
    if (const Result<> saved = m_project.saveAs(fileName); !saved) {
        showError(tr("The configuration was not saved."), saved.error());
        return;
    }
    m_settings.addRecentFile(m_project.fileName());
    emit message(tr("Saved %1").arg(fileName));
    if (then)
        then();
}

void FileCommands::exportYaml()
{
    auto *dialog = new ExportDialog(m_project, m_settings, m_window);
    connect(dialog, &ExportDialog::exported, this,
            [this](const QString &where) { emit message(tr("Exported %1").arg(where)); });
    dialog->open();
}

void FileCommands::askFileName(const QString &title, const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(m_window, title);
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"yml"_s);
    dialog->setNameFilters({tr("Kong configuration (*.yml *.yaml)"), tr("All files (*)")});
    dialog->selectFile(m_project.fileName().isEmpty() ? u"kong.yml"_s : m_project.fileName());
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

void FileCommands::whenSaved(std::function<void()> proceed)
{
    if (!m_project.isModified()) {
        proceed();
        return;
    }
    const QString name =
        m_project.fileName().isEmpty() ? tr("the new configuration") : QFileInfo(m_project.fileName()).fileName();
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Unsaved changes"), tr("Save the changes to %1?").arg(name),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    question->setObjectName(u"unsavedDialog"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Save);
    question->button(QMessageBox::Discard)->setText(tr("Don't save"));
    connect(question, &QMessageBox::finished, this, [this, proceed = std::move(proceed)](int button) {
        if (button == QMessageBox::Discard) {
            proceed();
        } else if (button == QMessageBox::Save) {
            if (m_project.fileName().isEmpty())
                askFileName(tr("Save the configuration"),
                            [this, proceed](const QString &file) { saveTo(file, proceed); });
            else
                saveTo(m_project.fileName(), proceed);
        }
    });
    question->open();
}

void FileCommands::showError(const QString &title, const Error &error)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, title, QMessageBox::Ok, m_window);
    box->setObjectName(u"errorDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(toText(error));
    box->open();
}

} // namespace gatehouse
