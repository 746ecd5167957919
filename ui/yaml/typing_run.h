// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/undo/undo_history.h"

class QPlainTextEdit;

namespace gatehouse {

// Which edits of a text are one step of the history: those that touch one another, until the focus leaves the text or
// something else gets a step of its own. Thread: control. Goes with its text; the history must outlive it.
class TypingRun : public QObject
{
    Q_OBJECT
public:
    TypingRun(QPlainTextEdit &text, UndoHistory &history);

    // The text was changed by hand, where it said last that it was.
    void type();
    // What was typed becomes a step, or a part of the one before.
    void commit();

    // What comes next is another run: the text has been replaced.
    void end() { m_isOver = true; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // Positions in the text.
    struct Spot {
        int begin = 0;
        int end = 0;
    };

    [[nodiscard]] bool continues() const;

    UndoHistory &m_history;
    QString m_key;
    Spot m_spot;
    Spot m_before; // what the last change took the place of
    int m_added = 0;
    quint64 m_runs = 0;
    bool m_isOver = true;
    bool m_isStep = false; // the run has a step already
};

} // namespace gatehouse
