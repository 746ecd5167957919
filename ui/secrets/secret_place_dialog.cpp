// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/secrets/secret_place_dialog.h"

#include "core/secrets/file_backend.h"
#include "ui/dialogs/help_topic.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

SecretPlaceDialog::SecretPlaceDialog(SecretKeeper &secrets, QWidget *parent)
    : QDialog(parent)
    , m_secrets(secrets)
    , m_isNewFile(!QFileInfo::exists(FileBackend::defaultFile()))
    , m_state(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_file(new QRadioButton(tr("Use an &encrypted file"), this))
    , m_memory(new QRadioButton(tr("Keep in &memory for this session"), this))
{
    setObjectName(u"secretPlaceDialog"_s);
    setHelpPage(*this, u"keep-secrets-in-the-keychain.md"_s);
    setWindowTitle(tr("Where secrets are kept"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_state->setObjectName(u"secretPlaceState"_s);
    m_state->setWordWrap(true);
    m_state->setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    m_problem->setObjectName(u"secretPlaceProblem"_s);
    m_problem->setWordWrap(true);
    QPalette colours = m_problem->palette();
    colours.setColor(QPalette::WindowText, theme::tone(theme::Tone::ServerError, palette()));
    m_problem->setPalette(colours);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_state);
    layout->addWidget(makeChoices());
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(makeButtons());
    for (QRadioButton *choice : {m_file, m_memory})
        connect(choice, &QRadioButton::toggled, this, &SecretPlaceDialog::refresh);
    for (QLineEdit *line : {m_passphrase, m_repeated}) {
        if (line)
            connect(line, &QLineEdit::textChanged, this, &SecretPlaceDialog::refresh);
    }
    showState();
    m_file->setChecked(true);
    m_passphrase->setFocus();
}

// A locked keychain has lost nothing, and is told apart from none.
void SecretPlaceDialog::showState()
{
    const bool isLocked = m_secrets.state() == SecretKeeper::State::Locked;
    const QString what = isLocked ? tr("The place for secrets is locked. What it holds is still there: unlock it, then "
                                       "try again.")
                                  : tr("There is no keychain that secrets could be kept in.");
    m_state->setText(what + u"\n\n"_s + m_secrets.reason());
}

QWidget *SecretPlaceDialog::makeChoices()
{
    auto *choices = new QWidget(this);
    m_file->setObjectName(u"secretPlaceFile"_s);
    m_memory->setObjectName(u"secretPlaceMemory"_s);
    auto *note = new QLabel(tr("What is kept in memory is gone when the program ends. The file then names secrets that "
                               "nobody has."),
                            choices);
    note->setWordWrap(true);
    note->setIndent(fontMetrics().averageCharWidth() * 3);
    auto *layout = new QVBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_file);
    layout->addWidget(makePassphrase());
    layout->addWidget(m_memory);
    layout->addWidget(note);
    return choices;
}

QWidget *SecretPlaceDialog::makePassphrase()
{
    auto *box = new QWidget(this);
    auto *form = new QFormLayout(box);
    form->setContentsMargins(fontMetrics().averageCharWidth() * 3, 0, 0, 6);
    auto *place = new QLabel(
        m_isNewFile ? tr("%1 will be made.").arg(FileBackend::defaultFile()) : FileBackend::defaultFile(), box);
    place->setWordWrap(true);
    form->addRow(place);
    m_passphrase = addPassphrase(form, u"secretPassphrase"_s, tr("&Passphrase"));
    if (m_isNewFile)
        m_repeated = addPassphrase(form, u"secretPassphraseAgain"_s, tr("&Repeat it"));
    return box;
}

QLineEdit *SecretPlaceDialog::addPassphrase(QFormLayout *form, const QString &objectName, const QString &label)
{
    auto *line = new QLineEdit(form->parentWidget());
    line->setObjectName(objectName);
    line->setEchoMode(QLineEdit::Password);
    line->setAccessibleName(QString(label).remove(u'&'));
    form->addRow(label, line);
    return line;
}

QWidget *SecretPlaceDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(u"secretPlaceOk"_s);
    m_again = buttons->addButton(tr("&Try the keychain again"), QDialogButtonBox::ActionRole);
    m_again->setObjectName(u"secretPlaceAgain"_s);
    QPushButton *help = buttons->addButton(tr("&Show me how to install a keyring"), QDialogButtonBox::HelpRole);
    help->setObjectName(u"secretPlaceHelp"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &SecretPlaceDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_again, &QPushButton::clicked, this, &SecretPlaceDialog::tryAgain);
    connect(help, &QPushButton::clicked, this, &SecretPlaceDialog::helpRequested);
    return buttons;
}

void SecretPlaceDialog::refresh()
{
    const bool isFile = m_file->isChecked();
    m_passphrase->setEnabled(isFile);
    if (m_repeated)
        m_repeated->setEnabled(isFile);
    m_ok->setEnabled(!isFile || (!m_passphrase->text().isEmpty() && (!m_repeated || !m_repeated->text().isEmpty())));
}

void SecretPlaceDialog::say(const QString &text)
{
    m_problem->setText(u"⛔ "_s + text);
    m_problem->setAccessibleName(text);
    m_problem->show();
}

void SecretPlaceDialog::choose()
{
    if (m_file->isChecked()) {
        useFile();
        return;
    }
    m_secrets.useMemory();
    accept();
}

void SecretPlaceDialog::useFile()
{
    if (m_repeated && m_repeated->text() != m_passphrase->text()) {
        say(tr("The two passphrases are not the same."));
        m_repeated->setFocus();
        m_repeated->selectAll();
        return;
    }
    m_secrets.useFile(m_passphrase->text().toUtf8(), [self = QPointer(this)](const Result<> &used) {
        if (!self)
            return;
        if (used) {
            self->accept();
            return;
        }
        self->say(used.error().message);
        self->m_passphrase->setFocus();
        self->m_passphrase->selectAll();
    });
}

void SecretPlaceDialog::tryAgain()
{
    setEnabled(false);
    m_secrets.useKeychain([self = QPointer(this)] {
        if (!self)
            return;
        self->setEnabled(true);
        if (self->m_secrets.state() == SecretKeeper::State::Ready) {
            self->accept();
            return;
        }
        self->showState();
        self->say(tr("It still cannot be used."));
    });
}

} // namespace gatehouse
