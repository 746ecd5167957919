// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests/request_draft.h"

#include <QLineEdit>

namespace gatehouse {

// The URL of a request. A curl line that is pasted or dropped here is no URL but a whole request. Thread: control.
class UrlLine : public QLineEdit
{
    Q_OBJECT
public:
    explicit UrlLine(QWidget *parent = nullptr);

    // Undo brings back what a curl line has replaced, as long as nothing else was typed.
    void setPasteUndoable(bool undoable) { m_isPasteUndoable = undoable; }

signals:
    void curlPasted(const gatehouse::RequestDraft &draft);
    void pasteUndone();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] bool takeCurl(const QString &text);
    void onTextEdited(const QString &text);

    QString m_before;
    bool m_isPasteUndoable = false;
};

} // namespace gatehouse
