// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keys_edit.h"

#include <QKeyEvent>

namespace gatehouse {

namespace {

// What was pressed as a shortcut; empty for a key that is held, or that moves through the window.
QKeySequence keysOf(const QKeyEvent &event)
{
    switch (event.key()) {
    case 0:
    case Qt::Key_unknown:
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_ScrollLock:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Escape:
        return {};
    default:
        const Qt::KeyboardModifiers pad = Qt::KeypadModifier;
        return QKeyCombination(event.modifiers() & ~pad, static_cast<Qt::Key>(event.key()));
    }
}

} // namespace

KeysEdit::KeysEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setContextMenuPolicy(Qt::NoContextMenu);
}

bool KeysEdit::event(QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QLineEdit::event(event);
    const QKeySequence keys = keysOf(*static_cast<QKeyEvent *>(event));
    if (keys.isEmpty())
        return QLineEdit::event(event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        emit pressed(keys);
    return true;
}

} // namespace gatehouse
