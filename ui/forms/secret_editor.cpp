// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/secret_editor.h"

#include "ui/secrets/secret_clipboard.h"
#include "ui/secrets/secret_words.h"

#include <QLabel>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int generatedLength = 32; // letters and digits: 190 bits

QString randomSecret()
{
    static constexpr QLatin1StringView letters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    QString secret;
    for (int i = 0; i < generatedLength; ++i)
        secret += letters[QRandomGenerator::system()->bounded(static_cast<int>(letters.size()))];
    return secret;
}

} // namespace

SecretEditor::SecretEditor(const Field &field, const QString &path, const SecretKeeper *secrets, QWidget *parent)
    : TextEditor(field, path, parent)
    , m_reveal(addButton(u"reveal"_s, tr("Show"), tr("Show %1").arg(fieldLabel(field))))
{
    line().setEchoMode(QLineEdit::Password);
    m_reveal->setCheckable(true);
    connect(m_reveal, &QToolButton::toggled, this, &SecretEditor::setShown);
    connect(addButton(u"copy"_s, tr("Copy"), tr("Copy %1").arg(fieldLabel(field))), &QToolButton::clicked, this,
            [this] { copySecret(line().text()); });
    connect(addButton(u"generate"_s, tr("Generate"), tr("Generate %1").arg(fieldLabel(field))), &QToolButton::clicked,
            this, &SecretEditor::generate);
    m_hide.setSingleShot(true);
    m_hide.setInterval(secretShownFor);
    connect(&m_hide, &QTimer::timeout, this, [this] { m_reveal->setChecked(false); });
    if (!secrets)
        return;
    m_place = new QLabel(this);
    m_place->setObjectName(path + u".place"_s);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    addBelow(m_place);
    connect(secrets, &SecretKeeper::changed, this, [this, secrets] { showPlace(*secrets); });
    showPlace(*secrets);
}

void SecretEditor::showPlace(const SecretKeeper &secrets)
{
    m_place->setText(keptInText(secrets.place()));
    line().setAccessibleDescription(description());
}

QString SecretEditor::description() const
{
    const QString help = FieldEditor::description();
    const QString place = m_place ? m_place->text() : QString();
    return help.isEmpty() ? place : help + u' ' + place;
}

QToolButton *SecretEditor::addButton(const QString &name, const QString &text, const QString &accessibleName)
{
    QToolButton *button = makeButton(name, text, accessibleName);
    addBeside(button);
    return button;
}

// Another secret is not shown because the one before was.
void SecretEditor::setValue(const QJsonValue &value)
{
    if (value.toString() != line().text())
        m_reveal->setChecked(false);
    TextEditor::setValue(value);
}

void SecretEditor::setShown(bool shown)
{
    line().setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setText(shown ? tr("Hide") : tr("Show"));
    if (shown)
        m_hide.start();
    else
        m_hide.stop();
}

void SecretEditor::generate()
{
    TextEditor::setValue(randomSecret());
    emit edited();
    emit finished();
}

} // namespace gatehouse
