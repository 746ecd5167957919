// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <QTest>

#include <atomic>
#include <vector>

using namespace gatehouse;

class TestParallel : public QObject
{
    Q_OBJECT

private slots:
    void everyIndexOnce_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 63, 64, 65, 1000, 10007})
            QTest::addRow("%d", count) << count;
    }

    void everyIndexOnce()
    {
        QFETCH(int, count);
        std::vector<std::atomic<int>> calls(static_cast<std::size_t>(count));
        forEachIndex(calls.size(), [&calls](std::size_t i) { ++calls[i]; });
        for (const std::atomic<int> &each : calls)
            QCOMPARE(each.load(), 1);
    }
};

QTEST_APPLESS_MAIN(TestParallel)
#include "tst_parallel.moc"
