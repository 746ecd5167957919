// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/secret_commands.h"

#include "ui/main_window/file_commands.h"
#include "ui/main_window/message_area.h"
#include "ui/secrets/secret_place_dialog.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString helpPage()
{
    return u"keep-secrets-in-the-keychain.md"_s;
}

} // namespace

SecretCommands::SecretCommands(Project &project, SecretKeeper &secrets, const Parts &parts)
    : QObject(parts.window)
    , m_project(project)
    , m_secrets(secrets)
    , m_parts(parts)
    , m_keep(new QAction(tr("&Keep secrets in the keychain"), this))
    , m_removeUnused(new QAction(tr("Remove &unused secrets…"), this))
    , m_slow(new QTimer(this))
{
    m_keep->setObjectName(u"keepSecretsAction"_s);
    m_keep->setCheckable(true);
    m_keep->setToolTip(tr("The file then names its secrets and holds none. Counts from the next save on."));
    connect(m_keep, &QAction::triggered, this, &SecretCommands::setKeeps);
    m_removeUnused->setObjectName(u"removeUnusedSecretsAction"_s);
    connect(m_removeUnused, &QAction::triggered, this, &SecretCommands::askToRemoveUnused);
    m_slow->setSingleShot(true);
    m_slow->setInterval(patience);
    connect(m_slow, &QTimer::timeout, this, [this] {
        m_parts.messages.show({u"reading"_s,
                               tr("Reading the secrets of %1 from the keychain…").arg(nameOfPlace(m_reading)),
                               Message::Kind::Note,
                               {{tr("Cancel"), [this] { m_secrets.cancelReading(); }}}});
    });
    connect(&m_secrets, &SecretKeeper::readingChanged, this, &SecretCommands::onReading);
    connect(&m_secrets, &SecretKeeper::changed, this, &SecretCommands::refresh);
    connect(&m_project, &Project::modifiedChanged, this, &SecretCommands::onModified);
    connect(&m_project.store(), &ConfigStore::changed, this, [this] {
        if (!m_missing.isEmpty() && m_project.missingSecrets() != m_missing)
            tellMissing(); // fewer, after each repair
    });
    connect(&parts.files, &FileCommands::opened, this, &SecretCommands::tellMissing);
    connect(&parts.files, &FileCommands::reloaded, this, &SecretCommands::tellMissing);
    connect(&parts.files, &FileCommands::placeWanted, this, &SecretCommands::onPlaceWanted);
    refresh();
}

void SecretCommands::onReading(const QString &fileName)
{
    m_reading = fileName;
    if (!fileName.isEmpty()) {
        m_slow->start();
        return;
    }
    m_slow->stop();
    m_parts.messages.remove(u"reading"_s);
}

// What was edited while a file was waited for must not be lost to it.
void SecretCommands::onModified(bool modified)
{
    if (!modified || m_reading.isEmpty())
        return;
    const QString file = m_reading;
    m_secrets.cancelReading();
    m_parts.messages.show({u"reading"_s,
                           tr("%1 was not opened: the configuration was edited meanwhile.").arg(nameOfPlace(file)),
                           Message::Kind::Warning,
                           {{tr("Open it"), [this, file] { m_parts.files.open(file); }}}});
}

void SecretCommands::setKeeps(bool keeps)
{
    const SecretKeeper::State state = m_secrets.state();
    const bool hasNone = state == SecretKeeper::State::Absent || state == SecretKeeper::State::Locked;
    if (!keeps || !hasNone) {
        m_secrets.setKeepsSecrets(keeps);
        return;
    }
    m_keep->setChecked(false); // until there is a place for them
    choosePlace([this] { m_secrets.setKeepsSecrets(true); });
}

// The one deletion that undo cannot take back; so what undo might still bring back is left out.
void SecretCommands::askToRemoveUnused()
{
    const Result<QStringList> unused = ProjectSecrets::unusedNames(m_project.fileName());
    QStringList names = unused ? *unused : QStringList();
    const qsizetype count = names.size();
    names.removeIf([this](const QString &name) { return m_secrets.mayComeBack(name); });
    const auto later = static_cast<int>(count - names.size());
    const QString kept =
        tr("%n secret(s) stay until the file is opened again, as undo may bring their rows back.", nullptr, later);
    if (!unused || names.isEmpty()) {
        const QString text = unused ? tr("No secret can be removed: the files of the folder ask for all of them.")
                                    : unused.error().message;
        m_parts.messages.show({u"unused"_s, later > 0 ? kept : text, Message::Kind::Note});
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove unused secrets"),
                                tr("Remove %n secret(s) for good? No file of the folder asks for them.", nullptr,
                                   static_cast<int>(names.size())),
                                QMessageBox::Cancel, m_parts.window);
    box->setObjectName(u"removeUnusedDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(names.join(u'\n') + (later > 0 ? u"\n\n"_s + kept : QString()));
    QPushButton *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    remove->setObjectName(u"removeUnusedButton"_s);
    connect(remove, &QPushButton::clicked, this, [this, names] { removeUnused(names); });
    box->open();
}

void SecretCommands::removeUnused(const QStringList &names)
{
    m_secrets.removeUnused(names, [this, names](const Result<> &removed) {
        const QString done = tr("%n secret(s) removed.", nullptr, static_cast<int>(names.size()));
        m_parts.messages.show({u"unused"_s, removed ? done : removed.error().message,
                               removed ? Message::Kind::Note : Message::Kind::Error});
    });
}

void SecretCommands::choosePlace(const std::function<void()> &then)
{
    auto *dialog = new SecretPlaceDialog(m_secrets, m_parts.window);
    connect(dialog, &SecretPlaceDialog::helpRequested, this, [this] { emit helpRequested(helpPage()); });
    connect(dialog, &QDialog::accepted, this, then);
    dialog->open();
}

void SecretCommands::onPlaceWanted(const QString &why, const std::function<void()> &retry)
{
    const auto choose = [this, retry] {
        choosePlace([this, retry] {
            m_parts.messages.remove(u"place"_s);
            retry();
        });
    };
    m_parts.messages.show({u"place"_s, why, Message::Kind::Error, {{tr("Choose where secrets are kept…"), choose}}});
    choose();
}

void SecretCommands::tellMissing()
{
    const QStringList names = m_project.missingSecrets();
    m_missing = names;
    if (names.isEmpty()) {
        m_parts.messages.remove(u"missing"_s);
        return;
    }
    QString text =
        tr("%n secret(s) of %1 have no value: %2. Type them into their fields, or set them with “gatehousectl "
           "secrets set NAME”. Until then no revision with them runs.",
           nullptr, static_cast<int>(names.size()))
            .arg(nameOfPlace(m_project.fileName()), names.join(u", "_s));
    QList<Message::Action> actions{{tr("Try again"), [this] { readAgain(); }},
                                   {tr("Help"), [this] { emit helpRequested(helpPage()); }}};
    const SecretKeeper::State state = m_secrets.state();
    if (state == SecretKeeper::State::Locked || state == SecretKeeper::State::Absent) {
        text += u' ' + m_secrets.reason();
        actions.prepend({tr("Choose where secrets are kept…"), [this] { choosePlace([this] { readAgain(); }); }});
    }
    m_parts.messages.show({u"missing"_s, text, Message::Kind::Error, actions});
}

void SecretCommands::readAgain()
{
    const auto read = [this] { m_parts.files.whenSaved([this] { m_parts.files.reload(); }); };
    if (m_secrets.state() == SecretKeeper::State::Ready)
        read();
    else
        m_secrets.useKeychain(read);
}

void SecretCommands::refresh()
{
    m_keep->setChecked(m_secrets.keepsSecrets());
    m_removeUnused->setEnabled(m_secrets.state() == SecretKeeper::State::Ready && !m_project.fileName().isEmpty());
    if (m_secrets.state() != SecretKeeper::State::Ready || m_secrets.storePlace() == SecretKeeper::Place::Memory)
        return;
    const bool isFile = m_secrets.storePlace() == SecretKeeper::Place::EncryptedFile;
    m_parts.settings.setValue(Setting::SecretsPlace, isFile ? u"file"_s : u"keychain"_s);
}

} // namespace gatehouse
