// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gateway_fixture.h"
#include "ui/limits/limits_model.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstLimits : public QObject
{
    Q_OBJECT

private slots:
    void showsABucketWithItsScopeAndUse();
    void forgetsBucketsOfEndedWindows();
};

void TstLimits::showsABucketWithItsScopeAndUse()
{
    GatewayFixture gateway;
    const RecordingUpstream upstream;
    QCOMPARE(gateway.load(GatewayFixture::oneRoute(upstream) +
                          "    plugins:\n    - {name: rate-limiting, config: {year: 2}}\n"),
             QString());
    LimitsModel model(gateway.gateway().limits(), gateway.project().store());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(gateway.get("/r").status, 200);
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    model.refresh(now);
    QCOMPARE(model.rowCount(), 1);
    const auto cell = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(cell(LimitsModel::Scope), u"route r"_s);
    QCOMPARE(cell(LimitsModel::Identifier), u"ip 127.0.0.1"_s);
    QCOMPARE(cell(LimitsModel::Used), u"1 / 2"_s);
    QCOMPARE(gateway.get("/r").status, 200);
    QCOMPARE(gateway.get("/r").status, 429);
    model.refresh(now);
    QVERIFY(cell(LimitsModel::Used).startsWith(u"⊘ 2 / 2"_s));
    QCOMPARE(model.fullCount(), 1);
}

void TstLimits::forgetsBucketsOfEndedWindows()
{
    GatewayFixture gateway;
    const RecordingUpstream upstream;
    QCOMPARE(gateway.load(GatewayFixture::oneRoute(upstream) +
                          "    plugins:\n    - {name: rate-limiting, config: {minute: 5}}\n"),
             QString());
    LimitsModel model(gateway.gateway().limits(), gateway.project().store());
    QCOMPARE(gateway.get("/r").status, 200);
    model.refresh(QDateTime::currentSecsSinceEpoch() + 120);
    QCOMPARE(model.rowCount(), 0);
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstLimits)
#include "tst_limits.moc"
