// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/descriptor_limit.h"

#include <QTest>

#include <sys/resource.h>

using namespace gatehouse;

class TestDescriptorLimit : public QObject
{
    Q_OBJECT

private slots:
    void raisesToWhatIsAllowed();
};

void TestDescriptorLimit::raisesToWhatIsAllowed()
{
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = limit.rlim_max / 2;
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
    raiseDescriptorLimit();
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    QCOMPARE(limit.rlim_cur, limit.rlim_max);
}

QTEST_GUILESS_MAIN(TestDescriptorLimit)
#include "tst_descriptor_limit.moc"
