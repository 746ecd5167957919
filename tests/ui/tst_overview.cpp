// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of the overview and the tables beside them: the whole window, a running gateway.
#include "tests/support/window_test.h"
#include "ui/overview/answer_bands.h"
#include "ui/overview/sparkline.h"
#include "ui/overview/traffic_history_model.h"
#include "ui/settings/language.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

class TstOverview : public WindowTest
{
    Q_OBJECT

private slots:

    void initTestCase() { speak(u"en"_s); } // for its plurals

    void init() { start(); }

    void countsAQuarterOfAnHourInColumns();
    void tellsKindsOfAnswersWithoutColour();
    void showsTheTrafficOfBothSpans();
    void changesToTheTableAndBackByKey();
    void sharesTheTimeBetweenGatewayAndUpstream();

private:
    void serve();
    void get(const QByteArray &target, int status);
    // The figures of a column of a chart's table, added up.
    [[nodiscard]] int sum(const char *table, int column);
};

void TstOverview::serve()
{
    open("_format_version: \"3.0\"\nservices:\n- name: orders\n  url: http://127.0.0.1:" +
         QByteArray::number(m_upstream->port()) + "\n  routes: [{name: open, paths: [/open]}]\n");
    press(Qt::Key_F5);
    QCOMPARE(m_fixture->gateway().state(), Gateway::State::Running);
    go("overviewPageAction");
}

void TstOverview::get(const QByteArray &target, int status)
{
    const quint16 port = ListenAddress::parse(m_fixture->gateway().proxyAddress())->port;
    QCOMPARE(RawClient(port).request("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").status, status);
}

int TstOverview::sum(const char *table, int column)
{
    const QAbstractItemModel &model = *m_fixture->find<QTableView>(table)->model();
    int result = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        result += model.index(row, column).data().toInt();
    return result;
}

void TstOverview::countsAQuarterOfAnHourInColumns()
{
    serve();
    get("/open", 200);
    get("/nowhere", 404);
    const TrafficStats &stats = m_fixture->window().workbench().trafficStats();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QTRY_COMPARE(stats.summary(now).requests, quint64(2));
    const auto total = [&stats](qint64 at, qint64 step) {
        quint32 result = 0;
        for (const TrafficStats::Column &column : stats.history(at, step))
            result += column.total();
        return result;
    };
    QCOMPARE(total(now, 1), 2U);
    QCOMPARE(total(now + 120, 1), 0U);
    QCOMPARE(total(now + 120, 15), 2U);
    QCOMPARE(total(now + TrafficStats::span + 15, 15), 0U);
    QCOMPARE(stats.summary(now + 120).requests, quint64(0));
    const TrafficStats::History quarter = stats.history(now, 15);
    QCOMPARE(quarter.back().begin % 15, 0);
    QVERIFY(quarter.back().begin <= now && now < quarter.back().begin + 15);
}

void TstOverview::tellsKindsOfAnswersWithoutColour()
{
    QSet<int> patterns;
    QSet<QString> names;
    for (const AnswerBand &band : answerBands) {
        patterns << band.pattern;
        names << bandName(band);
    }
    QCOMPARE(patterns.size(), qsizetype(answerBands.size()));
    QCOMPARE(names.size(), qsizetype(answerBands.size()));
}

void TstOverview::showsTheTrafficOfBothSpans()
{
    serve();
    const QAbstractItemModelTester tester(m_fixture->find<QTableView>("sparklineTable")->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    get("/open", 200);
    get("/open", 200);
    get("/nowhere", 404);
    for (const char *table : {"sparklineTable", "sparkline15Table"}) {
        QTRY_COMPARE(sum(table, TrafficHistoryModel::Requests), 3);
        QAbstractItemModel *model = m_fixture->find<QTableView>(table)->model();
        for (int column = TrafficHistoryModel::FirstBand; column < model->columnCount(); ++column) {
            const QString band = model->headerData(column, Qt::Horizontal).toString();
            QCOMPARE(sum(table, column), band == u"2xx"_s ? 2 : band == u"4xx"_s ? 1 : 0);
        }
    }
    QCOMPARE(m_fixture->find<Sparkline>("sparkline15")->accessibleDescription(), u"3 requests. 2xx: 2, 4xx: 1"_s);
}

void TstOverview::changesToTheTableAndBackByKey()
{
    serve();
    auto *chart = m_fixture->find<Sparkline>("sparkline15");
    auto *table = m_fixture->find<QTableView>("sparkline15Table");
    auto *button = m_fixture->find<QToolButton>("trafficChartsTableButton");
    QVERIFY(chart->isVisible() && !table->isVisible());
    chart->setFocus();
    press(Qt::Key_T);
    QVERIFY(!chart->isVisible() && table->isVisible());
    QVERIFY(table->hasFocus());
    QVERIFY(button->isChecked());
    press(Qt::Key_T);
    QVERIFY(chart->isVisible() && !table->isVisible());
    QVERIFY(chart->hasFocus());
    button->click();
    QVERIFY(m_fixture->find<QTableView>("sparklineTable")->isVisible());
}

void TstOverview::sharesTheTimeBetweenGatewayAndUpstream()
{
    serve();
    const QAbstractItemModel &figures = *m_fixture->find<QTableView>("latencyShareTable")->model();
    QCOMPARE(figures.index(1, 2).data().toString(), u"–"_s);
    get("/open", 200);
    const auto share = [&figures](int row) {
        return figures.index(row, 2).data().toString().section(u' ', 0, 0).toInt();
    };
    QTRY_VERIFY(share(1) > 0);
    QVERIFY(std::abs(share(0) + share(1) + share(2) - 100) <= 1); // each is rounded
    QVERIFY(form("latencyShare")->accessibleDescription().startsWith(u"Gateway "_s));
}

} // namespace gatehouse

QTEST_MAIN(gatehouse::TstOverview)
#include "tst_overview.moc"
