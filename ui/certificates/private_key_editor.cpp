// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/private_key_editor.h"

#include "ui/secrets/secret_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTimer>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int dots = 24; // whatever the length of the key

bool isPaste(const QEvent &event)
{
    const bool isKey = event.type() == QEvent::KeyPress || event.type() == QEvent::ShortcutOverride;
    return isKey && static_cast<const QKeyEvent &>(event).matches(QKeySequence::Paste);
}

} // namespace

PrivateKeyEditor::PrivateKeyEditor(const Field &field, const QString &path, QWidget *parent)
    : PemEditor(field, path, parent)
    , m_reveal(addButton(u"reveal"_s, tr("Show"), tr("Show %1").arg(fieldLabel(field))))
    , m_hide(new QTimer(this))
{
    m_reveal->setCheckable(true);
    m_reveal->setEnabled(false);
    connect(m_reveal, &QToolButton::toggled, this, &PrivateKeyEditor::setShown);
    connect(addButton(u"copy"_s, tr("Copy"), tr("Copy %1").arg(fieldLabel(field))), &QToolButton::clicked, this,
            [this] { copySecret(text()); });
    m_hide->setObjectName(path + u".hide"_s);
    m_hide->setSingleShot(true);
    m_hide->setInterval(secretShownFor);
    connect(m_hide, &QTimer::timeout, this, [this] { hide(text()); });
    connect(&edit(), &QPlainTextEdit::textChanged, this, &PrivateKeyEditor::showAsShown);
    edit().setAccessibleDescription(description());
}

QToolButton *PrivateKeyEditor::addButton(const QString &name, const QString &text, const QString &accessibleName)
{
    QToolButton *button = makeButton(name, text, accessibleName);
    PemEditor::addButton(button);
    return button;
}

QString PrivateKeyEditor::description() const
{
    const QString help = PemEditor::description();
    const QString how = tr("Hidden until shown. Pasting replaces it.");
    return help.isEmpty() ? how : help + u' ' + how;
}

QString PrivateKeyEditor::text() const
{
    return m_hidden.isEmpty() ? PemEditor::text() : m_hidden;
}

// The same key stays as it is, with the cursor in it; another is not shown because the one before was.
void PrivateKeyEditor::setText(const QString &key)
{
    if (key != text())
        hide(key);
}

void PrivateKeyEditor::hide(const QString &key)
{
    m_hide->stop();
    m_hidden = key;
    edit().setReadOnly(!key.isEmpty());
    PemEditor::setText(key.isEmpty() ? QString() : QString(dots, u'•'));
    setButton(!key.isEmpty(), false);
}

// While it is typed the time begins anew.
void PrivateKeyEditor::showAsShown()
{
    const bool isEmpty = text().isEmpty();
    setButton(!isEmpty, !isEmpty);
    if (isEmpty)
        m_hide->stop();
    else
        m_hide->start();
}

void PrivateKeyEditor::setButton(bool enabled, bool shown)
{
    const QSignalBlocker quiet(m_reveal);
    m_reveal->setEnabled(enabled);
    m_reveal->setChecked(shown);
    m_reveal->setText(shown ? tr("Hide") : tr("Show"));
}

void PrivateKeyEditor::setShown(bool shown)
{
    if (!shown) {
        hide(text());
        return;
    }
    PemEditor::setText(std::exchange(m_hidden, {}));
    edit().setReadOnly(false);
    showAsShown();
}

void PrivateKeyEditor::paste()
{
    const QString pasted = QGuiApplication::clipboard()->text();
    if (pasted.isEmpty())
        return;
    hide(pasted);
    emit edited();
    emit finished();
}

bool PrivateKeyEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &edit() || m_hidden.isEmpty() || !isPaste(*event))
        return PemEditor::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        paste();
    return true;
}

} // namespace gatehouse
