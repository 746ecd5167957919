// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who can call what, for 200 consumers and 200 routes, and the part of a large configuration that is shown at once.
#include "core/inspect/access_matrix.h"
#include "core/plugins/described/bundled_schemas.h"
#include "tests/support/access_setup.h"

#include <QTest>

using namespace gatehouse;

class BenchAccess : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
};

void BenchAccess::answers_data()
{
    QTest::addColumn<int>("consumers");
    QTest::addColumn<int>("routes");
    QTest::newRow("200 x 200") << 200 << 200;
    QTest::newRow("5,000 x 10,000") << 5'000 << 10'000;
}

void BenchAccess::answers()
{
    QFETCH(int, consumers);
    QFETCH(int, routes);
    const auto registry = makeSchemaRegistry();
    const Config config = accessSetup(*registry, consumers, routes);
    QBENCHMARK
    {
        QVERIFY(!accessMatrix(config, {}).cells.isEmpty());
    }
}

QTEST_APPLESS_MAIN(BenchAccess)

#include "bench_access.moc"
