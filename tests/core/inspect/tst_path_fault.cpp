// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/path_fault.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstPathFault : public QObject
{
    Q_OBJECT

private slots:
    void findsTheColumn_data();
    void findsTheColumn();
};

void TstPathFault::findsTheColumn_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isFine");
    QTest::addColumn<qsizetype>("column");
    QTest::newRow("prefix") << u"/a)"_s << true << qsizetype(0);
    QTest::newRow("regex") << u"~/a/(\\d+)$"_s << true << qsizetype(0);
    QTest::newRow("closed too often") << u"~/a)b"_s << false << qsizetype(4);
    QTest::newRow("not closed") << u"~/ab(c"_s << false << qsizetype(7); // where it ends
    QTest::newRow("letters of two octets") << u"~/é)"_s << false << qsizetype(4);
}

void TstPathFault::findsTheColumn()
{
    QFETCH(QString, path);
    QFETCH(bool, isFine);
    const auto fault = findPathFault(path);
    QCOMPARE(!fault.has_value(), isFine);
    if (!fault)
        return;
    QVERIFY(!fault->reason.isEmpty());
    QTEST(fault->column, "column");
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstPathFault)

#include "tst_path_fault.moc"
