// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/application_fixture.h"
#include "tests/support/gateway_fixture.h"
#include "ui/limits/limit_history_chart.h"
#include "ui/limits/limits_history.h"
#include "ui/limits/limits_model.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstLimits : public QObject
{
    Q_OBJECT

private slots:
    void showsABucketWithItsScopeAndUse();
    void forgetsBucketsOfEndedWindows();
    void remembersTheLastWindowsOfABucket();
    void marksWindowsThatWereFull();
    void showsTheHistoryOfTheSelectedBucket();
    void leadsFromABucketToItsLimitAndRequests();
    void setsOneBucketBack();
    void listsInAnotherOrder();

private:
    static constexpr qint64 minute = 60;

    // One request of a bucket in a window of a minute with a limit of 3.
    static void hit(RateCounters &counters, qint64 now);
    // A running gateway with one request counted on the page of limits.
    void countOne(ApplicationFixture &fixture, const RecordingUpstream &upstream);
};

struct NamedBucket final : RateCounters::Labeller {
    RateCounters::Label labelFor(RateWindow window) const override
    {
        return {"p", "route r", "ip 10.0.0.7", window.period, window.limit};
    }
};

void TstLimits::hit(RateCounters &counters, qint64 now)
{
    const std::array windows{RateWindow{RatePeriod::Minute, 3}};
    std::array<std::uint32_t, 1> usage{};
    counters.hit({"bucket", windows, now}, NamedBucket(), usage);
}

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

void TstLimits::remembersTheLastWindowsOfABucket()
{
    RateCounters counters;
    LimitsHistory history(counters);
    const QString bucket = bucketKey(NamedBucket().labelFor({RatePeriod::Minute, 3}));
    const qint64 start = 1764194400; // a full minute
    QCOMPARE(history.of(bucket, start), QList<LimitsHistory::Window>());
    hit(counters, start);
    hit(counters, start + 5);
    history.look(start + 5);
    hit(counters, start + 2 * minute);
    history.look(start + 2 * minute);
    using Windows = QList<LimitsHistory::Window>;
    QCOMPARE(history.of(bucket, start + 3 * minute),
             (Windows{{start, 2}, {start + minute, 0}, {start + 2 * minute, 1}, {start + 3 * minute, 0}}));
    QCOMPARE(history.limitOf(bucket), 3.0);
    for (int i = 3; i < 40; ++i) {
        hit(counters, start + i * minute);
        history.look(start + i * minute);
    }
    const Windows last = history.of(bucket, start + 39 * minute);
    QCOMPARE(last.size(), LimitsHistory::windows);
    QCOMPARE(last.first().start, start + 10 * minute);
}

void TstLimits::marksWindowsThatWereFull()
{
    LimitHistoryChart chart(u"chart"_s);
    chart.setWindows({{0, 3}, {60, 2}, {120, 3}, {180, 1}}, 3);
    QVERIFY(chart.accessibleDescription().endsWith(u"2 of them full; the running one 1 of 3"_s));
}

void TstLimits::countOne(ApplicationFixture &fixture, const RecordingUpstream &upstream)
{
    QVERIFY(fixture.project().openText(GatewayFixture::oneRoute(upstream) +
                                       "    plugins:\n    - {name: rate-limiting, config: {year: 3}}\n"));
    fixture.window().show();
    fixture.find<QAction>("startAction")->trigger();
    QTRY_COMPARE(fixture.gateway().state(), Gateway::State::Running);
    fixture.window().showPage(u"limitsPage"_s);
    const quint16 port = ListenAddress::parse(fixture.gateway().proxyAddress())->port;
    QCOMPARE(RawClient(port).request("GET /r HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
    QTRY_COMPARE(fixture.find<QTableView>("limitsTable")->model()->rowCount(), 1);
    fixture.find<QTableView>("limitsTable")->selectRow(0);
}

void TstLimits::leadsFromABucketToItsLimitAndRequests()
{
    ApplicationFixture fixture;
    const RecordingUpstream upstream;
    countOne(fixture, upstream);
    auto *list = fixture.find<QTableView>("limitsTable");
    list->findChild<QAction *>(u"limitRequestsAction"_s)->trigger();
    QVERIFY(fixture.find<QWidget>("trafficPage")->isVisible());
    QCOMPARE(fixture.find<QLineEdit>("trafficFilter")->text(), u"ip=127.0.0.1 route=r"_s);
    QTRY_COMPARE(fixture.find<QTableView>("trafficTable")->model()->rowCount(), 1);
    fixture.window().showPage(u"limitsPage"_s);
    list->setFocus();
    list->selectRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(fixture.find<QWidget>("pluginsPage")->isVisible());
    QTRY_VERIFY(QApplication::focusWidget());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"config.year"_s);
}

void TstLimits::setsOneBucketBack()
{
    ApplicationFixture fixture;
    const RecordingUpstream upstream;
    countOne(fixture, upstream);
    auto *list = fixture.find<QTableView>("limitsTable");
    QVERIFY(list->actions().contains(list->findChild<QAction *>(u"resetLimitAction"_s)));
    list->findChild<QAction *>(u"resetLimitAction"_s)->trigger();
    QCOMPARE(list->model()->rowCount(), 0);
    QVERIFY(!list->findChild<QAction *>(u"resetLimitAction"_s)->isEnabled());
}

struct BucketFor final : RateCounters::Labeller {
    explicit BucketFor(const char *who)
        : identifier(who)
    {
    }

    RateCounters::Label labelFor(RateWindow window) const override
    {
        return {"p", "global", identifier, window.period, window.limit};
    }

    std::string identifier;
};

void TstLimits::listsInAnotherOrder()
{
    GatewayFixture gateway;
    RateCounters &counters = gateway.gateway().limits();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const std::array windows{RateWindow{RatePeriod::Year, 3}};
    std::array<std::uint32_t, 1> usage{};
    counters.hit({"a", windows, now}, BucketFor("consumer anna"), usage);
    counters.hit({"b", windows, now}, BucketFor("consumer berta"), usage);
    counters.hit({"b", windows, now}, BucketFor("consumer berta"), usage);
    LimitsModel model(counters, gateway.project().store());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.refresh(now);
    QCOMPARE(model.index(0, LimitsModel::Identifier).data().toString(), u"consumer berta"_s);
    model.setOrder(LimitsModel::Order::Identifier);
    model.refresh(now);
    QCOMPARE(model.index(0, LimitsModel::Identifier).data().toString(), u"consumer anna"_s);
}

void TstLimits::showsTheHistoryOfTheSelectedBucket()
{
    ApplicationFixture fixture;
    const RecordingUpstream upstream;
    QVERIFY(!fixture.find<QWidget>("limitsTableCharts")->isVisible());
    countOne(fixture, upstream);
    auto *panel = fixture.find<QWidget>("limitsTableCharts");
    QVERIFY(panel->isVisible());
    QVERIFY(fixture.find<QLabel>("limitsTableHistoryTitle")->text().contains(u"ip 127.0.0.1"_s));
    auto *figures = fixture.find<QTableView>("limitsTableHistoryTable");
    QTRY_COMPARE(figures->model()->index(0, 1).data().toString(), u"1"_s);
    QCOMPARE(figures->model()->index(0, 2).data().toString(), u"3"_s);
    fixture.find<QWidget>("limitsTableHistory")->setFocus();
    QTest::keyClick(fixture.find<QWidget>("limitsTableHistory"), Qt::Key_T);
    QVERIFY(figures->isVisible());
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstLimits)
#include "tst_limits.moc"
