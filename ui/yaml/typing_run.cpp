// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/yaml/typing_run.h"

#include <QFocusEvent>
#include <QPlainTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

TypingRun::TypingRun(QPlainTextEdit &text, UndoHistory &history)
    : QObject(&text)
    , m_history(history)
{
    text.installEventFilter(this);
    connect(text.document(), &QTextDocument::contentsChange, this, [this](int position, int removed, int added) {
        m_before = {position, position + removed};
        m_added = added;
    });
}

// A step of somebody else has set another key, or none.
bool TypingRun::continues() const
{
    const bool touches = m_before.begin <= m_spot.end && m_before.end >= m_spot.begin;
    return !m_isOver && touches && (!m_isStep || m_history.mergeKey() == m_key);
}

void TypingRun::type()
{
    const int end = m_before.begin + m_added;
    if (continues()) {
        const int behind = std::max(m_spot.end - m_before.end, 0);
        m_spot = {std::min(m_spot.begin, m_before.begin), end + behind};
        return;
    }
    m_spot = {m_before.begin, end};
    m_key = u"typing/%1/%2"_s.arg(parent()->objectName()).arg(++m_runs);
    m_isOver = false;
    m_isStep = false;
}

void TypingRun::commit()
{
    m_history.setMergeKey(m_key);
    m_isStep = true;
}

// A menu, or another window, is no other place to type in.
bool TypingRun::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        m_isOver = m_isOver || (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace gatehouse
