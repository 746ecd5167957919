// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>
#include <QTextCharFormat>

namespace gatehouse {

// Colours keys, texts, numbers, comments and references to secrets of a YAML document, line by line and without regular
// expressions: 10,000 routes are 60,000 lines. Thread: control. Lives as long as its document.
class YamlHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    YamlHighlighter(QTextDocument *document, const QPalette &palette);

    // Takes other colours and paints anew.
    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    void makeFormats(const QPalette &palette);
    void highlightValue(const QString &text, qsizetype from);

    QTextCharFormat m_key;
    QTextCharFormat m_text;
    QTextCharFormat m_number;
    QTextCharFormat m_comment;
    QTextCharFormat m_reference;
};

} // namespace gatehouse
