// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/yaml/yaml_editor.h"

#include "ui/theme/theme.h"
#include "ui/yaml/yaml_highlighter.h"

#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QMenu>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype mostMarked = 200; // problems underlined; more make painting slow and help nobody

// Where the content of a line begins: behind its white space and dashes; -1 for an empty line.
int contentColumn(const QTextBlock &block)
{
    const QString text = block.text();
    for (int i = 0; i < text.size(); ++i) {
        const bool isDash = text[i] == u'-' && (i + 1 == text.size() || text[i + 1] == u' ');
        if (text[i] != u' ' && !isDash)
            return i;
    }
    return text.trimmed().isEmpty() ? -1 : static_cast<int>(text.size());
}

int indentColumn(const QTextBlock &block)
{
    const QString text = block.text();
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return c != u' '; });
    return first == text.end() ? -1 : static_cast<int>(first - text.begin());
}

bool beginsItem(const QTextBlock &block)
{
    return QStringView(block.text()).trimmed().startsWith(u"- ");
}

// Whether a line belongs to what begins at an earlier one: it is deeper. The items of a list may stand as deep as its
// key (YAML 1.2.2, 8.2.1).
bool isPartOf(const QTextBlock &first, const QTextBlock &block)
{
    const int indent = indentColumn(block);
    if (beginsItem(first))
        return indent >= contentColumn(first);
    const int column = indentColumn(first);
    return column >= 0 && (indent > column || (indent == column && beginsItem(block)));
}

} // namespace

// Line numbers and the triangles that fold.
class YamlEditor::Margin : public QWidget
{
public:
    explicit Margin(YamlEditor &editor)
        : QWidget(&editor)
        , m_editor(editor)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor.paintMargin(event); }

    void mousePressEvent(QMouseEvent *event) override { m_editor.clickMargin(event->position().toPoint()); }

private:
    YamlEditor &m_editor;
};

YamlEditor::YamlEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new YamlHighlighter(document(), palette()))
    , m_margin(new Margin(*this))
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &YamlEditor::setMarginWidth);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, area.y(), m_margin->width(), area.height());
    });
    setMarginWidth();
}

void YamlEditor::showEntry(int line)
{
    m_entry = line;
    if (line > 0) {
        const QTextBlock block = document()->findBlockByNumber(line - 1);
        unfoldAround(block);
        const QTextCursor kept = textCursor();
        setTextCursor(QTextCursor(block));
        centerCursor();
        const bool isInside = kept.blockNumber() + 1 >= line && kept.blockNumber() + 1 <= lastLineOf(line);
        if (isInside)
            setTextCursor(kept);
    }
    refreshMarks();
}

void YamlEditor::setProblems(const QList<Problem> &problems)
{
    m_problems = problems.mid(0, mostMarked);
    refreshMarks();
}

void YamlEditor::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    unfoldAround(block);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(column - 1, 0, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
}

int YamlEditor::lastLineOf(int line) const
{
    const QTextBlock first = document()->findBlockByNumber(line - 1);
    int last = line;
    for (QTextBlock block = first.next(); block.isValid(); block = block.next()) {
        if (indentColumn(block) < 0)
            continue;
        if (!isPartOf(first, block))
            break;
        last = block.blockNumber() + 1;
    }
    return last;
}

bool YamlEditor::isFoldable(int line) const
{
    const QTextBlock first = document()->findBlockByNumber(line - 1);
    QTextBlock block = first.next();
    while (block.isValid() && indentColumn(block) < 0)
        block = block.next();
    return block.isValid() && isPartOf(first, block);
}

bool YamlEditor::isFolded(int line) const
{
    const QTextBlock next = document()->findBlockByNumber(line);
    return next.isValid() && !next.isVisible() && document()->findBlockByNumber(line - 1).isVisible();
}

void YamlEditor::setFolded(int line, bool folded)
{
    const int last = lastLineOf(line);
    for (QTextBlock block = document()->findBlockByNumber(line); block.isValid() && block.blockNumber() < last;
         block = block.next())
        block.setVisible(!folded);
    const bool cursorIsHidden = folded && currentLine() > line && currentLine() <= last;
    if (cursorIsHidden)
        setTextCursor(QTextCursor(document()->findBlockByNumber(line - 1)));
    relayout();
}

void YamlEditor::unfoldAll()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        block.setVisible(true);
    relayout();
}

void YamlEditor::unfoldAround(const QTextBlock &block)
{
    if (block.isVisible())
        return;
    QTextBlock first = block;
    while (first.previous().isValid() && !first.isVisible())
        first = first.previous();
    setFolded(first.blockNumber() + 1, false);
}

void YamlEditor::relayout()
{
    document()->markContentsDirty(0, document()->characterCount());
    viewport()->update();
    m_margin->update();
}

bool YamlEditor::find(const QString &text, QTextDocument::FindFlags flags)
{
    QTextCursor found = document()->find(text, textCursor(), flags);
    if (found.isNull()) {
        QTextCursor edge(document());
        if (flags.testFlag(QTextDocument::FindBackward))
            edge.movePosition(QTextCursor::End);
        found = document()->find(text, edge, flags);
    }
    if (found.isNull())
        return false;
    unfoldAround(found.block());
    setTextCursor(found);
    return true;
}

void YamlEditor::refreshMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_entry > 0) {
        QTextEdit::ExtraSelection mark;
        QColor colour = palette().color(QPalette::Highlight);
        colour.setAlpha(36);
        mark.format.setBackground(colour);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        const int last = lastLineOf(m_entry);
        for (int line = m_entry; line <= last; ++line) {
            mark.cursor = QTextCursor(document()->findBlockByNumber(line - 1));
            marks << mark;
        }
    }
    for (const Problem &problem : std::as_const(m_problems)) {
        const QTextBlock block = document()->findBlockByNumber(std::max(problem.line, 1) - 1);
        if (!block.isValid())
            continue;
        QTextEdit::ExtraSelection mark;
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(theme::tone(theme::Tone::ServerError, palette()));
        mark.format.setToolTip(problem.message);
        mark.cursor = QTextCursor(block);
        mark.cursor.setPosition(block.position() + std::clamp(problem.column - 1, 0, block.length() - 1));
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        if (!mark.cursor.hasSelection())
            mark.cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
        marks << mark;
    }
    setExtraSelections(marks);
}

void YamlEditor::setMarginWidth()
{
    const int digits = std::max<int>(3, static_cast<int>(QString::number(blockCount()).size()));
    const int width = fontMetrics().horizontalAdvance(u'9') * (digits + 3);
    setViewportMargins(width, 0, 0, 0);
    m_margin->setGeometry(contentsRect().left(), contentsRect().top(), width, contentsRect().height());
}

void YamlEditor::paintMargin(QPaintEvent *event)
{
    QPainter painter(m_margin);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(theme::quietText(palette()));
    const int sign = fontMetrics().horizontalAdvance(u'9') * 2;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom())
            break;
        if (!block.isVisible() || area.bottom() < event->rect().top())
            continue;
        const int line = block.blockNumber() + 1;
        const QRect numbers(0, qRound(area.top()), m_margin->width() - sign, fontMetrics().height());
        painter.drawText(numbers, Qt::AlignRight, QString::number(line));
        if (isFoldable(line)) {
            const QRect signs(m_margin->width() - sign, numbers.top(), sign, numbers.height());
            painter.drawText(signs, Qt::AlignCenter, isFolded(line) ? u"▸"_s : u"▾"_s);
        }
    }
}

void YamlEditor::clickMargin(const QPoint &position)
{
    const int line = cursorForPosition(QPoint(0, position.y())).blockNumber() + 1;
    if (isFoldable(line))
        setFolded(line, !isFolded(line));
}

void YamlEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setPalette(palette());
        refreshMarks();
    }
    if (event->type() == QEvent::FontChange)
        setMarginWidth();
}

void YamlEditor::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int line = cursorForPosition(event->pos()).blockNumber() + 1;
    menu->addSeparator();
    connect(menu->addAction(tr("Open in its page")), &QAction::triggered, this,
            [this, line] { emit openRequested(line); });
    QAction *fold = menu->addAction(isFolded(line) ? tr("Unfold") : tr("Fold"));
    fold->setEnabled(isFoldable(line));
    connect(fold, &QAction::triggered, this, [this, line] { setFolded(line, !isFolded(line)); });
    connect(menu->addAction(tr("Unfold all")), &QAction::triggered, this, &YamlEditor::unfoldAll);
    menu->popup(event->globalPos());
}

void YamlEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers() == Qt::AltModifier)
        emit openRequested(currentLine());
    else
        QPlainTextEdit::keyPressEvent(event);
}

void YamlEditor::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier)
        emit openRequested(cursorForPosition(event->position().toPoint()).blockNumber() + 1);
}

void YamlEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    setMarginWidth();
}

} // namespace gatehouse
