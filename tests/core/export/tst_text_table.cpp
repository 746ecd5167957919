// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/text_table.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstTextTable : public QObject
{
    Q_OBJECT

private slots:
    void quotesWhatCsvWouldMistake_data();
    void quotesWhatCsvWouldMistake();
    void writesMarkdownWithAHead();
};

void TstTextTable::quotesWhatCsvWouldMistake_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("written");
    QTest::newRow("plain") << u"ann"_s << u"ann"_s;
    QTest::newRow("comma") << u"a, b"_s << u"\"a, b\""_s;
    QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
    QTest::newRow("line") << u"a\nb"_s << u"\"a\nb\""_s;
    QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("formula with a comma") << u"@sum(1,2)"_s << u"\"'@sum(1,2)\""_s;
}

void TstTextTable::quotesWhatCsvWouldMistake()
{
    QFETCH(QString, cell);
    QFETCH(QString, written);
    QCOMPARE(csvOf({{u"x"_s, cell}}), u"x,"_s + written + u"\r\n"_s);
}

void TstTextTable::writesMarkdownWithAHead()
{
    QCOMPARE(markdownOf({{u"a"_s, u"b"_s}, {u"1|2"_s, u"3\n4"_s}}), u"| a | b |\n| --- | --- |\n| 1\\|2 | 3 4 |\n"_s);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstTextTable)

#include "tst_text_table.moc"
