// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/project.h"

#include <QUndoStack>

namespace gatehouse {

// The steps of a project, whoever made them: the window, the Admin API, a file that changed on disk. Every change of
// the store becomes a step here, so that whatever happened can be undone in the order in which it happened. Opening
// another document begins a new history. Undoing back to what the file holds makes the project unmodified again.
// Thread: control. The project must outlive it.
class UndoHistory : public QObject
{
    Q_OBJECT
public:
    explicit UndoHistory(Project &project, QObject *parent = nullptr);

    [[nodiscard]] QUndoStack &stack() noexcept { return m_stack; }

    // Edits made by hand with the same key, one after the other, are one step; "" ends it (focus left the field).
    void setMergeKey(const QString &key) { m_mergeKey = key; }

    // What was set last; undoing and redoing end it as well.
    [[nodiscard]] const QString &mergeKey() const noexcept { return m_mergeKey; }

    void undo();
    void redo();

signals:
    // A step was taken back or again: what it touched should be shown.
    void stepped(const gatehouse::Change &change);

private:
    void onChanged(const Change &change, Origin origin);
    [[nodiscard]] static QString stepText(const Change &change, Origin origin);

    Project &m_project;
    QUndoStack m_stack;
    Config m_config; // as of the newest step
    Kept m_kept;
    QString m_mergeKey;
};

} // namespace gatehouse
