// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QPlainTextEdit>

namespace gatehouse {

class YamlHighlighter;

// A text editor for YAML: line numbers, folding by indentation, one highlighted block, problems underlined where they
// are. Lines count from 1. Thread: control.
class YamlEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit YamlEditor(QWidget *parent = nullptr);

    // Highlights the line and the deeper ones below it, and brings them into view; 0: nothing.
    void showEntry(int line);

    [[nodiscard]] int shownEntry() const noexcept { return m_entry; }

    void setProblems(const QList<Problem> &problems);
    void goTo(int line, int column);

    [[nodiscard]] int currentLine() const { return textCursor().blockNumber() + 1; }

    // The last line that belongs to the one at which an entry or a fold begins.
    [[nodiscard]] int lastLineOf(int line) const;
    [[nodiscard]] bool isFoldable(int line) const;
    [[nodiscard]] bool isFolded(int line) const;
    void setFolded(int line, bool folded);
    void unfoldAll();

    // Selects the next (or previous) place of a text, from the end again at the beginning; false when there is none.
    bool find(const QString &text, QTextDocument::FindFlags flags = {});

signals:
    // Ctrl+click, or Alt+Return, on a line.
    void openRequested(int line);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Margin;
    void paintMargin(QPaintEvent *event);
    void clickMargin(const QPoint &position);
    void setMarginWidth();
    void refreshMarks();
    void unfoldAround(const QTextBlock &block);
    void relayout();

    YamlHighlighter *m_highlighter;
    Margin *m_margin;
    QList<Problem> m_problems;
    int m_entry = 0;
};

} // namespace gatehouse
