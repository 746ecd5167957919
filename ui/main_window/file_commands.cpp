// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/file_commands.h"

#include "ui/dialogs/export_dialog.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

FileCommands::FileCommands(Project &project, SecretKeeper &secrets, UiSettings &settings, QWidget *window)
    : QObject(window)
    , m_project(project)
    , m_secrets(secrets)
    , m_settings(settings)
    , m_window(window)
{
}

void FileCommands::newProject()
{
    whenSaved([this] {
        m_project.clear();
        m_secrets.startNew();
        emit opened();
    });
}

void FileCommands::openWithDialog()
{
    whenSaved([this] {
        auto *dialog = new QFileDialog(m_window, tr("Open a configuration"));
        dialog->setObjectName(u"openDialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFiles);
        dialog->setNameFilters({tr("Kong configuration (*.yml *.yaml *.json)"), tr("All files (*)")});
        connect(dialog, &QFileDialog::filesSelected, this,
                [this](const QStringList &names) { openNow(placeOfFiles(names), [] {}); });
        dialog->open();
    });
}

void FileCommands::openFolderWithDialog()
{
    whenSaved([this] {
        auto *dialog = new QFileDialog(m_window, tr("Open all files of a folder as one configuration"));
        dialog->setObjectName(u"openFolderDialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) { openNow(folder, [] {}); });
        dialog->open();
    });
}

void FileCommands::openThen(const QString &place, const std::function<void()> &then)
{
    whenSaved([this, place, then] { openNow(place, then); });
}

void FileCommands::openNow(const QString &place, const std::function<void()> &then)
{
    m_secrets.openFile(place, [this, place, then](const Result<> &result) {
        finishOpening(place, result);
        then();
    });
}

void FileCommands::finishOpening(const QString &place, const Result<> &result)
{
    if (!result) {
        emit openFailed(place, result.error());
        return;
    }
    m_settings.addRecentFile(m_project.fileName());
    emit opened();
}

void FileCommands::reload()
{
    m_secrets.reload([this](const Result<> &result) {
        if (result)
            emit reloaded();
        else
            emit reloadFailed(result.error());
    });
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
    m_secrets.save(fileName, [this, fileName, then](const Result<> &saved) {
        if (!saved) {
            refuse(saved.error(), [this, fileName, then] { saveTo(fileName, then); });
            return;
        }
        m_settings.addRecentFile(m_project.fileName());
        emit message(tr("Saved %1").arg(hasSeveralFiles(fileName) ? nameOfPlace(fileName) : fileName));
        if (then)
            then();
    });
}

// The project stays as it is, unsaved.
void FileCommands::refuse(const Error &error, const std::function<void()> &retry)
{
    const SecretKeeper::State state = m_secrets.state();
    const bool canChoose = state == SecretKeeper::State::Locked || state == SecretKeeper::State::Absent;
    if (m_secrets.keepsSecrets() && canChoose)
        emit placeWanted(tr("The configuration was not saved. %1").arg(error.message), retry);
    else
        showError(tr("The configuration was not saved."), error);
}

void FileCommands::exportYaml()
{
    auto *dialog = new ExportDialog(m_project, m_secrets, m_settings, m_window);
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
    dialog->selectFile(m_project.fileName().isEmpty() || m_project.hasFiles() ? u"kong.yml"_s : m_project.fileName());
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

void FileCommands::whenSaved(std::function<void()> proceed)
{
    m_secrets.whenSaved([this, proceed = std::move(proceed)] {
        if (m_project.isModified())
            ask(proceed);
        else
            proceed();
    });
}

void FileCommands::ask(std::function<void()> proceed)
{
    const QString name =
        m_project.fileName().isEmpty() ? tr("the new configuration") : nameOfPlace(m_project.fileName());
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
            // Edits may come while the secrets are put away.
            const auto next = [this, proceed] { whenSaved(proceed); };
            if (m_project.fileName().isEmpty())
                askFileName(tr("Save the configuration"), [this, next](const QString &file) { saveTo(file, next); });
            else
                saveTo(m_project.fileName(), next);
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
