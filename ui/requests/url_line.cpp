// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/url_line.h"

#include "core/requests/curl_line.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

UrlLine::UrlLine(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, &UrlLine::onTextEdited);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!text.startsWith("curl "_L1))
            m_before = text;
    });
}

bool UrlLine::takeCurl(const QString &text)
{
    const std::optional<RequestDraft> draft = parseCurlLine(text.trimmed());
    if (draft)
        emit curlPasted(*draft);
    return draft.has_value();
}

// By the context menu or the middle button a text comes all at once, its line ends as blanks.
void UrlLine::onTextEdited(const QString &text)
{
    m_isPasteUndoable = false;
    const bool isPasted = text.startsWith("curl "_L1) && text.size() > m_before.size() + 5;
    if (!isPasted)
        return;
    QString line = text;
    setText(m_before);
    if (!takeCurl(line.replace("\\ "_L1, " "_L1)))
        setText(text);
}

void UrlLine::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste) && takeCurl(QGuiApplication::clipboard()->text()))
        return;
    if (event->matches(QKeySequence::Undo) && std::exchange(m_isPasteUndoable, false)) {
        emit pasteUndone();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

// While there is something to bring back, the key is not the window's.
bool UrlLine::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_isPasteUndoable &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo))
        event->accept();
    return QLineEdit::event(event);
}

void UrlLine::dropEvent(QDropEvent *event)
{
    if (takeCurl(event->mimeData()->text()))
        event->acceptProposedAction();
    else
        QLineEdit::dropEvent(event);
}

} // namespace gatehouse
